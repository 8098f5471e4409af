import { expect, test } from 'vitest';
import { findSharedRows } from '../../../../../src/talk/blocks/figure/figure-shared.ts';
import type { Row } from '../../../../../src/talk/model/dataset.ts';
import { makeView } from '../../../../gallery/example.ts';

const BUILDS: Row[] = [
  { asOf: '2024', compiler: 'gcc', builds: 40 },
  { asOf: '2024', compiler: 'rustc', builds: 10 },
  { asOf: '2025', compiler: 'gcc', builds: 42 },
];

function find(rows: Row[], dates: (string | null)[]) {
  const data = makeView('builds', rows);
  return findSharedRows(rows, new Set(dates), { value: 'builds', data });
}

test('finds rows of one date, and the column in which they differ', () => {
  expect(find(BUILDS, ['2024', '2025'])).toMatchObject({
    place: '"2024"',
    count: 2,
    differ: { column: 'compiler', cell: 'gcc' },
  });
});

test('leaves rows whose dates the figure does not show', () => {
  expect(find(BUILDS, ['2025'])).toBeNull();
});

test('finds rows without a date, which have no newest one', () => {
  const rows = BUILDS.map(({ compiler, builds }) => ({ compiler, builds }) as Row);
  expect(find(rows, [null])).toMatchObject({ place: '', count: 3 });
  expect(find(rows.slice(0, 1), [null])).toBeNull();
});

test('names no column where rows are equal but for the number', () => {
  expect(find([{ builds: 1 }, { builds: 2 }], [null])?.differ).toBeNull();
});
