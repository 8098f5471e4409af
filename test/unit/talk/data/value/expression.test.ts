import { expect, test } from 'vitest';
import { parseExpression } from '../../../../../src/talk/data/value/expression.ts';

function read(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) return `${parsed.fault.offset}: ${parsed.fault.expected}`;
  const { root, key, path, filters } = parsed.expression;
  return {
    root: root.text,
    key: key?.text ?? null,
    path: path.map((part) => part.text),
    filters: filters.map(({ name, words }) => [name, ...words].map((part) => part.text).join(' ')),
  };
}

test('a value has a dataset, a path and filters', () => {
  expect(read('mailing-list.subscribers')).toEqual({
    root: 'mailing-list',
    key: null,
    path: ['subscribers'],
    filters: [],
  });
  expect(read(' kernel-releases["6.11"].rust.version | ago 1y | compact ')).toEqual({
    root: 'kernel-releases',
    key: '6.11',
    path: ['rust', 'version'],
    filters: ['ago 1y', 'compact'],
  });
});

test('a key may stand in single quotes and hold anything but its end', () => {
  expect(read("x['a b.c | d'].y")).toMatchObject({ key: 'a b.c | d', path: ['y'] });
});

test('every part knows where it stands', () => {
  const parsed = parseExpression('a-b["6.11"].rust | ago 1y');
  expect(parsed).toMatchObject({
    ok: true,
    expression: {
      root: { offset: 0, length: 3 },
      key: { offset: 3, length: 8 },
      path: [{ offset: 12, length: 4 }],
      filters: [{ name: { offset: 19, length: 3 }, words: [{ offset: 23, length: 2 }] }],
    },
  });
});

test('what cannot be read says where and what was expected', () => {
  expect(read('')).toBe('0: the name of a dataset, or "talk"');
  expect(read('a.')).toBe('2: a column after the dot');
  expect(read('a.b |')).toBe('5: a filter or format after "|"');
  expect(read('a.b + 1')).toBe('4: ".column", "["row"]" or "| filter"');
  expect(read('a["b.c')).toBe('1: ".column", "["row"]" or "| filter"');
  expect(read('a.b()')).toContain('3: ');
});
