import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { TalkDiff } from '../../../../src/talk/diff/slide-change.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';
import { callRostrum, type Ended } from '../../../support/run.ts';

function run(words: string[], cwd: string): Promise<Ended> {
  return callRostrum(words, { cwd });
}

const PROJECT = {
  ...SMALL_PROJECT,
  'slides/talks/second.md':
    '---\ntitle: Second\ndate: 2024-06-01\n---\n\n# Opening\n\n---\nsrc: ../library/shared.md\n---\n',
};
const project = () => makeProject(PROJECT).root;

test('where lists the talks and places of a dataset, with the lines that lead there', async () => {
  const { code, out } = await run(['where', 'users'], project());
  expect(code).toBe(0);
  expect(out).toContain('users is a dataset: data/users.json');
  expect(out).toContain('  first\n    slide 3, shared  via slides/talks/first.md:18:6\n');
  expect(out).toContain('      slides/library/shared.md:3:4  {{ users.count }}\n');
  expect(out).toContain('  second\n    slide 2, shared  via slides/talks/second.md:9:6\n');
});

test('where lists the talks that show a slide, as JSON too', async () => {
  const root = project();
  const { code, out } = await run(['where', 'shared'], root);
  expect(code).toBe(0);
  expect(out).toContain('shared is a slide: slides/library/shared.md:1:1');
  expect(out).toContain('  first\n    slide 3, shared  slides/talks/first.md:18:6\n');
  const json = await run(['where', 'shared', '--json'], root);
  const [found] = JSON.parse(json.out) as { kind: string; uses: { talk: string }[] }[];
  expect(found?.kind).toBe('slide');
  expect(found?.uses.map(({ talk }) => talk)).toEqual(['first', 'second']);
});

test('where reports that a thing is unused, and offers the nearest name', async () => {
  const folder = makeProject({ ...PROJECT, 'slides/library/idle.md': '# Idle\n' });
  expect((await run(['where', 'idle'], folder.root)).out).toContain('No talk uses it.');
  const { code, err } = await run(['where', 'usres'], folder.root);
  expect(code).toBe(2);
  expect(err).toBe('No slide and no dataset is called "usres".\nDid you mean "users"?\n');
});

test('diff lists figures first, slide by slide, and ends with 0', async () => {
  const { code, out } = await run(['diff', 'second', 'first'], project());
  expect(code).toBe(0);
  expect(out).toContain('Slides: 2 changed, 1 new');
  expect(out).toContain('  shared  Shared  slide 2 -> 3\n      users count: 10 -> 20\n');
  expect(out).toContain('Only in first (1)\n  2  picture  Picture');
});

test('diff compares one talk on two days, as JSON too', async () => {
  const words = ['diff', 'first', '--dates', '2024-06-01,2025-06-01', '--json'];
  const { code, out } = await run(words, project());
  expect(code).toBe(0);
  const diff = JSON.parse(out) as TalkDiff;
  expect(diff.before.asOf).toBe('2024-06-01');
  expect(diff.slides.flatMap(({ figures }) => figures)).toEqual([
    { label: 'users count', source: 'text', before: '10', after: '20' },
  ]);
});

test('diff writes one page that asks for nothing', async () => {
  const root = project();
  const { code } = await run(['diff', 'second', 'first', '--html', 'out/diff.html'], root);
  expect(code).toBe(0);
  const page = readFileSync(path.join(root, 'out/diff.html'), 'utf8');
  expect(page).toContain('<section id="before-shared"');
  expect(page).toContain('<section id="after-shared"');
  expect(page).toContain('data:image/svg+xml;base64,');
  expect(page).not.toMatch(/<(?:link|script)[^>]+(?:href|src)="(?!data:)/);
});

test('diff knows the nearest talk, and says what it takes', async () => {
  const unknown = await run(['diff', 'frist', 'second'], project());
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.err).toContain('Did you mean "first"?');
  const alone = await run(['diff', 'first'], project());
  expect(alone).toMatchObject({ code: 2 });
  expect(alone.err).toContain('--dates');
  expect((await run(['diff', 'first', '--dates', '2024-13-01,today'], project())).code).toBe(2);
});

test('build computes all talks for the day that --as-of says', async () => {
  const root = project();
  const { code } = await run(['build', '--as-of', '2024-06-01', '-o', 'dist'], root);
  expect(code).toBe(0);
  const page = readFileSync(path.join(root, 'dist/first/index.html'), 'utf8');
  expect(page).toContain('10</rostrum-value> users');
});
