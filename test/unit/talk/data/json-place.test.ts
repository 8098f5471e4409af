import { expect, test } from 'vitest';
import { parseJson, type JsonPath } from '../../../../src/talk/data/json-place.ts';

const parse = (text: string) => parseJson({ path: 'data/a.json', text });
const printed = ({ line, column, length }: { line: number; column: number; length: number }) =>
  `${line}:${column}+${length}`;
const problemsOf = (text: string) =>
  parse(text).problems.map(({ code, span }) => `${span ? printed(span) : '?'} ${code}`);

/** Places of the value and the key at a path. */
function placesOf(text: string, path: JsonPath): (string | undefined)[] {
  const { value } = parse(text);
  return [value?.spanOf(path), value?.keySpanOf(path)].map((span) => span && printed(span));
}

const TEXT = '{\n  "rows": [\n    { "n": 12, "m": "ab" }\n  ]\n}\n';

test('reads a value and the places of its parts', () => {
  expect(parse(TEXT).value?.value).toEqual({ rows: [{ n: 12, m: 'ab' }] });
  expect(placesOf(TEXT, ['rows', 0, 'n'])).toEqual(['3:12+2', '3:7+3']);
  expect(placesOf(TEXT, ['rows', 0, 'm'])).toEqual(['3:21+4', '3:16+3']);
  expect(placesOf(TEXT, [])).toEqual(['1:1+1', '1:1+1']);
});

test('a path that leads nowhere has the place of its nearest ancestor', () => {
  expect(placesOf(TEXT, ['rows', 0, 'x'])).toEqual(['3:5+22', '3:5+22']);
  expect(placesOf(TEXT, ['rows', 9, 'x'])[0]).toBe('2:11+1');
});

test('a value of several lines has the place of its first', () => {
  expect(placesOf(TEXT, ['rows'])).toEqual(['2:11+1', '2:3+6']);
});

test.each([
  ['{ "a": 1,\n}', '1:9+1'],
  ['{ "a": 1\n"b": 2 }', '1:8+1'],
  ['{ "a" 1 }', '1:7+1'],
  ['{ a: 1 }', '1:3+1'],
  ['[1 2]', '1:4+1'],
  ['["ab', '1:2+3'],
  ['[1] // x', '1:5+4'],
  ['', '1:1+1'],
])('reports the first mistake of %j at its place', (text, place) => {
  expect(problemsOf(text)).toEqual([`${place} bad-json`]);
  expect(parse(text).value).toBeNull();
});

test('a byte order mark has no column', () => {
  expect(placesOf('\uFEFF{"a": 1}', ['a'])).toEqual(['1:7+1', '1:2+3']);
});

test('reports keys that are twice in one object, at the second', () => {
  expect(problemsOf('{"a": 1,\n "a": {"b": 1}, "c": {"b": 2}}')).toEqual(['2:2+3 duplicate-key']);
});

test('lists that are nested too deep are no value, and brackets in text do not count', () => {
  expect(problemsOf('['.repeat(41))).toEqual(['1:41+1 bad-json']);
  expect(problemsOf(JSON.stringify('['.repeat(99) + '"'))).toEqual([]);
});

test('shows control characters and reports the first', () => {
  const text = '["a\\u0007b\\b"]';
  expect(parse(text).value?.value).toEqual(['a\u2407b\u2408']);
  expect(problemsOf(text)).toEqual(['1:4+6 control-character']);
  expect(problemsOf('["a\\n\\t"]')).toEqual([]);
});

test('the lines of a merge conflict are reported as such', () => {
  const text = '[\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> b\n]\n';
  expect(problemsOf(text)).toEqual(['2:1+7 merge-conflict']);
});
