import { expect, test } from 'vitest';
import { parseJson } from '../../../../../src/talk/data/json-place.ts';

/** Returns what is marked in a text that is no JSON, with the message and the hint. */
function faultOf(text: string): string {
  const [problem] = parseJson({ path: 'data/trips.json', text }).problems;
  const { line = 1, column = 1, length = 0 } = problem?.span ?? {};
  const marked = (text.split('\n')[line - 1] ?? '').slice(column - 1, column - 1 + length);
  return `${marked} | ${problem?.message} ${problem?.hint}`;
}

test.each([
  ['[{ "asOf": 2024-09 }]', '2024-09 | A date stands in double quotes. Write "2024-09".'],
  ['[{ "asOf": 2024-09-18, "n": 1 }]', '2024-09-18 | A date stands'],
  ['[{ "asOf": 18.9.2024 }]', '18.9.2024 | A date stands'],
  ['[{ "n": 1,536 }]', '1,536 | A number has no commas between its digits. Write 1536.'],
  ['[{ "n": 007 }]', '007 | A number does not begin with 0. Write 7'],
  ['[{ "n": NaN }]', 'NaN | JSON has no NaN. Write null'],
  ['[{ "n": None }]', 'None | JSON has no None'],
  ['[{ "n": True }]', 'True | JSON has no True. Write true'],
  ["[{ 'n': 1 }]", "' | JSON has double quotes only"],
  ['[{ “n”: 1 }]', '“ | JSON has straight double quotes only'],
  ['[{ n: 1 }]', 'n | Keys and texts stand in double quotes. Write "n"'],
  ['[{ "n": one }]', 'one | Keys and texts stand in double quotes'],
  ['[1, 2,]', ', | Nothing follows this comma'],
  ['{ "a": 1,\n}', ', | Nothing follows this comma'],
  ['{ "a": 1\n"b": 2 }', '1 | A comma is missing behind line 1'],
  ['[{ "a": 1 }', '} | The file ends before its brackets are closed. Add ] at its end.'],
  ['[{ "a": , "b": 1 }]', ', | A value is missing before this comma'],
  ['', ' | The file is empty.'],
  ['name,count\nC,1\n', 'n | This is CSV, not JSON.'],
  ['title: Trips\nrows: []\n', 't | This is YAML, not JSON.'],
  ['<!doctype html>\n<p>Trips\n', '< | This is a page (HTML or XML), not JSON.'],
  ['{"n": 1}\n{"n": 2}\n', '{ | Each line is a row of its own'],
])('%s', (text, expected) => {
  expect(faultOf(text)).toContain(expected);
});
