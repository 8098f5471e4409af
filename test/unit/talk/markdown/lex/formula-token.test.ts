import { expect, test } from 'vitest';
import { FORMULA_IN_LINE } from '../../../../../src/talk/markdown/lex/formula-token.ts';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import type { Token } from '../../../../../src/talk/model/token.ts';
import { parseLibrary } from '../parse.ts';

function formulasOf(text: string): string[] {
  const all = (tokens: readonly Token[]): Token[] =>
    tokens.flatMap((token) => [token, ...all(listNested(token))]);
  return all(parseLibrary(text).slides[0]?.tokens ?? []).flatMap((token) => {
    if (token.type !== 'formula') return [];
    const [first] = token.lines;
    return `${first?.line}:${first?.column} ${token.isDisplay ? '$$' : '$'} ${token.tex.trim()}`;
  });
}

test('finds formulas as Pandoc does, with their places', () => {
  expect(formulasOf('Area $\\pi r^2$, $n$, $a*b*c$.\n\n$$\nx = y\n$$')).toEqual([
    '1:7 $ \\pi r^2',
    '1:18 $ n',
    '1:23 $ a*b*c',
    '3:3 $$ x = y',
  ]);
  expect(formulasOf('*a $x_1 * y_2$ b* and **$z$** and [$l$](https://a.b)')).toEqual([
    '1:5 $ x_1 * y_2',
    '1:26 $ z',
    '1:37 $ l',
  ]);
  expect(formulasOf('The $n$th of two $x$s, $\\text{5\\$}$, $`a_1*b`$ and $$in = text$$.')).toEqual(
    ['1:6 $ n', '1:19 $ x', '1:25 $ \\text{5\\$}', '1:40 $ a_1*b', '1:54 $$ in = text'],
  );
});

test('leaves dollar signs in prose and in code alone', () => {
  const prose = [
    'It costs $5 and $6, from $1,000 to $2,000, US$5 or US$ 5 or ($7), $5/$6.',
    'Here it is 5$ and 6$.',
    '$PATH and $HOME, $HOME/$USER, $PATH:$HOME, "$@" and $# of a shell; the PID is $$.',
    'In code `$x^2$`, and \\$x^2\\$ escaped, $ x $ with spaces.',
    '```sh\necho $x^2$\n```',
    '    echo $x$ $y$',
  ];
  for (const text of prose) expect(formulasOf(text), text).toEqual([]);
});

test('finds formulas in lists, quotations, tables and fences', () => {
  expect(formulasOf('- a\n\n  $$\n  x\n  - y\n  $$\n\n> $q$')).toEqual([
    '3:5 $$ x\n- y',
    '8:4 $ q',
  ]);
  expect(formulasOf('| A | B |\n| - | - |\n| $P(A|B)$ | $5 | $6 |\n')).toEqual(['3:4 $ P(A|B)']);
  expect(formulasOf('```math\na = b\n```')).toEqual(['2:1 $$ a = b']);
  expect(formulasOf('Text\n$$\nx\n$$\nmore')).toEqual(['2:3 $$ x']);
  expect('|$x$|$|y|$|'.match(FORMULA_IN_LINE)).toEqual(['$x$', '$|y|$']);
});

test('a formula ends where a slide does', () => {
  const { slides } = parseLibrary('$$\na\n\n---\n\nb $$');
  expect(slides.map(({ tokens }) => tokens[0]?.type)).toEqual(['paragraph', 'paragraph']);
});
