import { expect, test } from 'vitest';
import { addSpareFonts } from '../../../../../src/talk/import/translate/sheets/spare-fonts.ts';
import { importText } from '../../../../support/import.ts';

test.for([
  ["a { font-family: 'Quay' }", "a { font-family: 'Quay', var(--font-text) }"],
  ['a{font-family:Quay,Pier;top:0}', 'a{font-family:Quay,Pier, var(--font-text);top:0}'],
  ["pre, code { font-family: 'Quay'; }", "pre, code { font-family: 'Quay', var(--font-mono); }"],
  ["a { font-family: 'Quay Mono' }", "a { font-family: 'Quay Mono', var(--font-mono) }"],
  [
    'a { font: 700 24px Quay !important }',
    'a { font: 700 24px Quay, var(--font-text) !important }',
  ],
  [
    '@media print { a { font-family: Quay } }',
    '@media print { a { font-family: Quay, var(--font-text) } }',
  ],
] as const)(
  'words in a font of the deck have one of the talk where that is not at hand: %s',
  ([css, expected]) => {
    expect(addSpareFonts(css)).toBe(expected);
  },
);

test.for([
  'a { font-family: Quay, sans-serif }',
  'a { font-family: var(--quay) }',
  'a { font-family: inherit }',
  'a { font-weight: bold; color: red }',
  'a { font: 24px }',
  "@font-face { font-family: 'Quay'; src: url(quay.woff2) }",
  'a { /* font-family: Quay */ top: 0 }',
])('fonts that name their own kind stay as they are: %s', (css) => {
  expect(addSpareFonts(css)).toBe(css);
});

test('a deck has them in its stylesheet and in the styles of its slides', () => {
  const deck = importText(
    'marp',
    '---\nmarp: true\nstyle: "p { font-family: Quay }"\n---\n\n# A\n\n<style scoped>\np { font-family: Pier }\n</style>\n\nWords.\n',
  );
  expect(deck.css).toContain('p { font-family: Quay, var(--font-text) }');
  expect(deck.text).toContain('p { font-family: Pier, var(--font-text) }');
});
