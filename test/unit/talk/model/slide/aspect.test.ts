import { expect, test } from 'vitest';
import { extraHeight, slideSize } from '../../../../../src/talk/model/slide/aspect.ts';
import { compileTexts } from '../../../../support/fixtures.ts';

test('slides of each shape are equally wide', () => {
  expect(slideSize({ aspect: '16:9' })).toEqual({ width: 1280, height: 720 });
  expect(slideSize({ aspect: '16:10' })).toEqual({ width: 1280, height: 800 });
  expect(slideSize({ aspect: '4:3' })).toEqual({ width: 1280, height: 960 });
  expect(extraHeight({ aspect: '4:3' })).toBe(240);
});

const LONG = Array.from({ length: 13 }, (_, index) => `- Point ${index}`).join('\n');

test.each([
  ['', '68'],
  ['aspect: 4:3\n', '96'],
  ['aspect: "4:3"\n', '96'],
])('the size of text follows the height of the slide: %j', (key, fit) => {
  const text = `---\ntitle: T\n${key}---\n\n# A\n\n${LONG}\n\nWords.\n`;
  const { talks, problems } = compileTexts({ 'slides/talks/t.md': text });
  expect(problems).toEqual([]);
  const html = talks[0]?.slides[0]?.html ?? '';
  expect(/data-fit="(\w*)"/.exec(html)?.[1] ?? '').toBe(fit);
});

test('another shape is a problem with the nearest', () => {
  const { problems } = compileTexts({
    'slides/talks/t.md': '---\ntitle: T\naspect: 4:4\n---\n\n# A\n',
  });
  expect(problems.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
    '"aspect" has to be one of 16:9, 16:10, 4:3. Did you mean "4:3"?',
  ]);
});
