import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';

const terms = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a_{${index + 1}}`).join(' + ');

const fitOf = (text: string): string | undefined => {
  const { talks } = compileMarkdown(`# T\n\n${text}\n`);
  return /data-fit="(\w+)"/.exec(talks[0]?.slides[0]?.html ?? '')?.[1];
};

test('a wide formula is made smaller, and the text around it is not', () => {
  const list = '- one\n- two';
  expect(fitOf(`$$\n${terms(22)}\n$$\n\n${list}`)).toBe(fitOf(`$$\n${terms(4)}\n$$\n\n${list}`));
});
