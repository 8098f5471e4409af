import { expect, test } from 'vitest';
import { codeFrame, formatProblem, problemParts } from '../../../../src/talk/source/frame.ts';
import type { Problem, Span } from '../../../../src/talk/model/problem.ts';

const TEXT = '# Results\n\n```chart data=star\n\tindented text\nend\n';

const span = (line: number, column: number, length = 1): Span => ({
  file: 'slides/results.md',
  line,
  column,
  length,
});

const problem: Problem = {
  code: 'unknown-dataset',
  severity: 'error',
  message: 'No dataset is called "star".',
  hint: 'Did you mean "stars"? Datasets are the files in data/.',
  span: span(3, 15, 4),
};

test('prints a problem with its place, its lines and its hint', () => {
  expect(`\n${formatProblem(problem, () => TEXT)}`).toBe(`
slides/results.md:3:15  unknown-dataset
No dataset is called "star".

  1 │ # Results
  2 │
> 3 │ \`\`\`chart data=star
    │               ^^^^
Did you mean "stars"? Datasets are the files in data/.`);
});

test('prints what it has when there is no place, text or hint', () => {
  const { span: _, hint: __, ...bare } = problem;
  expect(formatProblem(bare, () => TEXT)).toBe('unknown-dataset\nNo dataset is called "star".');
  expect(formatProblem({ ...bare, span: span(3, 15) }, () => undefined)).toBe(
    'slides/results.md:3:15  unknown-dataset\nNo dataset is called "star".',
  );
  expect(formatProblem({ ...bare, span: span(99, 1) }, () => TEXT)).not.toContain('│');
});

test('names the lines that led to the file, the nearest first', () => {
  const via = [span(2, 6), { ...span(4, 1), file: 'slides/other.md' }];
  expect(formatProblem({ ...problem, via }, () => undefined)).toContain(
    'included at slides/other.md:4:1\nincluded at slides/results.md:2:6',
  );
});

test('gives its parts to those who colour them', () => {
  const parts = problemParts(problem, () => TEXT);
  expect(parts).toMatchObject({ place: 'slides/results.md:3:15', severity: 'error', via: [] });
  expect(parts.frame.map(({ kind }) => kind)).toEqual(['context', 'context', 'marked', 'carets']);
  expect(parts.frame[2]).toEqual({ gutter: '> 3 │', text: '```chart data=star', kind: 'marked' });
});

test('shows tabs as blanks and puts the carets below the right characters', () => {
  expect(
    codeFrame(TEXT, span(4, 2, 8))
      .split('\n')
      .slice(-2),
  ).toEqual(['> 4 |     indented text', '    |     ^^^^^^^^']);
});

test('counts wide characters twice, as terminals do', () => {
  expect(codeFrame('日本 x', span(1, 4)).split('\n').at(-1)).toBe('    |      ^');
  expect(codeFrame('🦀 x', span(1, 4)).split('\n').at(-1)).toBe('    |    ^');
  expect(codeFrame('e\u0301 x', span(1, 4)).split('\n').at(-1)).toBe('    |   ^');
});

test('marks a place behind the end of its line, and one that is as long as nothing', () => {
  expect(codeFrame('src:', span(1, 5)).split('\n').at(-1)).toBe('    |     ^');
  expect(
    codeFrame('a', span(1, 1, 0))
      .split('\n')
      .at(-1),
  ).toBe('    | ^');
});

test('cuts long lines around the place', () => {
  const text = `${'a '.repeat(100)}HERE${' b'.repeat(100)}`;
  const [marked = '', carets = ''] = codeFrame(text, span(1, 201, 4)).split('\n');
  expect(marked.length).toBeLessThanOrEqual(110);
  expect(marked).toMatch(/\| ….*HERE.*…$/);
  expect(carets.indexOf('^')).toBe(marked.indexOf('HERE'));
  expect(carets.endsWith('^^^^')).toBe(true);
});

test('aligns line numbers of different length', () => {
  const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
  expect(
    codeFrame(text, span(10, 1, 4))
      .split('\n')
      .map((line) => line.slice(0, 6)),
  ).toEqual(['   8 |', '   9 |', '> 10 |', '     |']);
});

test('counts lines as the parser does, whatever ends them', () => {
  expect(codeFrame('a\r\nb\rc\nd', span(4, 1)).split('\n')).toEqual([
    '  2 | b',
    '  3 | c',
    '> 4 | d',
    '    | ^',
  ]);
});

test('shows characters that would command the terminal, and never sends them', () => {
  const text = 'a \u001b[2J b \u202e c \u0000 d\n';
  const parts = problemParts(
    { ...problem, message: 'No "\u001b]0;x\u0007" here.', hint: '\u009b1m', span: span(1, 3) },
    () => text,
  );
  const printed = JSON.stringify(parts);
  for (const sign of ['\\u001b', '\\u0007', '\\u0000', '\u009b', '\u202e']) {
    expect(printed).not.toContain(sign);
  }
  expect(parts.frame[0]?.text).toBe('a \u241B[2J b \uFFFD c \u2400 d');
});

test('cuts what is near out of a line of megabytes', () => {
  const text = `${'x'.repeat(3_000_000)}HERE${'y'.repeat(3_000_000)}`;
  const [marked, carets] = problemParts(
    { ...problem, span: span(1, 3_000_001, 4) },
    () => text,
  ).frame;
  expect(marked?.text).toMatch(/^…x+HEREy+…$/);
  expect(carets?.text.indexOf('^')).toBe(marked?.text.indexOf('HERE'));
  expect(carets?.text.trim()).toBe('^^^^');
});
