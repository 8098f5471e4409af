import { expect, test } from 'vitest';
import { lexMarkdown } from '../../../../../src/talk/markdown/lex/lex.ts';

const types = (text: string) => lexMarkdown(text).map(({ type }) => type);

test('lexes our blocks beside those of Markdown', () => {
  expect(types('# A\n::: columns\nx\n:::\n::right::\n')).toEqual([
    'heading',
    'rawcontainer',
    'slot',
  ]);
  expect(types('a\n---\nid: b\n---\nc')).toEqual(['paragraph', 'cut', 'paragraph']);
  expect(types('a\nNote: b')).toEqual(['paragraph', 'noteline', 'paragraph']);
});

test('loses no character of a text', () => {
  const text = '# A\n\n- b\n  - {{ c }}\n\n| d |\n|---|\n| e |\n\n::: browser x\n<b>f\n';
  expect(
    lexMarkdown(text)
      .map(({ raw }) => raw)
      .join(''),
  ).toBe(text);
});

test('a line below a paragraph underlines no heading with dashes, but with equals signs', () => {
  expect(types('a\n===')).toEqual(['heading']);
  expect(types('a\n---')).toEqual(['paragraph', 'cut']);
});
