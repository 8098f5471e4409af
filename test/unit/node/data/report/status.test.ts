import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readFacts } from '../../../../../src/node/project/cache/dataset-facts.ts';
import { listStatus, type DatasetStatus } from '../../../../../src/node/data/report/status.ts';
import { renderStatus } from '../../../../../src/node/data/report/status-table.ts';
import type { SourceStates } from '../../../../../src/node/data/refresh/source-state.ts';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../../../../src/talk/data/dataset/recipe.ts';
import { toZone } from '../../../../../src/talk/data/zone.ts';
import { LIST_TEXT, listRecipe } from '../../../../support/refresh.ts';

const BY_HAND: DatasetRecipe = { schema: v.object({}) };

interface Case {
  text?: string | null;
  recipe?: DatasetRecipe | null;
  fault?: string;
  states?: SourceStates;
  today?: string;
  now?: string;
  timezone?: string;
}

function statusOf({
  text = LIST_TEXT,
  recipe = listRecipe(),
  fault,
  states = {},
  today = '2024-10-03',
  now,
  timezone = 'UTC',
}: Case): DatasetStatus {
  const dataset =
    text === null ? null : parseDataset({ path: 'data/list.json', text }, 'list').value;
  const [status] = listStatus({
    names: ['list'],
    facts: () => (dataset ? readFacts(toZone(dataset, timezone), recipe?.refresh?.id) : undefined),
    dataset: () => dataset ?? undefined,
    recipes: new Map(recipe ? [['list', recipe]] : []),
    faults: new Map(fault === undefined ? [] : [['list', fault]]),
    hasFile: () => text !== null,
    talks: [],
    states,
    today,
    now: Date.parse(now ?? `${today}T12:00Z`),
    timezone,
  });
  if (!status) throw new Error('There is no status.');
  return status;
}

test('says when the newest row was true and when the next is due', () => {
  expect(statusOf({})).toEqual({
    name: 'list',
    title: 'Subscribers',
    rows: 2,
    asOf: '2024-09',
    age: 3,
    due: '2024-10-07',
    source: 'lists.example',
    state: 'fresh',
    failure: null,
    advice: null,
    differences: [],
    talks: [],
  });
});

test('distinguishes fresh, due, stale, failed, broken, never and by hand', () => {
  const failed = {
    at: '2024-10-01T00:00:00.000Z',
    kind: 'http',
    message: 'It failed.',
    advice: 'Wait.',
  };
  expect(statusOf({ today: '2024-10-07' }).state).toBe('due');
  expect(statusOf({ today: '2024-12-01' }).state).toBe('stale');
  expect(statusOf({ states: { list: { failed } } })).toMatchObject({
    state: 'failed',
    failure: 'It failed.',
  });
  expect(statusOf({ text: '{' }).state).toBe('broken');
  expect(statusOf({ text: null }).state).toBe('never');
  expect(statusOf({ recipe: BY_HAND })).toMatchObject({
    state: 'by hand',
    due: null,
    source: 'By hand',
  });
});

test('a recipe that cannot be used is broken, and says why', () => {
  expect(statusOf({ recipe: null, fault: 'its "key" is missing' })).toMatchObject({
    state: 'broken',
    failure: 'its "key" is missing',
    rows: 2,
  });
});

test('a source that was asked and said the same is fresh again', () => {
  const states = { list: { good: '2024-11-30T08:00:00.000Z' } };
  expect(statusOf({ today: '2024-12-01', states })).toMatchObject({
    state: 'fresh',
    due: '2024-12-07',
  });
});

const { style } = createTerminal({
  out: { write: () => true },
  err: { write: () => true },
  env: { NO_COLOR: '1' },
});

const TALKS = ['one-long-name-of-a-talk', 'another-long-name'];

test('a list without dates is as new as the last row that became known', () => {
  const text = LIST_TEXT.replaceAll('"asOf"', '"since"');
  expect(statusOf({ text, recipe: BY_HAND })).toMatchObject({ asOf: '2024-09', age: 3 });
});

test('prints a line each where the screen is wide enough', () => {
  const status = { ...statusOf({}), talks: TALKS };
  const dateless = { ...status, name: 'another-list', asOf: null, age: null };
  const text = renderStatus([status, dateless], { style, columns: 132 });
  expect(text.split('\n')).toEqual([
    '  dataset       rows  newest   age  next due    state  source         talks',
    '  list             2  2024-09  3 d  2024-10-07  fresh  lists.example  one-long-name-of-a-talk, another-long-name',
    '  another-list     2  –          –  2024-10-07  fresh  lists.example  one-long-name-of-a-talk, another-long-name',
    '',
    '2 fresh',
  ]);
});

test('on a narrow screen nothing is cut short: sources and talks stand below', () => {
  const name = 'rust-standalone-installers';
  const source = 'Package archives of three distributions';
  const failure = { state: 'failed', failure: 'It failed.', advice: 'Wait.' } as const;
  const status = { ...statusOf({}), talks: TALKS, source, name, ...failure, age: 672 };
  const text = renderStatus([status, { ...status, name: 'list' }], { style, columns: 80 });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(text.split('\n')).toEqual([
    '  dataset                     rows  newest     age  next due    state',
    '  rust-standalone-installers     2  2024-09  672 d  2024-10-07  failed, kept',
    '      Package archives of three distributions · in one-long-name-of-a-talk,',
    '      another-long-name',
    '  list                           2  2024-09  672 d  2024-10-07  failed, kept',
    '      Package archives of three distributions · in one-long-name-of-a-talk,',
    '      another-long-name',
    '',
    '  rust-standalone-installers, list: It failed.',
    '  Wait.',
    '',
    '2 failed, kept',
  ]);
});

const TIMED = `{"title": "Latency", "sources": {"list": {"name": "S"}}, "rows": [
  {"asOf": "2026-11-30T19:40Z", "subscribers": 3, "source": "list"}]}`;

test('rows with a time are as old as their time, by the clock of the project', () => {
  const base = listRecipe();
  const refresh = { ...base.refresh, updatePeriod: '1h', staleAfter: '12h' } as const;
  const recipe = { ...base, refresh } as DatasetRecipe;
  const at = (now: string, timezone = 'Asia/Kolkata') =>
    statusOf({ text: TIMED, recipe, today: '2026-12-01', now, timezone });
  expect(at('2026-11-30T20:20Z')).toMatchObject({
    asOf: '2026-12-01T01:10+05:30',
    due: '2026-12-01T02:10+05:30',
    state: 'fresh',
  });
  expect(at('2026-11-30T20:20Z', 'America/Los_Angeles').asOf).toBe('2026-11-30T11:40-08:00');
  expect(at('2026-11-30T20:41Z').state).toBe('due');
  expect(at('2026-12-01T07:39Z').state).toBe('due');
  expect(at('2026-12-01T07:40Z').state).toBe('stale');
  const lines = renderStatus([at('2026-11-30T20:20Z'), at('2026-12-01T07:40Z')], {
    style,
    columns: 132,
  }).split('\n');
  expect(lines[1]).toContain('2026-12-01 01:10  40 min  2026-12-01 02:10  fresh');
  expect(lines[2]).toContain('2026-12-01 01:10    12 h  2026-12-01 02:10  stale');
});
