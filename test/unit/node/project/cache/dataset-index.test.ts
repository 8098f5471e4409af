import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as afterWork } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatasetIndex } from '../../../../../src/node/project/cache/dataset-index.ts';
import { NO_RECIPES } from '../../../../../src/node/project/project-recipes.ts';
import { locateCache } from '../../../../../src/node/typescript.ts';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';

const text = JSON.stringify({
  title: 'Riders',
  sources: { counter: { name: 'City counter' } },
  rows: [
    { asOf: '2026-01', riders: 4 },
    { asOf: '2026-02', riders: 5, retrieved: '2026-03-01' },
  ],
});
const FACTS = {
  title: 'Riders',
  isDated: true,
  rows: 2,
  newest: { asOf: '2026-02', retrieved: null, source: 'counter' },
  sourceName: 'City counter',
  isSettled: false,
  isCompared: false,
};

let root: string;
beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'rostrum-index-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Opens the index of a project with one dataset; counts how often its rows are read. */
function open({ stamp = '1:80', code = 'a', state = 'engine', isBroken = false, saved = '' }) {
  let reads = 0;
  let looks = 0;
  const find = openDatasetIndex(
    root,
    state === '' ? null : state,
    {
      listing: {
        talks: new Map(),
        slides: [],
        datasets: new Map([['riders', 'data/riders.json']]),
        unread: new Map(),
        recipes: new Map(),
        scripts: [],
      },
      book: { ...NO_RECIPES, code },
      timezone: 'UTC',
      library: {
        dataset() {
          reads++;
          if (isBroken) return undefined;
          return parseDataset({ path: 'data/riders.json', text }, 'riders').value ?? undefined;
        },
      },
    },
    () => (looks++ === 0 || saved === '' ? stamp : saved),
  );
  return { find, reads: () => reads };
}

test('rows are read once for each state of their file, from run to run', async () => {
  const first = open({});
  expect([first.find('riders'), first.find('riders'), first.reads()]).toEqual([FACTS, FACTS, 1]);
  await afterWork();
  const second = open({});
  expect([second.find('riders'), second.reads()]).toEqual([FACTS, 0]);
  for (const changed of [{ stamp: '2:80' }, { code: 'b' }, { state: 'other' }, { state: '' }]) {
    const other = open(changed);
    expect([other.find('riders'), other.reads()]).toEqual([FACTS, 1]);
    await afterWork();
  }
});

test('what cannot be read, and what changed meanwhile, is not kept', async () => {
  for (const fault of [{ isBroken: true }, { saved: '2:80' }]) {
    open(fault).find('riders');
    await afterWork();
    const next = open({ isBroken: true });
    expect([next.find('riders'), next.reads()]).toEqual([undefined, 1]);
  }
  expect(open({}).find('others')).toBe(undefined);
});

test('an index that is damaged or thrown away is made again', async () => {
  open({}).find('riders');
  await afterWork();
  const file = path.join(locateCache(root), 'data/index.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ state: 'engine' });
  writeFileSync(file, '{"state":"engine","files":nul');
  const next = open({});
  expect([next.find('riders'), next.reads()]).toEqual([FACTS, 1]);
});
