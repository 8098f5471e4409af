import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { draftTalk, followTalk } from '../../../../src/node/create/new-talk.ts';
import { toTitle } from '../../../../src/node/create/talk-title.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';
import { runRostrum } from '../../../support/run.ts';

const HEAD = { title: 'Next', speaker: '', event: '', date: '2027-01-31' };

function follow(text: string, name = 'first', head = HEAD): string {
  const file = parseSlideFile(
    { path: `slides/talks/${name}.md`, text },
    { kind: 'talk', blockNames: [] },
  );
  return followTalk(file, name, head);
}

async function compile(files: Record<string, string>, name: string) {
  const { root } = makeProject(files);
  return new Project({ root, engine: null }).compile(name);
}

test('a new talk has three slides and no problem', async () => {
  const text = draftTalk({ ...HEAD, title: 'A: b', date: '' });
  expect(text).toMatch(/^---\ntitle: "A: b"\nspeaker:\nevent:\ndate:\n---\n/);
  const checked = await compile({ 'slides/talks/a.md': text }, 'a');
  expect(checked?.problems).toEqual([]);
  expect(checked?.value.slides).toHaveLength(3);
  expect(checked?.value.meta).toMatchObject({ title: 'A: b', date: null, speaker: null });
});

test('a talk that follows another shows its slides, and a third one shows the same', async () => {
  const first = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  const second = follow(first);
  const third = follow(second, 'second');
  const files = {
    ...SMALL_PROJECT,
    'slides/talks/second.md': second,
    'slides/talks/third.md': third,
  };
  const { root } = makeProject(files);
  const project = new Project({ root, engine: null });
  const [one, two, three] = await Promise.all(
    ['first', 'second', 'third'].map((name) => project.compile(name)),
  );
  const titles = one?.value.slides.map(({ id, title }) => [id, title]);
  for (const talk of [two, three]) {
    expect(talk?.problems).toEqual([]);
    expect(talk?.value.slides.map(({ id, title }) => [id, title])).toEqual(titles);
    expect(talk?.value.meta).toMatchObject({
      title: 'Next',
      date: '2027-01-31',
      event: 'Test 2026',
    });
  }
  expect(second).not.toContain('Opening\n');
});

test('the front matter keeps its comments and other keys, and loses the day of its data', () => {
  const text =
    '---\ntitle: Old\n# remark\nspeaker: Ada\nasOf: 2024-01-01\ndescription: |\n  Two\n  lines\ndate: 2024-01-01\n---\n\n# A\n';
  const head = 'title: Next\n# remark\nspeaker: Ada\ndescription: |\n  Two\n  lines\ndate:';
  expect(follow(text, 'old', { ...HEAD, date: '' }).startsWith(`---\n${head}\n---\n`)).toBe(true);
});

test('a slide that has no name brings the whole talk as one line', () => {
  expect(follow('---\ntitle: Old\n---\n\n![](x.png)\n\n---\n\n# B\n')).toMatch(
    /\n---\nsrc: first\.md\n---\n$/,
  );
});

test('keys beside a line that brings slides are kept', () => {
  const text = '---\ntitle: Old\n---\n\n---\nsrc: ../library/a.md#x\ntime: 30s\n---\n';
  expect(follow(text)).toMatch(/\n\n---\nsrc: \.\.\/library\/a\.md#x\ntime: 30s\n---\n$/);
});

test('names become titles', () => {
  expect(['my-talk', 'lpc_2027', 'My talk', 'x.md'].map(toTitle)).toEqual([
    'My talk',
    'Lpc 2027',
    'My talk',
    'X',
  ]);
});

test('the commands write files, and refuse names that are taken without writing', async () => {
  const { root } = makeProject(SMALL_PROJECT);
  const talk = await runRostrum(['new', 'Our Year', '--from', 'first'], { cwd: root });
  expect(talk).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(path.join(root, 'slides/talks/our-year.md'), 'utf8')).toContain(
    'title: Our Year',
  );
  const again = await runRostrum(['new', 'our-year'], { cwd: root });
  expect(again).toMatchObject({ code: 2 });
  expect(again.err).toContain('There is a talk "our-year" already.');
  writeFileSync(path.join(root, 'm.csv'), 'date,n\n2024,1\n');
  const data = await runRostrum(['new', 'data', 'members', '--from', 'm.csv'], { cwd: root });
  expect(data.code, data.err).toBe(0);
  expect(data.err).not.toContain('is not read any more');
  writeFileSync(path.join(root, 'data/boats.csv'), 'date,n\n2024,1\n');
  const within = ['new', 'data', 'boats', '--from', 'data/boats.csv'];
  expect((await runRostrum(within, { cwd: root })).err).toContain(
    'data/boats.csv is not read any more: delete it, or keep it in data/raw/.',
  );
  rmSync(path.join(root, 'data/boats.csv'));
  const taken = await runRostrum(['new', 'data', 'users'], { cwd: root });
  expect(taken).toMatchObject({ code: 2 });
  expect((await runRostrum(['check', '--no-browser'], { cwd: root })).err).toMatch(
    /No problems\.\n$/,
  );
});
