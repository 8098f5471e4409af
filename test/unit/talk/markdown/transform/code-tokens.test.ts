import { expect, test } from 'vitest';
import { toBlock } from '../../../../../src/talk/markdown/transform/code-tokens.ts';
import type { CodeToken } from '../../../../../src/talk/model/token.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import { lexPlaced, printProblem, printSpan } from '../parse.ts';

function convert(text: string) {
  const code = lexPlaced(text).find((token): token is CodeToken => token.type === 'code');
  if (!code) throw new Error('There is no code.');
  const problems: Problem[] = [];
  return { block: toBlock(code, ['chart'], problems), problems: problems.map(printProblem) };
}

test('a fence has its language, its options and the place of its info', () => {
  const { block } = convert('a\n\n```rust {1|2} {title="x"}\na\nb\n```');
  expect(block).toMatchObject({
    type: 'codeblock',
    language: 'rust',
    highlights: [[1], [2]],
    title: 'x',
  });
  expect(block.type === 'codeblock' && printSpan(block.infoSpan)).toBe('3:4+22');
  expect(block.lines.map(printSpan)).toEqual(['4:1+1', '5:1+1']);
});

test('a fence without a language has its info at the marks', () => {
  const { block } = convert('~~~~\na\n~~~~');
  expect(block.type === 'codeblock' && [block.language, printSpan(block.infoSpan)]).toEqual([
    null,
    '1:1+4',
  ]);
});

test('indented code has no info', () => {
  const { block, problems } = convert('    rust {9}');
  expect([block.type, block.text, problems]).toEqual(['codeblock', 'rust {9}', []]);
  expect(block.lines.map(printSpan)).toEqual(['1:5+8']);
});

test('a data block takes no words after its name', () => {
  expect(convert('```chart\na: b\n```').block).toMatchObject({
    type: 'datablock',
    name: 'chart',
    text: 'a: b',
  });
  expect(convert('```chart data=a\n```').problems).toEqual(['1:10+6 block-arguments']);
  expect(convert('```charts\n```').block.type).toBe('codeblock');
});

test('reports a fence that never closes by its marks', () => {
  expect(convert('`````\na').problems).toEqual(['1:1+5 unclosed-fence']);
});
