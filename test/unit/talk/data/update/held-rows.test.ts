import { expect, test } from 'vitest';
import {
  collectHeld,
  describeHeld,
  diffColumns,
} from '../../../../../src/talk/data/update/held-rows.ts';
import { readDataset } from '../context.ts';

const sources = { a: { name: 'A' } };

test('a fact is settled by its newest version alone', () => {
  const rows = [
    { asOf: '2026-10', n: 1, pinned: 'seen' },
    { asOf: '2026-10', n: 2, since: '2026-11' },
    { asOf: '2026-11', n: 3, since: '2026-11' },
    { asOf: '2026-11', n: 4, since: '2026-12', pinned: 'seen' },
  ];
  const held = collectHeld(readDataset('d', { title: 'D', sources, rows }), { key: null }, 'a');
  expect(held.find({ asOf: '2026-10', n: 5 })).toBeUndefined();
  expect(held.find({ asOf: '2026-11', n: 5 })?.['n']).toBe(4);
  const fresh = { rows: [{ asOf: '2026-11', n: 5 }] };
  expect(describeHeld(fresh, held, null)).toEqual([
    '2026-11: n is pinned at 4, and the source says 5',
  ]);
  expect(describeHeld({ rows: [{ asOf: '2026-11', n: 4 }] }, held, null)).toEqual([]);
});

test('an unknown value differs from none', () => {
  expect(
    diffColumns({ n: 1, m: null, since: '2026' }, { n: 2, m: 3, o: 4, since: '2025' }),
  ).toEqual(['n']);
});
