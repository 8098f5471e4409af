import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { compareData } from '../../../../../src/node/data/report/impact.ts';
import { renderChanges } from '../../../../../src/node/data/report/changes-table.ts';
import { Project } from '../../../../../src/node/project/project.ts';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import type { DatasetRecipe } from '../../../../../src/talk/data/dataset/recipe.ts';
import { serveSources, mirrorPairs } from '../../../../support/answers.ts';
import { makeFolder, runRefresh, testWorld } from '../../../../support/refresh.ts';

const ROOT = new URL('../../../../../', import.meta.url);
const screen = createTerminal({
  out: { write: () => true },
  err: { write: () => true },
  env: { NO_COLOR: '1' },
});

const LIST = `{
  "title": "Subscribers",
  "sources": { "s": { "name": "S" } },
  "rows": [
    { "asOf": "2025-10", "n": 500 },
    { "asOf": "2026-10", "n": 536 }
  ]
}
`;
const GROWN = LIST.replace('536 }', '536 },\n    { "asOf": "2026-11-22", "n": 603 }');

const SLIDES = `---
id: list
---

# The list

Now {{ list.n }}, a year before {{ list.n | ago 1y }}.

---
id: chart
---

# Drawn

\`\`\`figure
data: list
value: n
\`\`\`

---
id: other
---

# Nothing here
`;

function open(root: string, today = '2026-11-22'): Project {
  return new Project({ root, today: () => today });
}

function makeProject(more = ''): string {
  const root = makeFolder();
  mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
  mkdirSync(path.join(root, 'slides/library'));
  writeFileSync(path.join(root, 'slides/library/list.md'), SLIDES + more);
  const talk = (asOf: string): string =>
    `---\ntitle: T\n${asOf}---\n\n---\nsrc: ../library/list.md\n---\n`;
  writeFileSync(path.join(root, 'slides/talks/now.md'), talk(''));
  writeFileSync(path.join(root, 'slides/talks/next.md'), talk('date: 2027-01-01\n'));
  writeFileSync(path.join(root, 'slides/talks/past.md'), talk('date: 2026-11-01\n'));
  writeFileSync(path.join(root, 'data/list.json'), LIST);
  return root;
}

test('says which figures change on which slides of which talks, with old and new values', async () => {
  const texts = new Map([['list', { before: LIST, after: GROWN }]]);
  const { changes } = await compareData(texts, open(makeProject()));
  expect(
    changes.map(({ talk, slide, figure, before, after }) => [talk, slide, figure, before, after]),
  ).toEqual([
    ['next', 'list', 'list.n', '536', '603'],
    ['next', 'chart', 'list.n', '536', '603'],
    ['now', 'list', 'list.n', '536', '603'],
    ['now', 'chart', 'list.n', '536', '603'],
  ]);
  expect(renderChanges({ changes, unseen: [] }, false, screen).split('\n')).toEqual([
    '1 figure on 4 slides in 2 talks changes:',
    '',
    '  list.n  536 → 603  next/#/list, next/#/chart, now/#/list, now/#/chart',
  ]);
  expect(
    renderChanges({ changes, unseen: [] }, true, { ...screen, columns: 60 }).split('\n'),
  ).toEqual([
    '1 figure on 4 slides in 2 talks would change:',
    '',
    '  list.n  536 → 603',
    '      next/#/list, next/#/chart, now/#/list, now/#/chart',
  ]);
});

/** Other data, the talks that show them differently, and those of them with other figures. */
const OTHER: [what: string, after: string, talks: string[], told?: string[]][] = [
  ['a newer row', GROWN, ['next', 'now']],
  [
    'a row known today',
    LIST.replace('536 }', '536 },\n    { "asOf": "2026-10", "n": 540, "since": "2026-11-22" }'),
    ['next', 'now'],
  ],
  [
    'a row known before',
    LIST.replace('536 }', '536 },\n    { "asOf": "2026-10", "n": 540, "since": "2026-10-30" }'),
    ['next', 'now', 'past'],
  ],
  ['another number', LIST.replace('536', '537'), ['next', 'now', 'past']],
  [
    'a row withdrawn today',
    LIST.replace('536 }', '536, "retired": { "on": "2026-11-22", "why": "wrong" } }'),
    ['next', 'now'],
  ],
  [
    'a row withdrawn before',
    LIST.replace('536 }', '536, "retired": { "on": "2026-10-30", "why": "wrong" } }'),
    ['next', 'now', 'past'],
  ],
  ['another name of the source', LIST.replace('"S"', '"T"'), ['next', 'now', 'past'], []],
  ['a source of a newer row', GROWN.replace('603 }', '603, "source": "s" }'), ['next', 'now']],
  ['a unit', LIST.replace('"sources"', '"unit": "people", "sources"'), ['next', 'now', 'past'], []],
  ['a column of a newer row', GROWN.replace('603 }', '603, "m": 1 }'), ['next', 'now']],
  ['what no slide shows', LIST.replace('500 }', '500, "corrected": [{ "n": 499 }] }'), []],
  ['nothing that can be read', '{', ['next', 'now', 'past']],
];

test.each(OTHER)('names the talks that show %s', async (_, after, expected, told = expected) => {
  const root = makeProject();
  const texts = new Map([['list', { before: LIST, after }]]);
  const read = async () => {
    const talks = await open(root).talks();
    return new Map(talks.map(({ name, slides }) => [name, slides.map(({ html }) => html).join()]));
  };
  const { changes, unseen } = await compareData(texts, open(root));
  const old = await read();
  writeFileSync(path.join(root, 'data/list.json'), after);
  const now = await read();
  const differing = [...now].flatMap(([name, html]) => (old.get(name) === html ? [] : name));
  expect(differing).toEqual(expected);
  expect([...new Set(changes.map(({ talk }) => talk))]).toEqual(told);
  expect(unseen).toEqual([]);
});

test('compiles no talk of a day on which the other data were not known', async () => {
  const project = open(makeProject());
  await project.talks();
  const slideFile = vi.spyOn(project.library, 'slideFile');
  await compareData(new Map([['list', { before: LIST, after: GROWN }]]), project);
  const asked = slideFile.mock.calls.map(([file]) => path.basename(file));
  expect(new Set(asked.filter((name) => name !== 'list.md'))).toEqual(
    new Set(['next.md', 'now.md']),
  );
});

test('of a table says which cells change, the first of many', async () => {
  const slide = '\n---\nid: table\n---\n\n# T\n\n```table\ndata: list\ncolumns: [asOf, n]\n```\n';
  const root = makeProject(slide);
  const rows = (n: number): string =>
    ['2020', '2021', '2022', '2023', '2024', '2025']
      .map((asOf) => `{ "asOf": "${asOf}", "n": ${n} }`)
      .join(',\n');
  const fill = (n: number): string => LIST.replace(/\[\n[^]*\]/, `[${rows(n)}]`);
  const texts = new Map([['list', { before: fill(10), after: fill(11) }]]);
  const { changes } = await compareData(texts, open(root));
  const ofTable = changes.filter(({ slide: id, talk }) => id === 'table' && talk === 'now');
  expect(renderChanges({ changes: ofTable, unseen: [] }, false, screen).split('\n')).toEqual([
    '1 figure on 1 slide in 1 talk changes:',
    '',
    '  table of list  6 changes  now/#/table',
    '      2020, n: 10 → 11',
    '      2021, n: 10 → 11',
    '      2022, n: 10 → 11',
    '      2023, n: 10 → 11',
    '      and 2 more',
  ]);
});

test('says which problem a slide gets', async () => {
  const after = LIST.replace('"2026-10", "n": 536', '"2030-01", "n": 1');
  const texts = new Map([['list', { before: LIST, after }]]);
  const { changes } = await compareData(texts, open(makeProject(), '2030-01-02'));
  const values = changes.filter(({ talk, slide }) => talk === 'now' && slide === 'list');
  expect(values.map(({ figure, before, after: now }) => [figure, before, now])).toEqual([
    ['list.n', '536', '1'],
    ['list.n | ago 1y', '500', ''],
  ]);
  expect(values[1]?.problem).toMatch(/^no-row-ago: /);
  expect(renderChanges({ changes, unseen: [] }, false, screen)).toMatch(
    /500 → a problem[^]*\n\nno-row-ago: /,
  );
});

test('looks into the notes as well: what fails there keeps a talk from being exported', async () => {
  const notes = '\n<!--\nGrew by {{ list.n | growth 1y }}.\n-->\n';
  const root = makeProject(notes);
  const after = LIST.replace('"2026-10", "n": 536', '"2030-01", "n": 1');
  for (const [text, expected] of [
    [GROWN, '7.2% → 20.6%'],
    [after, '7.2% → a problem'],
  ] as const) {
    const texts = new Map([['list', { before: LIST, after: text }]]);
    const today = text === GROWN ? '2026-11-22' : '2030-01-02';
    const { changes } = await compareData(texts, open(root, today));
    const noted = changes.filter(({ slide, talk }) => slide === 'other' && talk === 'now');
    expect(renderChanges({ changes: noted, unseen: [] }, false, screen)).toContain(
      `list.n | growth 1y: in the notes  ${expected}`,
    );
  }
});

test('says that nothing changes where no slide shows the rows', async () => {
  const texts = new Map([
    ['list', { before: LIST, after: LIST.replace('"sources"', '"notes": ["x"], "sources"') }],
  ]);
  const root = makeProject();
  expect(renderChanges(await compareData(texts, open(root)), false, screen)).toBe(
    'No slide changes.',
  );
  const other = new Map([['other', { before: null, after: LIST }]]);
  expect(renderChanges(await compareData(other, open(root)), false, screen)).toBe(
    'No slide changes.\n\nOn no slide yet: other.',
  );
});

test('a talk of the past, whatever its day, does not change when data are refreshed', async () => {
  const served = await serveSources();
  onTestFinished(served.close);
  const root = makeFolder();
  for (const folder of ['slides', 'data']) {
    const isKept = (file: string): boolean => !file.endsWith('.ts');
    cpSync(new URL(folder, ROOT), path.join(root, folder), { recursive: true, filter: isKept });
  }
  const env = { ZULIP_EMAIL: 'a', ZULIP_KEY: 'b' };
  const recipes = await loadRecipes();
  const mirrors = mirrorPairs(served);
  const results = await runRefresh(root, recipes, {
    mirrors,
    world: testWorld({ env }),
    isDryRun: true,
  });
  const texts = new Map(
    results.flatMap(({ name, text }) => {
      if (text === null) return [];
      const before = readFileSync(path.join(root, `data/${name}.json`), 'utf8');
      return [[name, { before, after: text }] as const];
    }),
  );
  expect(texts.size).toBeGreaterThan(10);
  // A talk without a day of its own is computed for the day it is compiled on.
  for (const today of ['2024-09-18', '2025-06-01', '2026-10-05', '2026-11-21']) {
    expect((await compareData(texts, open(root, today))).changes).toEqual([]);
  }
  const { changes } = await compareData(texts, open(root));
  expect(new Set(changes.map(({ talk }) => talk))).toEqual(new Set(['rust-for-linux-today']));
});

async function loadRecipes(): Promise<Record<string, DatasetRecipe>> {
  const files = readdirSync(new URL('data/', ROOT)).filter((file) => file.endsWith('.ts'));
  const entries = files.map(async (file) => {
    const name = path.basename(file, '.ts');
    const module = (await import(`../../../../../data/${name}.ts`)) as { default: DatasetRecipe };
    return [name, module.default] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
