import { expect, test } from 'vitest';
import { describeShared } from '../../../../src/talk/blocks/shared-rows.ts';
import type { Row } from '../../../../src/talk/model/dataset.ts';
import { makeView } from '../../../gallery/example.ts';

function describe(rows: Row[]) {
  const data = makeView('builds', rows);
  const shared = { place: 'are "2024"', groups: [rows] };
  return describeShared(shared, { block: 'figure', data, used: ['builds'], key: null });
}

test('names the column in which rows differ, a word before a number', () => {
  const rows = [
    { builds: 40, run: 1, compiler: 'gcc' },
    { builds: 10, run: 2, compiler: 'rustc' },
  ];
  expect(describe(rows)).toMatchObject({
    count: 2,
    differ: { column: 'compiler', cell: 'gcc' },
    key: null,
  });
});

test('names no column where rows are equal but for the number', () => {
  expect(describe([{ builds: 1 }, { builds: 2 }]).differ).toBeNull();
});
