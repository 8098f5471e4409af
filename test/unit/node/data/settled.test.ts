import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { listDifferences } from '../../../../src/node/data/report/differences.ts';
import { parseDataset } from '../../../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../../../src/talk/data/dataset/recipe.ts';
import { NOW } from '../../../support/faults.ts';
import {
  listRecipe,
  makeFolder,
  runRefresh,
  serveFor,
  testWorld,
} from '../../../support/refresh.ts';

const DAY = 86_400_000;
const HEAD = {
  title: 'L',
  sources: { lists: { name: 'lists.example' }, typed: { name: 'By hand' } },
};

interface Fact {
  asOf: string;
  n: number;
}

/** A recipe whose answer is a list of dated rows. */
function seriesRecipe(): DatasetRecipe {
  return {
    ...listRecipe({
      parse: ({ answer }) => ({ rows: (answer as Fact[]).map((row) => ({ ...row })) }),
    }),
    schema: v.object({ asOf: v.string(), n: v.number() }),
    ranges: {},
  };
}

/** Refreshes a dataset on a later day, and returns the result with the file before and after. */
async function refresh(content: object, facts: readonly Fact[], recipe = seriesRecipe()) {
  const root = makeFolder();
  const file = path.join(root, 'data/list.json');
  writeFileSync(file, JSON.stringify(content, null, 1));
  const served = await serveFor((_, response) => void response.end(JSON.stringify(facts)));
  const mirrors = [`https://lists.example=${served.url}`];
  const world = testWorld({ now: () => NOW + DAY });
  const [result] = await runRefresh(root, { list: recipe }, { mirrors, world });
  const text = readFileSync(file, 'utf8');
  const { value } = parseDataset({ path: 'data/list.json', text }, 'list', recipe);
  return { result, rows: value?.rows ?? [], dataset: value ?? undefined };
}

test('a refresh never overwrites a pinned row, and reports what the source says', async () => {
  const pinned = { asOf: '2026-11-02', n: 44, source: 'lists', pinned: 'typed wrong there' };
  const facts = [
    { asOf: '2026-11-01', n: 2 },
    { asOf: '2026-11-02', n: 4 },
  ];
  const { result, rows, dataset } = await refresh({ ...HEAD, rows: [pinned] }, facts);
  expect(result).toMatchObject({ outcome: 'new', added: 1, corrected: 0 });
  expect(result?.note).toBe('1 value held by hand');
  expect(rows).toContainEqual(pinned);
  expect(listDifferences(dataset, result?.sourceState ?? {}, '2026-11-23')).toEqual([
    '2026-11-02: n is pinned at 44, and the source says 4',
  ]);
});

test('a pin holds against an answer that looks impossible beside it', async () => {
  const pinned = { asOf: '2026-11-02', n: 4400, source: 'lists', pinned: 'typed wrong there' };
  const { result } = await refresh({ ...HEAD, rows: [pinned] }, [{ asOf: '2026-11-02', n: 0 }]);
  expect(result).toMatchObject({ outcome: 'unchanged', failure: null });
});

test('a refresh does not bring a retired row back, nor is anything compared with it', async () => {
  const retired = { on: '2026-11-10', why: 'a fault of the counter' };
  const wrong = { asOf: '2026-11-02', n: 900_000, source: 'lists', retired };
  const { result, rows } = await refresh({ ...HEAD, rows: [wrong] }, [
    { asOf: '2026-11-01', n: 20 },
    { asOf: '2026-11-02', n: 21 },
  ]);
  expect(result).toMatchObject({ outcome: 'new', added: 1, corrected: 0 });
  expect(result?.sourceState.differences).toEqual([
    '2026-11-02 is retired, and the source still lists it',
  ]);
  expect(rows).toContainEqual(wrong);
  const after = await refresh({ ...HEAD, rows: [wrong] }, [{ asOf: '2026-11-01', n: 20 }]);
  expect(after.result).toMatchObject({ outcome: 'new', added: 1 });
});

test('a source adds its row beside that of another one, and the difference is reported', async () => {
  const typed = { asOf: '2026-11-02', n: 44, source: 'typed' };
  const content = { ...HEAD, prefer: ['typed', 'lists'], rows: [typed] };
  const { rows, result, dataset } = await refresh(content, [{ asOf: '2026-11-02', n: 4 }]);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual(typed);
  expect(listDifferences(dataset, result?.sourceState ?? {}, '2026-11-23')).toEqual([
    '2026-11-02: n is 44 by By hand, which is shown, and 4 by lists.example',
  ]);
});

test('a new edition keeps pinned rows, and those that are retired as long as the source lists them', async () => {
  const rows = [
    { team: 'red', n: 30, pinned: 'counted in the room' },
    { team: 'blue', n: 5, retired: { on: '2026-11-10', why: 'merged' } },
    { team: 'grey', n: 1, pinned: 'lost by the source' },
    { team: 'green', n: 2 },
  ];
  const table = [
    { team: 'red', n: 3 },
    { team: 'blue', n: 5 },
    { team: 'green', n: 4 },
  ];
  const recipe = {
    ...listRecipe({ parse: (_, { today }) => ({ asOf: today, table }) }),
    schema: v.object({ team: v.string(), n: v.number() }),
    ranges: {},
  };
  const editions = [{ asOf: '2026-11-01', source: 'lists', rows }];
  const { dataset, result } = await refresh({ ...HEAD, key: 'team', editions }, [], recipe);
  expect(result).toMatchObject({ outcome: 'new' });
  expect(dataset?.editions.at(-1)?.rows).toEqual([
    rows[0],
    rows[1],
    { team: 'green', n: 4 },
    rows[2],
  ]);
});
