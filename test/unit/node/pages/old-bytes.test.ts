import { expect, test } from 'vitest';
import { writeMarkdown } from '../../../../src/node/export/markdown-file.ts';
import { writeJson } from '../../../../src/node/export/talk-json.ts';
import { renderTalkPage } from '../../../../src/node/pages/talk-page.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject } from '../../../support/project.ts';

const links = { icon: 'i.svg', styles: [], scripts: [], preloads: [] };
const A = { name: 'First source', url: 'https://a.example/' };
const B = { name: 'Second source', url: 'https://b.example/' };
const OLD_EDITION = { asOf: '2024-09-01', source: 'a', rows: [{ team: 'red', people: 3 }] };
const NEW_EDITION = {
  asOf: '2026-11-01',
  source: 'b',
  rows: [{ city: 'Ulm', team: 'red', people: 5 }],
};
const FACT = { asOf: '2024-09-01', n: 3, source: 'a' };
const RETIRED = { on: '2026-11-01', why: 'counted twice' };

const TALK = `---
title: Old
date: 2024-09-18
time: true
---

## Teams {{ visits.n }}

\`\`\`table
data: teams
columns: [team, people]
\`\`\`

---

## Visits

\`\`\`chart
data: visits
type: line
x: date
y: n
\`\`\`
`;

/** Compiles the talk of 2024 with data as they were on a day, and returns its page and its exports. */
async function writeAll(teams: object, visits: object, today: string): Promise<string[]> {
  const { root } = makeProject({
    'slides/talks/old.md': TALK,
    'data/teams.json': JSON.stringify({ title: 'Teams', ...teams }),
    'data/visits.json': JSON.stringify({ title: 'Visits', live: { interval: '1h' }, ...visits }),
  });
  const checked = await new Project({ root, today: () => today }).compile('old');
  if (!checked) throw new Error('There is no talk.');
  expect(checked.problems).toEqual([]);
  const talk = checked.value;
  const page = renderTalkPage(talk, { links, hasNotes: true, toUrl: (path) => path });
  return [
    page,
    writeJson(talk, { notes: true }),
    writeMarkdown(talk, { notes: true, sources: true }),
  ];
}

test('an old talk keeps its bytes when data and clock move on', async () => {
  const before = await writeAll(
    { sources: { a: A }, editions: [OLD_EDITION] },
    { sources: { a: A }, rows: [{ ...FACT, asOf: '2024-08-01', n: 2 }, FACT] },
    '2024-10-01',
  );
  const late = { since: '2026-11-01' };
  const after = await writeAll(
    { sources: { b: B, a: A }, editions: [NEW_EDITION, OLD_EDITION] },
    {
      sources: { a: A, b: B },
      prefer: ['b', 'a'],
      rows: [
        { m: 1, asOf: '2024-07-01', n: 1, source: 'b', ...late },
        { ...FACT, asOf: '2024-08-01', n: 2, retired: RETIRED },
        { ...FACT, pinned: 'seen in the minutes' },
        { ...FACT, n: 4, ...late },
        { asOf: '2026-11-01', n: 9, m: 2, source: 'b' },
      ],
    },
    '2036-01-01',
  );
  expect(after[0]).toBe(before[0]);
  expect(after.slice(1)).toEqual(before.slice(1));
});
