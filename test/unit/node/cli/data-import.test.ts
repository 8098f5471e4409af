import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printFiled } from '../../../../src/node/pages/page-data/page-live.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject } from '../../../support/project.ts';
import { callRostrum, type Ended } from '../../../support/run.ts';

const TALK = '---\ntitle: T\ndate: 2026-11-22\n---\n\n# Riders\n\n{{ riders.riders }}\n';
const RECIPE = `import { defineDataset, v } from 'rostrum';
export default defineDataset({
  title: 'Riders', source: { name: 'City counter', url: 'https://city.example/', licence: 'CC0-1.0' },
  live: { interval: '1min' },
  schema: v.object({ asOf: v.string(), riders: v.nullable(v.number()) }),
});
`;
const CSV = 'asOf;riders\n20.11.2026;1200,5\n21.11.2026;1310\n';

const STOPS = 'Line,Number,Stop name,Note\nU1,1,North,a\nU1,2,South,\n';

const run = (root: string, ...words: string[]): Promise<Ended> =>
  callRostrum(['data', 'import', ...words], { cwd: root });

test('a table beside a recipe is read without any JSON, by every door', async () => {
  const { root, write } = makeProject({
    'slides/talks/talk.md': TALK,
    'data/riders.ts': RECIPE,
    'data/riders.csv': CSV,
  });
  const project = new Project({ root, engine: null, today: () => '2026-11-22' });
  expect(await project.problems()).toEqual([]);
  const read = async () => (await project.compile('talk'))?.value.slides[0]?.html;
  expect(await read()).toContain('1310');
  expect(await project.datasets()).toMatchObject([{ file: 'data/riders.csv', rows: 2 }]);
  expect(JSON.parse(printFiled(project, 'riders'))).toMatchObject({
    title: 'Riders',
    sources: { table: { name: 'City counter' } },
    rows: [{ riders: 1200.5 }, { riders: 1310, source: 'table' }],
  });
  write('data/riders.csv', `${CSV}22.11.2026;1444\n`);
  expect(await read()).toContain('1444');
  write('data/riders.csv', `${CSV}22.11.2026;many\n`);
  expect((await project.problems()).map(({ code }) => code)).toContain('bad-csv');
  const status = await callRostrum(['data', 'status', '--json'], { cwd: root });
  expect(JSON.parse(status.out)).toMatchObject([{ name: 'riders', state: 'broken' }]);
});

test('a table beside a recipe that asks a source is not taken as well', async () => {
  const recipe = RECIPE.replace(
    '  live:',
    "  refresh: { id: 'a', source: { name: 'A' }, minInterval: '1h', updatePeriod: '1d', staleAfter: '1d', ask: { file: 'riders.csv', format: 'csv' } },\n  live:",
  );
  // A refresh goes by the clock of the machine.
  const table = CSV.replaceAll('2026', '2020');
  const { root } = makeProject({
    'slides/talks/talk.md': TALK.replace('date: 2026-11-22\n', ''),
    'data/riders.ts': recipe,
    'data/riders.csv': table,
  });
  const project = new Project({ root, engine: null, today: () => '2100-01-01' });
  const problem = (await project.problems()).find(({ code }) => code === 'bad-csv');
  expect([problem?.code, problem?.message]).toEqual([
    'bad-csv',
    'The recipe asks a source, so the rows cannot come from this table as well.',
  ]);
  const { code, out } = await callRostrum(['data', 'refresh', 'riders'], { cwd: root });
  expect([code, out]).toEqual([0, expect.stringContaining('1 new')]);
  expect(await project.problems()).toEqual([]);
  expect(readFileSync(path.join(root, 'data/riders.csv'), 'utf8')).toBe(table);
});

test('data import writes a dataset, and shows its keys and types', async () => {
  const { root } = makeProject({
    'riders.csv': 'Tag;Linie;Fahrten\n20.11.2026;U1;1200,5\n20.11.2026;U2;\n',
  });
  const { code, out, err } = await run(root, 'riders.csv', '--source', 'City counter');
  expect([code, err]).toEqual([
    0,
    'The column "Tag" is called asOf.\ndata/riders.ts is its recipe; it says what a column holds.\n',
  ]);
  expect(out).toMatch(
    /asOf +date +2026-11-20\n +Linie +text +U1 +key\n +Fahrten +number +1200.5 +1 unknown/,
  );
  const text = readFileSync(path.join(root, 'data/riders.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    key: 'Linie',
    sources: { origin: { name: 'City counter' } },
  });
  const project = new Project({ root, engine: null, today: () => '2026-11-22' });
  expect(await project.problems()).toEqual([]);
});

test('a table without dates is as of a day that is named', async () => {
  const { root } = makeProject({ 'lines.tsv': 'Line\tStops\nU1\t24\n' });
  const words = ['lines.tsv', '--source', 'Timetable', '--as-of', '2026-11', '--name', 'tube'];
  expect((await run(root, ...words, '--dry-run')).out).toContain('data/tube.json 1 row');
  expect(existsSync(path.join(root, 'data'))).toBe(false);
  expect((await run(root, ...words)).code).toBe(0);
  const text = readFileSync(path.join(root, 'data/tube.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    editions: [{ asOf: '2026-11', source: 'origin', rows: [{ Line: 'U1', Stops: 24 }] }],
  });
  const project = new Project({ root, engine: null, today: () => '2026-11-22' });
  expect(await project.problems()).toEqual([]);
});

test.each([
  [['riders.csv'], 'The source of the rows is missing.'],
  [['riders.csv', '--source', ' '], 'The source of the rows is missing.'],
  [['riders.csv', '--source', 'A', '--as-of', 'May'], '"May" is not a date.'],
  [['riders.csv', '--source', 'A', '--as-of', '2026'], 'Its rows have dates of their own'],
  [['none.csv', '--source', 'A'], 'There is no file'],
  [['bad.csv', '--source', 'A'], '"bad.csv" is not used: Line 2 has 1 cells'],
  [['unclear.csv', '--source', 'A'], 'can be two numbers'],
  [['stops.csv', '--source', 'A', '--key', 'lines'], 'has no column "lines" that could be the key'],
  [['stops.csv', '--source', 'A', '--key', 'Line'], 'Rows 1 and 2 both have "U1"'],
  [['stops.csv', '--source', 'A', '--key', 'Note'], 'The column "Note" has no value in row 2'],
  [['riders.csv', '--source', 'A', '--key', 'asOf'], 'has no column "asOf" that could be the key'],
  [['large.csv', '--source', 'A'], 'It makes a data file of 14 MB, and those of more than 8 MB'],
])('data import %j is refused, and writes nothing', async (words, said) => {
  const { root } = makeProject({
    'riders.csv': CSV,
    'bad.csv': 'a,b\n1\n',
    'unclear.csv': 'a;b\n1.234;x\n',
    'stops.csv': STOPS,
    ...(words.includes('large.csv')
      ? { 'large.csv': `n;t\n${'1;abcdefgh\n'.repeat(250_000)}` }
      : {}),
  });
  const { code, err } = await run(root, ...words);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  expect(readdirSync(root)).not.toContain('data');
});

test('a column that is named becomes the key, by its name in the file or in the dataset', async () => {
  const { root } = makeProject({ 'stops.csv': STOPS });
  const write = async (key: string, name: string): Promise<unknown> => {
    const ended = await run(root, 'stops.csv', '--source', 'A', '--key', key, '--name', name);
    expect(ended.code).toBe(0);
    return (
      JSON.parse(readFileSync(path.join(root, `data/${name}.json`), 'utf8')) as { key?: string }
    ).key;
  };
  expect(await write('Stop name', 'by-name')).toBe('stop_name');
  expect(await write('stop_name', 'by-slug')).toBe('stop_name');
  expect(await write('Number', 'by-number')).toBe('Number');
  const project = new Project({ root, engine: null, today: () => '2026-11-22' });
  expect(await project.problems()).toEqual([]);
});

test('rows say from which day they were known: one for all, or that of a column', async () => {
  const table = 'version,released,lines\n1.0,2024-03-10,5\n1.1,2025-03-10,7\n';
  const rowsOf = async (since: string) => {
    const { root } = makeProject({ 'slides/talks/t.md': '# T\n', 'x.csv': table });
    const ended = await run(root, 'x.csv', '--source', 'S', '--since', since);
    if (ended.code !== 0) return ended.err;
    const text = readFileSync(path.join(root, 'data/x.json'), 'utf8');
    return (JSON.parse(text) as { rows: { since: string }[] }).rows.map((row) => row.since);
  };
  expect(await rowsOf('2025-01')).toEqual(['2025-01', '2025-01']);
  expect(await rowsOf('asOf')).toEqual(['2024-03-10', '2025-03-10']);
  expect(await rowsOf('lines')).toContain('"lines" is no day from which rows were known.');
  const { root } = makeProject({ 'slides/talks/t.md': '# T\n', 'x.csv': 'a,n\nb,1\n' });
  const words = ['x.csv', '--source', 'S', '--as-of', '2025', '--since', '2024'];
  expect((await run(root, ...words)).err).toContain('Leave out --since.');
});

test('history is filled in for datasets that are named', async () => {
  const recipe = `import { defineDataset, v } from 'rostrum';
export default defineDataset({
  schema: v.object({ asOf: v.string(), n: v.number() }),
  refresh: { id: 'a', source: { name: 'A' }, minInterval: '1h', updatePeriod: '1d', staleAfter: '1d', ask: { file: 'n.csv', format: 'csv' },
    parse: ({ answer }) => ({ rows: (answer as { asOf: string; n: string }[]).map(({ asOf, n }) => ({ asOf, n: Number(n) })) }) },
});
`;
  const { root } = makeProject({
    'slides/talks/t.md': '---\ndate: 2019-01-01\n---\n\n# T\n\n{{ n.n }}\n',
    'data/n.ts': recipe,
    'data/n.csv': 'asOf,n\n2018-01-01,4\n2020-01-01,5\n',
    'n.csv': 'asOf,n\n2018-01-01,4\n2020-01-01,5\n',
  });
  const refresh = (...words: string[]) => callRostrum(['data', 'refresh', ...words], { cwd: root });
  const rowsOf = () =>
    (JSON.parse(readFileSync(path.join(root, 'data/n.json'), 'utf8')) as { rows: object[] }).rows;
  const late = await refresh('n');
  expect(late.code, late.out + late.err).toBe(0);
  expect(rowsOf()).toMatchObject([{ since: expect.any(String) as string }, { n: 5 }]);
  const all = await refresh('--history');
  expect(all.err).toContain('a dataset has to be named');
  const early = await refresh('n', '--history');
  expect(early.out, early.err).toContain('t/#/');
  expect(rowsOf().map((row) => 'since' in row)).toEqual([false, false]);
  const project = new Project({ root, engine: null });
  expect((await project.compile('t'))?.value.slides[0]?.html).toContain('>4<');
});
