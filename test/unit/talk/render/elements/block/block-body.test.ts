import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { DataBlockToken } from '../../../../../../src/talk/model/token.ts';
import { parseBody } from '../../../../../../src/talk/render/elements/block/block-body.ts';
import {
  checkBody,
  keysAt,
} from '../../../../../../src/talk/render/elements/block/block-schema.ts';

/** A block whose body begins at line 10, indented by two. */
function tokenOf(text: string): DataBlockToken {
  const lines = text.split('\n').map((line, index) => {
    return { file: 'a.md', line: 10 + index, column: 3, length: line.length };
  });
  const span = { file: 'a.md', line: 9, column: 3, length: 8 };
  return { type: 'datablock', raw: '', name: 'test', text, span, lines };
}

const SCHEMA = v.strictObject({
  name: v.string(),
  size: v.optional(v.number()),
  kind: v.optional(v.picklist(['bar', 'line'])),
  marks: v.optional(v.array(v.strictObject({ label: v.string(), at: v.optional(v.string()) }))),
});

function check(text: string) {
  const result = checkBody(parseBody(tokenOf(text)), { block: 'test', schema: SCHEMA });
  if (result.ok) return result.spec;
  return result.problems.map(
    ({ code, message, span }) => `${span?.line}:${span?.column} ${code} ${message}`,
  );
}

test('places are those of the slide file, columns included', () => {
  const body = parseBody(tokenOf('name: a\nmarks:\n  - label: b'));
  expect(body.spanOf(['marks', 0, 'label'])).toEqual({
    file: 'a.md',
    line: 12,
    column: 14,
    length: 1,
  });
  expect(body.keySpanOf(['marks', 0, 'label'])).toEqual({
    file: 'a.md',
    line: 12,
    column: 7,
    length: 5,
  });
  expect(body.spanOf(['none'])).toEqual(tokenOf('').span);
});

test('each rule of a schema has its problem, with the path as authors read it', () => {
  expect(check('nme: a')).toEqual([
    '9:3 missing-block-key The test block needs the key "name".',
    '10:3 unknown-block-key A test block has no key "nme" here.',
  ]);
  expect(check('name: a\nmarks:\n  - label: [b]\n    ta: c')).toEqual([
    '12:14 wrong-value "marks[0].label" has to be a text.',
    '13:7 unknown-block-key A test block has no key "ta" here.',
  ]);
  expect(check('name: a\nkind: lin')).toEqual([
    '11:9 wrong-value "kind" has to be one of bar, line.',
  ]);
});

test('texts that look like numbers stay as written where a text is wanted', () => {
  expect(check('name: 6.10')).toEqual({ name: '6.10' });
  expect(check('name: 6.8\nsize: 0.50')).toEqual({ name: '6.8', size: 0.5 });
  expect(check('name: 1\nsize: 2')).toEqual({ name: '1', size: 2 });
  expect(check('name: a\nmarks:\n  - label: 2024\n    at: 2024-09')).toEqual({
    name: 'a',
    marks: [{ label: '2024', at: '2024-09' }],
  });
});

test('YAML that cannot be read, or is no mapping, is a fault', () => {
  expect(parseBody(tokenOf('name: [a')).faults).toHaveLength(1);
  expect(parseBody(tokenOf('- a\n- b')).faults).toHaveLength(1);
  expect(parseBody(tokenOf('')).faults).toEqual([]);
});

test('keys of a schema are found at any depth', () => {
  expect(keysAt(SCHEMA, [])).toEqual(['name', 'size', 'kind', 'marks']);
  expect(keysAt(SCHEMA, ['marks', 3])).toEqual(['label', 'at']);
  expect(keysAt(v.union([SCHEMA, v.string()]), [])).toContain('name');
});

test('aliases that would fill the memory are a fault, and those that authors write are not', () => {
  const names = [...'abcdefghij'];
  const bomb = names.map((name, index) => {
    const last = names[index - 1];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => (last ? `*${last}` : 'x')).join()}]`;
  });
  const [fault] = parseBody(tokenOf(bomb.join('\n'))).faults;
  expect(fault?.message).toBe('With its aliases written out it holds more than 10000 values.');
  const [own] = parseBody(tokenOf('a: &a { b: *a }')).faults;
  expect(own?.message).toContain('more than 10000 values');
  const good = parseBody(tokenOf('a: &a { b: 1 }\nc: [*a, *a]'));
  expect(good.faults).toEqual([]);
  expect(good.value).toEqual({ a: { b: 1 }, c: [{ b: 1 }, { b: 1 }] });
});

test('says the bounds of numbers in words', () => {
  const schema = v.strictObject({ size: v.pipe(v.number(), v.minValue(80), v.maxValue(640)) });
  const say = (text: string): string[] => {
    const result = checkBody(parseBody(tokenOf(text)), { block: 'test', schema });
    return result.ok ? [] : result.problems.map(({ message }) => message);
  };
  expect(say('size: 5')).toEqual(['"size" has to be 80 or more.']);
  expect(say('size: 700')).toEqual(['"size" has to be 640 or less.']);
});
