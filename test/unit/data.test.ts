import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDataset } from '../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../src/talk/data/dataset/recipe.ts';
import type { Dataset } from '../../src/talk/model/dataset.ts';
import { isPartialDate } from '../../src/talk/data/date.ts';
import { evaluateValue } from '../../src/talk/data/value/value.ts';
import { viewDataset } from '../../src/talk/data/view.ts';
import { makeContext } from './talk/data/context.ts';

const FOLDER = new URL('../../data/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

async function loadRecipe(name: string): Promise<DatasetRecipe> {
  const module = (await import(`../../data/${name}.ts`)) as { default: DatasetRecipe };
  return module.default;
}

function readText(name: string): string {
  return readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
}

async function load(name: string): Promise<Dataset> {
  const source = { path: `data/${name}.json`, text: readText(name) };
  const { value, problems } = parseDataset(source, name, await loadRecipe(name));
  expect(problems).toEqual([]);
  if (!value) throw new Error(`data/${name}.json is no dataset`);
  return value;
}

async function print(expression: string, asOf: string): Promise<string> {
  const name = /^[\w-]+/.exec(expression)?.[0] ?? '';
  const dataset = await load(name);
  const context = makeContext(asOf, [dataset]);
  const result = evaluateValue(expression, context);
  return result.ok ? result.text : result.problems.map(() => 'problem').join();
}

test.each(names)(
  '%s fits its recipe, and every row has a source and a known date',
  async (name) => {
    const dataset = await load(name);
    const rows = [...dataset.rows, ...dataset.editions.flatMap((edition) => edition.rows)];
    expect(rows.length).toBeGreaterThan(0);
    for (const { source } of dataset.editions)
      expect(dataset.sources).toHaveProperty([source ?? '']);
    for (const { source } of dataset.rows) expect(dataset.sources).toHaveProperty([source ?? '']);
    for (const { asOf } of dataset.editions) expect(isPartialDate(asOf)).toBe(true);
  },
);

test.each(names)('%s has one row a line and ends with a line break', (name) => {
  const text = readText(name);
  expect(text.endsWith('}\n')).toBe(true);
  const rows = text.split('\n').filter((line) => /^ {4,8}\{ "/.test(line));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/\},?$/);
});

test.each(names)(
  '%s shows something on the day of the talk, or says from when on',
  async (name) => {
    const result = viewDataset(await load(name), '2024-09-18');
    const later = ['kernel-supported'];
    expect(result.ok).toBe(!later.includes(name));
  },
);

test('the figures of the LPC 2024 talk come out as its slides print them', async () => {
  const day = '2024-09-18';
  expect(await print('mailing-list.subscribers', day)).toBe('536');
  expect(await print('mailing-list.subscribers | ago 1y', day)).toBe('~460');
  expect(await print('zulip-users.users', day)).toBe('754');
  expect(await print('zulip-users.users | ago 1y', day)).toBe('~530');
  expect(await print('zulip-active.active', day)).toBe('~30');
  expect(await print('zulip-active.active | ago 1y', day)).toBe('~25');
  expect(await print('zulip-messages.messages | compact', day)).toBe('~25k');
  expect(await print('zulip-messages.messages | ago 1y | compact', day)).toBe('~12k');
  expect(await print('mailing-list.subscribers | growth 1y', day)).toBe('~17%');
  expect(await print('zulip-messages.messages | growth 1y', day)).toBe('~110%');
});

test('the minimum Rust version depends on the date', async () => {
  expect(await print('minimum-rust.rust', '2024-09-18')).toBe('1.78.0');
  expect(await print('minimum-rust.kernel', '2024-09-18')).toBe('6.11');
  expect(await print('minimum-rust.rust', '2026-11-22')).toBe('1.85.0');
  expect(await print('minimum-rust.kernel', '2026-11-22')).toBe('7.1');
});

test('the newest Rust and bindgen depend on the date', async () => {
  expect(await print('rust-releases.version', '2024-09-18')).toBe('1.81.0');
  expect(await print('rust-releases.version', '2026-11-22')).toBe('1.98.0');
  expect(await print('bindgen.version', '2024-09-18')).toBe('0.70.1');
});

test('names are counted, not typed', async () => {
  expect(await print('rust-collaborators | count', '2024-09-18')).toBe('37');
  expect(await print('patch-submitters | count', '2024-09-18')).toBe('114');
});

test('kernel releases come into sight one by one', async () => {
  const dataset = await load('kernel-releases');
  const versions = (asOf: string) => {
    const result = viewDataset(dataset, asOf);
    return result.ok ? result.view.rows.map((row) => row['version']) : [];
  };
  expect(versions('2024-09-18').at(-1)).toBe('6.13');
  expect(versions('2026-11-22').at(-1)).toBe('7.2');
  expect(versions('2026-11-22')).toHaveLength(15);
});
