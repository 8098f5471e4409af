import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Project } from '../../../../../src/node/project/project.ts';
import { createLiveTalks } from '../../../../../src/node/vite/dev/live-talks.ts';
import { makeProject } from '../../../../support/project.ts';

const talk = (text: string): string =>
  `---\ntitle: T\ndate: 2026-01-01\n---\n\n# A slide\n\n${text}\n`;
const data = (column: string): string =>
  JSON.stringify({
    title: 'Users',
    sources: { us: { name: 'Us' } },
    rows: [{ asOf: '2025-06', [column]: 3, source: 'us' }],
  });

/** A busy machine may take a while to come to it. */
const POLL = { timeout: 10_000 };

/** Opens a project of three talks, of which a page shows the first. */
async function open() {
  const { root, write, remove } = makeProject({
    'slides/talks/shown.md': talk('Words.'),
    'slides/talks/other.md': talk('{{ users.count }} and {{ missing.count }}'),
    'slides/talks/third.md': talk('Words.'),
    'data/users.json': data('count'),
  });
  const project = new Project({ root, today: () => '2026-06-01', engine: null });
  const reported: string[][] = [];
  const gone: string[] = [];
  const live = createLiveTalks({
    project,
    toUrl: (file) => file,
    send: () => {},
    onGone: (file) => gone.push(file),
    report: (problems) => reported.push(problems.map(({ code, span }) => `${span?.file} ${code}`)),
  });
  await live.open('shown');
  return { project, live, write, remove, reported, gone };
}

test('reports what a change breaks in a talk without a page, and when it is mended', async () => {
  const { project, live, write, reported } = await open();
  await project.talks();
  await live.refresh();
  await expect.poll(() => reported.length, POLL).toBe(3);
  expect(reported.at(-1), 'what was wrong before is not').toEqual([]);
  write('data/users.json', data('people'));
  await live.refresh();
  expect(reported.at(-1), 'no page waits for it').toEqual([]);
  await expect.poll(() => reported.at(-1), POLL).toEqual(['slides/talks/other.md unknown-column']);
  write('data/users.json', data('count'));
  await live.refresh();
  await expect.poll(() => reported.at(-1), POLL).toEqual([]);
});

test('does not compile talks that were never requested', async () => {
  const { project, live, write, reported } = await open();
  write('data/users.json', data('people'));
  await live.refresh();
  await expect.poll(() => reported.length, POLL).toBe(3);
  await setTimeout(10);
  expect([...project.knownProblems().keys()]).toEqual(['shown']);
});

test('a talk whose file is removed while a page shows it is named, once, and its problems are not', async () => {
  const { live, write, remove, reported, gone } = await open();
  write('slides/talks/shown.md', talk('{{ missing.count }}'));
  await live.refresh();
  expect(reported.at(-1)).toEqual(['slides/talks/shown.md unknown-dataset']);
  remove('slides/talks/shown.md');
  await live.refresh();
  await live.refresh();
  expect(gone).toEqual(['slides/talks/shown.md']);
  expect(reported.at(-1)).toEqual([]);
  write('slides/talks/shown.md', talk('Back.'));
  await live.refresh();
  remove('slides/talks/shown.md');
  await live.refresh();
  expect(gone).toHaveLength(2);
});
