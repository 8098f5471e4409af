import { expect, test } from 'vitest';
import { transformBlocks } from '../../../../../src/talk/markdown/transform/transform.ts';
import type { TransformContext } from '../../../../../src/talk/markdown/transform/transform-context.ts';
import { allTokens, lexPlaced, printProblem, printSpan } from '../parse.ts';

/** Transforms a text without the other passes. */
function transform(text: string, options: Partial<TransformContext> = {}) {
  const context: TransformContext = {
    blockNames: ['chart'],
    problems: [],
    comments: [],
    ...options,
  };
  const tokens = transformBlocks(lexPlaced(text), context);
  return {
    types: tokens.flatMap(({ type }) => (type === 'space' ? [] : [type])),
    all: allTokens(tokens),
    problems: context.problems.map(printProblem),
    comments: context.comments.map(({ text: words, span }) => `${printSpan(span)}${words}`),
  };
}

test('a fence becomes code, or data if its language names a block', () => {
  expect(transform('```rust\na\n```\n\n```chart\nb: c\n```').types).toEqual([
    'codeblock',
    'datablock',
  ]);
  expect(transform('    indented').types).toEqual(['codeblock']);
});

test('notes keep their code as it is lexed', () => {
  expect(transform('```chart\na\n```', { keepsCode: true }).types).toEqual(['code']);
});

test('keeps containers and what is in them, with the line that begins each', () => {
  const { types, all } = transform('::: columns\n::: column\n`a`\n:::\n:::');
  expect(types).toEqual(['container']);
  expect(all.map(({ type, span }) => `${type} ${printSpan(span)}`).slice(0, 2)).toEqual([
    'container 1:1+11',
    'container 2:1+10',
  ]);
});

test('removes an unknown container but not its content', () => {
  const { types, problems } = transform('::: colums\na\n:::');
  expect([types, problems]).toEqual([['paragraph'], ['1:1+10 unknown-container']]);
});

test('reports ends without a container and containers without an end', () => {
  expect(transform('a\n\n:::').problems).toEqual(['3:1+3 stray-container-end']);
  expect(transform('::: columns\na').problems).toEqual(['1:1+11 unclosed-container']);
});

test('a container for notes hides its text, but not within notes', () => {
  const shown = transform('::: notes\n\nsay\n:::');
  expect([shown.types, shown.comments]).toEqual([[], ['2:1+3\nsay\n']]);
  expect(transform('::: notes\nsay\n:::', { inNotes: true }).types).toEqual(['paragraph']);
  expect(transform('::: notes\n:::').comments).toEqual([]);
});

test('raw HTML is split at its comments and values', () => {
  const { types, comments } = transform('<p>a\n<!-- b -->\n{{ c }}</p>');
  expect(types).toEqual(['html', 'value', 'html']);
  expect(comments).toEqual(['2:1+10 b ']);
});

test('a comment that never closes leaves nothing behind', () => {
  const { types, problems } = transform('<div>a\n<!-- b');
  expect([types, problems]).toEqual([['html'], ['2:1+6 unclosed-comment']]);
});

test('transforms what is in lists, quotations and tables', () => {
  const text = '- <!-- pause -->\n\n> <!-- pause -->\n\n| <!-- pause --> |\n|---|\n| b |';
  const { all } = transform(text);
  expect(all.filter(({ type }) => type === 'pause').map(({ span }) => printSpan(span))).toEqual([
    '1:3+14',
    '3:3+14',
    '5:3+14',
  ]);
});

test('text that is nested too deep is shown as written', () => {
  const { all, problems } = transform('> '.repeat(40) + 'a');
  expect(problems.map((problem) => problem.split(' ')[1])).toEqual(['nested-too-deep']);
  expect(all.at(-1)).toMatchObject({ type: 'text' });
});
