import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Rehearsal } from '../../../../src/talk/model/rehearsal/rehearsal.ts';
import type { TalkTiming } from '../../../../src/talk/timing/timing.ts';
import { makeProject } from '../../../support/project.ts';
import { makeRun } from '../../../support/rehearsal.ts';
import { callRostrum } from '../../../support/run.ts';

const TALK = `---
title: Talk
duration: 3
---

# One

---
# planned at home
time: 60s
class: big
---

# Two

---
layout: section
---

# Part

---
src: ../library/three.md
---

---
src: ../library/pair.md
---
`;

const RUNS = [
  makeRun('0 one, 30 two, 130 part, 135 three, 165 four, 185 five', 210, { title: 'Old' }),
  makeRun('0 two, 90 part, 100 three, 140 gone, 150 four, 170 five, 190 two', 200, {
    startedAt: '2026-11-29T10:00:00.000Z',
    isWhole: false,
  }),
];

function project(files: Record<string, string | Rehearsal>) {
  const texts = Object.entries(files).map(([name, file]) => [
    `rehearsals/${name}`,
    typeof file === 'string' ? file : JSON.stringify(file, null, 2),
  ]);
  const { root } = makeProject({
    'slides/talks/talk.md': TALK,
    'slides/talks/other.md': '# Other\n',
    'slides/library/three.md': '# Three\n',
    'slides/library/pair.md': '# Four\n\n---\n\n# Five\n',
    ...(Object.fromEntries(texts) as Record<string, string>),
  });
  const run = (...words: string[]) => callRostrum(['timing', ...words], { cwd: root });
  return { root, run, read: (file: string) => readFileSync(path.join(root, file), 'utf8') };
}

const [WHOLE = RUNS[0], EARLY = RUNS[0]] = RUNS;
if (!WHOLE || !EARLY) throw new Error('There are no runs.');
const BOTH = { 'talk-1.json': WHOLE, 'talk-2.json': EARLY };

test('compares all runs of a talk with its plan, and says what to cut', async () => {
  const { run } = project({ ...BOTH, 'other-1.json': makeRun('0 other', 9, { talk: 'other' }) });
  const { code, out, err } = await run('talk');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('2 rehearsals, 3min 35s expected, 3min to speak: 35s too long.');
  expect(out).toMatch(/2 {2}Two +1:00 +1:40 +\+0:40 +1:40\n/);
  expect(out).toContain('To save 35s:\n  2 "Two" takes 1min 40s, 40s more than planned.');
  expect(out).toContain('ended early, at "Two", whose time does not count.');
  expect(out).toContain('no longer has: gone (10s).');
});

test('reads the files that are named, a list of runs too, and prints JSON', async () => {
  const { run } = project({ 'all.json': JSON.stringify([WHOLE, EARLY, WHOLE]) });
  const { code, out } = await run('talk', 'rehearsals/all.json', '--json');
  expect(code).toBe(0);
  const timing = JSON.parse(out) as TalkTiming;
  expect(timing.runs.map(({ startedAt }) => startedAt)).toEqual([EARLY.startedAt, WHOLE.startedAt]);
  expect(timing.slides.map(({ id, median }) => [id, median])).toContainEqual(['three', 35]);
});

test('a talk without runs ends with 2 and says how to record one', async () => {
  const { run } = project({ 'other.json': makeRun('0 other', 9, { talk: 'other' }) });
  const { code, err, out } = await run('talk');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('There is no rehearsal of "talk" in rehearsals/.');
  expect((await run('talk', 'none.json')).err).toContain('none.json cannot be read.');
  expect((await run('talks')).err).toContain('Did you mean "talk"?');
  expect((await run('talk', '--yes')).code).toBe(2);
  expect((await run('talk', '--json', '--write')).code).toBe(2);
});

test('files that hold no rehearsal are shown where they are wrong, and the others are compared', async () => {
  const { run } = project({
    ...BOTH,
    'talk-3.json': '{ "format": ',
    'talk-4.json': JSON.stringify({ ...WHOLE, seconds: -1 }, null, 2),
    'other.json': makeRun('0 other', 9, { talk: 'other' }),
  });
  const { code, out, err } = await run('talk');
  expect(code).toBe(1);
  expect(out).toContain('2 rehearsals');
  expect(err).toContain('rehearsals/talk-3.json:1:');
  expect(err).toContain('rehearsals/talk-4.json:7:14  wrong-value');
  expect(err).toContain('> 7 │   "seconds": -1,');
  const named = await run('talk', 'rehearsals/other.json', 'rehearsals/talk-1.json');
  expect(named.code).toBe(1);
  expect(named.out).toContain('1 rehearsal,');
  expect(named.err).toContain('"talk" has to be "talk".');
  expect((await run('talk', 'rehearsals/talk-3.json')).code).toBe(1);
});

test('writes medians beside what the talk says, and changes nothing else', async () => {
  const { run, read } = project(BOTH);
  const asked = await run('talk', '--write');
  expect(asked.code).toBe(0);
  expect(asked.out).toContain('-time: 60s\n+time: 1min 40s\n');
  expect(asked.err).toContain('Nothing was written');
  expect(asked.err).toContain('"Four" gets no time: the "src" at slides/talks/talk.md:27');
  expect(read('slides/talks/talk.md')).toBe(TALK);
  expect((await run('talk', '--write', '--yes')).code).toBe(0);
  expect(read('slides/talks/talk.md')).toBe(
    TALK.replace('duration: 3\n---\n', 'duration: 3\n---\n\n---\ntime: 30s\n---\n')
      .replace('time: 60s', 'time: 1min 40s')
      .replace('layout: section\n', 'layout: section\ntime: 10s\n')
      .replace('three.md\n', 'three.md\ntime: 35s\n'),
  );
  expect(read('slides/library/three.md')).toBe('# Three\n');
  expect((await run('talk', '--write', '--yes')).err).toContain('No time in the talk differs');
});

test('writes a page that is complete in itself', async () => {
  const { root, run, read } = project({
    ...BOTH,
    'talk-3.json': { ...WHOLE, startedAt: '2026-11-28T10:00:00Z' },
  });
  const { code, err } = await run('talk', '--html', 'out/timing.html');
  expect({ code, err }).toEqual({
    code: 0,
    err: 'out/timing.html compares 3 rehearsals of talk.\n',
  });
  const page = read('out/timing.html');
  expect(page).toContain('<dd class="is-over">');
  expect(page).toMatch(/<span>Two<\/span>/);
  expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
  expect((await run('talk', '--html', 'slides/talks/talk.md')).code).toBe(2);
  expect(existsSync(path.join(root, 'slides/talks/talk.md'))).toBe(true);
});
