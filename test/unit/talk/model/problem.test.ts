import { expect, test } from 'vitest';
import { distinctProblems, type Problem } from '../../../../src/talk/model/problem.ts';

const at = (line: number, code = 'unknown-dataset', file = 'a.md'): Problem => ({
  code,
  severity: 'error',
  message: 'No dataset is called "x".',
  span: { file, line, column: 1, length: 1 },
});

test('uses of one wrong name are one problem with several places, also when lists are joined again', () => {
  const [first, ...others] = distinctProblems([
    at(9),
    at(3),
    at(3),
    at(1, 'unknown-dataset', 'b.md'),
  ]);
  expect(others).toEqual([]);
  expect(first?.span).toMatchObject({ file: 'a.md', line: 3 });
  const places = (problem?: Problem) => problem?.also?.map(({ file, line }) => `${file}:${line}`);
  expect(places(first)).toEqual(['a.md:9', 'b.md:1']);
  const [again] = distinctProblems([at(12), ...(first ? [first] : [])]);
  expect(places(again)).toEqual(['a.md:9', 'b.md:1', 'a.md:12']);
});

test('problems that have to be mended one by one stay apart', () => {
  expect(distinctProblems([at(1, 'empty-slide'), at(2, 'empty-slide')])).toHaveLength(2);
});
