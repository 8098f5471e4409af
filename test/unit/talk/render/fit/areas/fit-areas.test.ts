import { expect, test } from 'vitest';
import { compileTexts } from '../../../../../support/fixtures.ts';

const compile = (slides: string, looks: Parameters<typeof compileTexts>[1]) =>
  compileTexts({ 'slides/talks/t.md': `---\ntitle: T\n---\n\n${slides}` }, looks);

test('the size of text follows from the widths of the areas', () => {
  const words = Array.from({ length: 60 }, () => 'words of some length').join(' ');
  const slide = (areas: string[]) =>
    compile(`---\nlayout: wide\n---\n\n# T\n\n${words}`, {
      looks: { themes: [], layouts: [{ name: 'wide', about: 'Wide.', areas }] },
    }).talks[0]?.slides[0]?.html.match(/data-fit="(\w+)"/)?.[1];
  expect([['a'], ['a b'], ['a b c'], ['a a b', 'c c b']].map(slide)).toEqual([
    '86',
    'tight',
    'full',
    '68',
  ]);
});
