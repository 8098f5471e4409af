import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import type { RefreshResult } from '../../src/node/data/refresh/refresh-result.ts';
import { LIMITS, type Limits } from '../../src/node/data/http/limits.ts';
import { refreshTargets, type RefreshOptions } from '../../src/node/data/refresh/refresh.ts';
import type { World } from '../../src/node/data/http/session.ts';
import type { Target } from '../../src/node/data/refresh/refresh-target.ts';
import { parseMirrors } from '../../src/node/data/http/mirror.ts';
import { parseDataset } from '../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../src/talk/data/dataset/recipe.ts';
import type { RefreshRecipe } from '../../src/talk/data/update/refresh-context.ts';
import { NOW, serve, type Answerer, type Served } from './faults.ts';

/** Whether the machine has git, which is no part of Node. */
export const HAS_GIT = spawnSync('git', ['--version']).status === 0;

/** Times so short that a test of time-outs does not feel them; other tests may take theirs on a busy machine. */
export const QUICK: Limits = {
  ...LIMITS,
  firstByte: 150,
  silence: 100,
  request: 250,
  total: 60_000,
  retries: [1000, 4000],
};

/** A world whose clock stands at noon of 22 November 2026 and whose waits are only written down. */
export function testWorld(world: Partial<World> = {}): World & { waits: number[] } {
  const waits: number[] = [];
  return {
    env: {},
    now: () => NOW,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    limits: LIMITS,
    waits,
    ...world,
  };
}

/** Makes a folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'data'));
  return folder;
}

/** Serves for the time of a test. */
export async function serveFor(answer: Answerer, now?: () => number): Promise<Served> {
  const served = await serve(answer, now);
  onTestFinished(served.close);
  return served;
}

/** The dataset that the tests refresh. */
export const LIST_TEXT = `{
  "title": "Subscribers",
  "sources": {
    "typed": { "name": "By hand" }
  },
  "rows": [
    { "asOf": "2023-09", "subscribers": 460, "exact": false, "source": "typed" },
    { "asOf": "2024-09", "subscribers": 536, "source": "typed" }
  ]
}
`;

/** A recipe whose source has a public name, so that tests ask their own server with `--mirror`. */
export function listRecipe(refresh: Partial<RefreshRecipe> = {}): DatasetRecipe {
  return {
    schema: v.object({ asOf: v.string(), subscribers: v.nullable(v.number()), source: v.string() }),
    ranges: { subscribers: [0, 1_000_000] },
    refresh: {
      id: 'lists',
      source: { name: 'lists.example', url: 'https://lists.example/', licence: 'CC0-1.0' },
      minInterval: '6h',
      updatePeriod: '7d',
      staleAfter: '60d',
      ask: { url: 'https://lists.example/count.json', format: 'json' },
      parse: ({ answer }, { today }) => {
        const { subscribers } = v.parse(v.object({ subscribers: v.number() }), answer);
        return { rows: [{ asOf: today, subscribers }] };
      },
      ...refresh,
    },
  };
}

/** What a refresh of some recipes is run with. */
export interface RunOptions extends Partial<Omit<RefreshOptions, 'mirrors' | 'world'>> {
  /** Pairs of `--mirror`. */
  mirrors?: readonly string[];
  world?: World;
}

/** Refreshes datasets in a folder with recipes by name. */
export function runRefresh(
  root: string,
  recipes: Readonly<Record<string, DatasetRecipe>>,
  { mirrors = [], world = testWorld(), ...options }: RunOptions = {},
): Promise<RefreshResult[]> {
  const targets = Object.entries(recipes).flatMap(([name, recipe]): Target[] =>
    recipe.refresh
      ? [{ name, file: `data/${name}.json`, recipe, refresh: recipe.refresh, recipeText: '' }]
      : [],
  );
  const findDataset = (name: string) => {
    const recipe = recipes[name];
    const file = `data/${name}.json`;
    const text = readFileSync(path.join(root, file), 'utf8');
    return parseDataset({ path: file, text }, name, recipe).value ?? undefined;
  };
  return refreshTargets(targets, findDataset, {
    root,
    names: [],
    isDryRun: false,
    userAgent: 'rostrum-test',
    ...options,
    world,
    mirrors: parseMirrors(mirrors),
  });
}

/** Refreshes the list of `LIST_TEXT` from a server, and gives the outcome and the file. */
export async function refreshList(
  url: string,
  { text = LIST_TEXT, recipe = listRecipe(), world = testWorld() } = {},
): Promise<RefreshResult & { file: string; root: string }> {
  const root = makeFolder();
  const file = path.join(root, 'data/list.json');
  writeFileSync(file, text);
  const mirrors = [`https://lists.example=${url}`];
  const [result] = await runRefresh(root, { list: recipe }, { mirrors, world });
  if (!result) throw new Error('There is no result.');
  return { ...result, file: readFileSync(file, 'utf8'), root };
}
