import { expect, test } from 'vitest';
import { parseInfo } from '../../../../../src/talk/markdown/transform/fence-info.ts';
import { printProblem } from '../parse.ts';

const SPAN = { file: 'a.md', line: 1, column: 4, length: 9 };
const parse = (info: string, lines = 9) => parseInfo(info, SPAN, { lineCount: lines });
const problems = (info: string, lines = 9) => parse(info, lines).problems.map(printProblem);

test('reads the language and each option', () => {
  expect(parse('rust {startLine=26} {title="a } b", tabSize=8} {values}')).toMatchObject({
    language: 'rust',
    startLine: 26,
    title: 'a } b',
    tabSize: 8,
    values: true,
    highlights: null,
    problems: [],
  });
  expect(parse('')).toMatchObject({ language: null, values: false, problems: [] });
  expect(parse("{title='a'}")).toMatchObject({ language: null, title: 'a' });
});

test('reads steps of lines', () => {
  expect(parse('c {1-2,4|5|all|none}').highlights).toEqual([[1, 2, 4], [5], 'all', []]);
  expect(parse('c {*}').highlights).toEqual(['all']);
  expect(parse('c {10-11} {startLine=10}', 2).highlights).toEqual([[10, 11]]);
});

test('reports a wrong step at its place, and shows no steps', () => {
  expect(problems('c {1|12}')).toEqual(['1:9+2 bad-line-steps']);
  expect(problems('c {2-1}')).toEqual(['1:7+3 bad-line-steps']);
  expect(problems('c {0}')).toEqual(['1:7+1 bad-line-steps']);
  expect(problems('c {1||2}')).toEqual(['1:9+1 bad-line-steps']);
  expect(parse('c {1|12}').highlights).toBeNull();
});

test('reports values that are wrong, at the option', () => {
  expect(problems('c {startLine=0}')).toEqual(['1:7+11 wrong-value']);
  expect(problems('c {tabSize=17}')).toEqual(['1:7+10 wrong-value']);
});

test('reports unknown options, in braces or not', () => {
  expect(problems('c {tilte="a"}')).toEqual(['1:7+9 unknown-fence-option']);
  expect(problems('c words')).toEqual(['1:6+5 unknown-fence-option']);
  expect(problems('c {title}')).toEqual(['1:7+5 unknown-fence-option']);
});
