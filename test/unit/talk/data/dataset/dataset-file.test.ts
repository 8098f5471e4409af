import { expect, test } from 'vitest';
import {
  checkDate,
  openFile,
  printPath,
} from '../../../../../src/talk/data/dataset/dataset-file.ts';
import { parseJson } from '../../../../../src/talk/data/json-place.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';

function open(text: string) {
  const { value } = parseJson({ path: 'data/a.json', text });
  if (!value) throw new Error('This is no JSON.');
  const problems: Problem[] = [];
  return { file: openFile(value, problems, null), problems };
}

test('prints a path as authors write it', () => {
  expect(printPath(['rows', 3, 'a', 'b'])).toBe('rows[3].a.b');
  expect([printPath([]), printPath([0, 'a'])]).toEqual(['', '[0].a']);
});

test('a date may be a day, a month or a year; another value is reported at its place', () => {
  const { file, problems } = open('{"a": "2024-02", "b": "soon", "c": 7}');
  checkDate(file, '2024-02', ['a']);
  checkDate(file, undefined, ['x']);
  checkDate(file, 'soon', ['b']);
  checkDate(file, 7, ['c']);
  expect(problems.map(({ code, span }) => `${code} ${span?.column}`)).toEqual([
    'bad-date 23',
    'bad-date 36',
  ]);
});

test('reports addresses that are none, with the place of the value', () => {
  const { file, problems } = open('{"url": "nowhere"}');
  file.reportBadUrl('nowhere', ['url']);
  expect([problems[0]?.code, problems[0]?.span?.column]).toEqual(['bad-url', 9]);
  expect([file.at(['url']).column, file.keyAt(['url']).column]).toEqual([9, 2]);
});
