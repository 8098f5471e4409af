import { expect, test } from 'vitest';
import {
  BOUNDS,
  isRefused,
  readArrival,
  type Gate,
} from '../../../../../src/talk/data/update/arrive.ts';
import type { Arrival } from '../../../../../src/talk/model/live-shape.ts';

const GATE: Gate = {
  kind: 'series',
  sources: { us: { name: 'Us' } },
  row: { is: 'object', keys: { asOf: { is: 'text' }, count: { is: 'number' } }, optional: [] },
  ranges: { count: [0, 100] },
};
const GOOD = { asOf: '2026-01', count: 5 };

function take(value: unknown, gate: Partial<Gate> = {}): Arrival {
  const arrival = readArrival(value, { ...GATE, ...gate });
  if (isRefused(arrival)) throw new Error(arrival.refused);
  return arrival;
}

function refusal(value: unknown, gate: Partial<Gate> = {}): string | null {
  const arrival = readArrival(value, { ...GATE, ...gate });
  return isRefused(arrival) ? arrival.refused : null;
}

test('takes a dataset, a list of rows and a single row', () => {
  const row = { ...GOOD, source: 'us' };
  expect(take({ title: 'x', rows: [GOOD] })).toMatchObject({ rows: [row], isWhole: true });
  expect(take([GOOD])).toMatchObject({ rows: [row], isWhole: false });
  expect(take(GOOD)).toMatchObject({ rows: [row], isWhole: false });
});

test('reads when it was made', () => {
  expect(take({ updated: '2026-01-01T00:00:01Z', rows: [GOOD] }).stamp).toBe(1767225601000);
  expect(take({ updated: 'soon', rows: [GOOD] }).stamp).toBe(null);
});

test.each<[string, object]>([
  ['a date that is none', { asOf: '2026-13' }],
  ['no date', { asOf: undefined }],
  ['a number as a text', { count: '5' }],
  ['a figure out of its range', { count: 101 }],
  ['an unknown source', { source: 'them' }],
  ['a retrieved that is no date', { retrieved: 'today' }],
  ['an exact that is neither', { exact: 'no' }],
  ['a text without end', { text: 'x'.repeat(BOUNDS.text + 1) }],
  ['a link to script', { url: 'javascript:alert(1)' }],
  ['a link to script further down', { more: [{ url: 'javascript:alert(1)' }] }],
  ['a list without end', { list: Array.from({ length: BOUNDS.parts + 1 }, () => 1) }],
  ['a key that is none', JSON.parse('{"more": {"__proto__": {"a": 1}}}') as object],
])('leaves out a row with %s', (_name, cells) => {
  expect(take([GOOD, { ...GOOD, ...cells }])).toMatchObject({ dropped: [expect.any(String)] });
  expect(take([GOOD, { ...GOOD, ...cells }]).rows).toHaveLength(1);
});

test('leaves out a row that is nested too deep', () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 5000; depth++) deep = [deep];
  expect(take([GOOD, { ...GOOD, deep }]).rows).toHaveLength(1);
});

test('refuses what is no dataset', () => {
  for (const value of ['<html>', 7, null, []]) expect(refusal(value)).not.toBe(null);
  expect(refusal({ rows: 'x' })).toBe('it is no dataset');
  expect(refusal([{ name: 'x' }])).toContain('nothing in it fits');
  const many = Array.from({ length: BOUNDS.rows + 1 }, () => GOOD);
  expect(refusal(many)).toContain('more than');
});

test('takes an edition whole or not at all', () => {
  const gate = {
    kind: 'editions',
    row: { ...GATE.row, keys: { count: { is: 'number' } } },
  } as const;
  const good = { asOf: '2026-01', source: 'us', rows: [{ count: 1 }, { count: 2 }] };
  const bad = { asOf: '2026-02', source: 'us', rows: [{ count: 1 }, { count: 'x' }] };
  const arrival = take({ editions: [good, bad] }, gate as Partial<Gate>);
  expect(arrival.editions).toEqual([good]);
  expect(arrival.dropped).toHaveLength(1);
});

test('takes a source only with a name and an address of the web', () => {
  const sources = { a: { name: 'A', url: 'https://a.example/' }, b: { name: 'B', url: 'data:x' } };
  const rows = [
    { ...GOOD, source: 'a' },
    { ...GOOD, source: 'b' },
  ];
  const arrival = take({ sources, rows });
  expect(Object.keys(arrival.sources)).toEqual(['a']);
  expect(arrival.rows).toHaveLength(1);
});
