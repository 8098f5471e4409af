import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { runInTurn } from '../support/run.ts';

const CLOCK = path.join(import.meta.dirname, '../support/fixed-clock.cjs');
const FORMATS = ['pdf', 'handout', 'notes', 'png', 'html', 'md', 'json', 'pptx', 'reveal'];

const TALK = `---
title: Old talk
speaker: Ada
date: 2024-09-18
place: Prague, Czech Republic
time: true
---

# Old talk

{{ visitors.visitors }} visitors, {{ visitors.visitors | growth 1y }}

<!--
Notes with {{ visitors.visitors }}.
-->

---

# Chart <!-- .element: class="fragment" -->

\`\`\`chart
data: visitors
type: column
x: date
y: visitors
\`\`\`

---

# Table

\`\`\`table
data: teams
columns: [team, people]
\`\`\`

[A link](https://example.org), and a formula: $a^2$
`;

const DOOR = { door: { name: 'Door', url: 'https://door.example/' } };
const KNOWN = [
  { asOf: '2022-09', visitors: 320 },
  { asOf: '2023-09', visitors: 400, exact: false },
  { asOf: '2024-09', visitors: 500 },
];
const TEAMS = [
  { team: 'A', people: 3 },
  { team: 'B', people: null },
];

/** Data as they were when the talk was given, and two years later. */
const THEN = {
  'data/visitors.json': { title: 'Visitors', live: { interval: '1h' }, sources: DOOR, rows: KNOWN },
  'data/teams.json': {
    title: 'Teams',
    key: 'team',
    sources: { hr: { name: 'HR' } },
    editions: [{ asOf: '2024-01', source: 'hr', rows: TEAMS }],
  },
};
const NOW = {
  'data/visitors.json': {
    ...THEN['data/visitors.json'],
    sources: { ...DOOR, desk: { name: 'Desk' } },
    rows: [
      ...KNOWN.map((row) => ({ ...row, source: 'door' })),
      { asOf: '2024-09', visitors: 510, since: '2026-01-01', source: 'door' },
      { asOf: '2023-10', visitors: 404, since: '2025-05-01', source: 'door' },
      { asOf: '2026-09', visitors: 900, dogs: 3, source: 'desk', pinned: 'Counted by hand.' },
    ],
  },
  'data/teams.json': {
    ...THEN['data/teams.json'],
    sources: { hr: { name: 'HR' }, web: { name: 'Web' } },
    editions: [
      { asOf: '2024-01', source: 'hr', rows: TEAMS },
      { asOf: '2026-01', source: 'web', rows: [{ team: 'A', people: 5, lead: 'X' }] },
    ],
  },
};

/** The list of talks and data, and the data of live talks, which are of the day of the build. */
const OF_TODAY = /^build\/(?:index\.html|data\/)/;

/** Writes all exports and a build of the talk; returns the bytes of each file by its path. */
async function writeAll(
  data: Record<string, object>,
  { zone, now }: { zone: string; now: string },
): Promise<Map<string, string>> {
  const texts = Object.entries(data).map(([file, value]) => [file, JSON.stringify(value)] as const);
  const { root } = makeProject({ 'slides/talks/old.md': TALK, ...Object.fromEntries(texts) });
  const env = { TZ: zone, NODE_OPTIONS: `--require ${CLOCK}`, ROSTRUM_TEST_NOW: now };
  const out = path.join(root, 'out');
  const exports = FORMATS.map((format) => {
    const folder = path.join(out, format);
    mkdirSync(folder, { recursive: true });
    return ['export', 'old', '-f', format, '-o', `${folder}/`];
  });
  const commands = [...exports, ['build', '-o', path.join(out, 'build')]];
  const ended = await runInTurn(
    commands.map((words) => ({ words, cwd: root })),
    env,
  );
  expect(ended.code, ended.err).toBe(0);
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(out, file), readFileSync(file).toString('base64')] as const;
    }),
  );
}

test('every export of a talk of the past has the same bytes with other data, on another day and in another time zone', async () => {
  const then = await writeAll(THEN, { zone: 'Pacific/Auckland', now: '2024-10-03T04:05:06Z' });
  const now = await writeAll(NOW, { zone: 'America/Los_Angeles', now: '2027-11-30T23:58:59Z' });
  const names = [...then.keys()].filter((name) => !OF_TODAY.test(name)).sort();
  for (const format of [...FORMATS, 'build']) {
    expect(
      names.some((name) => name.startsWith(`${format}/`)),
      format,
    ).toBe(true);
  }
  expect(names.filter((name) => then.get(name) !== now.get(name))).toEqual([]);
  expect([...now.keys()].filter((name) => !OF_TODAY.test(name)).sort()).toEqual(names);
}, 600_000);
