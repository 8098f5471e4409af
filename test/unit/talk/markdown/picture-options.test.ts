import { expect, test } from 'vitest';
import type { ImageToken } from '../../../../src/talk/model/token.ts';
import { listNested } from '../../../../src/talk/model/nested-tokens.ts';
import { parseSlide, problemsOf } from './parse.ts';

/** Gives the first picture of a text. */
function pictureOf(text: string): ImageToken | undefined {
  const inner = parseSlide(text).tokens.flatMap((token) => [...listNested(token)]);
  return inner.find((token): token is ImageToken => token.type === 'image');
}
const optionsOf = (braces: string) => pictureOf(`![a](b.png)${braces}`)?.options;

test('reads sizes, position and fit', () => {
  expect(optionsOf('{width=50%}')).toEqual({ width: { value: 50, unit: '%' } });
  expect(optionsOf('{height=300px}')).toEqual({ height: { value: 300, unit: 'px' } });
  expect(optionsOf('{ width="300" fit=cover }')).toEqual({
    width: { value: 300, unit: 'px' },
    fit: 'cover',
  });
  expect(optionsOf(' {fit=contain}')).toEqual({ fit: 'contain' });
  expect(pictureOf('![a](b.png) {fit=contain}')?.braces).toBe('{fit=contain}');
});

test.each([
  ['left', 'left', 'center'],
  ['top', 'center', 'top'],
  ['"top left"', 'left', 'top'],
  ['"20% bottom"', '20%', 'bottom'],
  ['"left 10%"', 'left', '10%'],
  ["'30% 70%'", '30%', '70%'],
  ['center', 'center', 'center'],
])('reads the position %s', (written, x, y) => {
  expect(optionsOf(`{position=${written}}`)?.position).toEqual([x, y]);
});

test.each([
  ['{width=50em}', '1:13+10 wrong-value'],
  ['{width=0}', '1:13+7 wrong-value'],
  ['{height=101%}', '1:13+11 wrong-value'],
  ['{width=5000px}', '1:13+12 wrong-value'],
  ['{position=middle}', '1:13+15 wrong-value'],
  ['{position="left right"}', '1:13+21 wrong-value'],
  ['{position="left top 3%"}', '1:13+22 wrong-value'],
  ['{position="120% 0%"}', '1:13+18 wrong-value'],
  ['{fit=fill}', '1:13+8 wrong-value'],
  ['{widht=50%}', '1:13+9 unknown-picture-option'],
  ['{fig-align=center}', '1:13+16 unknown-picture-option'],
  ['{.round width=50%}', '1:12+18 foreign-syntax'],
])('reports %s with its place', (braces, problem) => {
  expect(problemsOf(`![a](b.png)${braces}\n`)).toEqual([problem]);
});

test('what is right beside a wrong option holds', () => {
  expect(optionsOf('{width=50em height=20%}')).toEqual({ height: { value: 20, unit: '%' } });
});

test('braces are options only after a picture, and values stay values', () => {
  expect(problemsOf('words {width=50%}\n')).toEqual([]);
  expect(problemsOf('[a](b){width=50%}\n')).toEqual(['1:7+11 foreign-syntax']);
  expect(optionsOf('\n{width=50%}')).toBeUndefined();
  expect(optionsOf('{{ a.b }}')).toBeUndefined();
  expect(pictureOf('[![a](b.png){width=9}](c)')).toBeUndefined();
});
