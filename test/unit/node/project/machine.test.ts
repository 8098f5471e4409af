import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject } from '../../../support/project.ts';

const TALK = 'slides/talks/talk.md';
const HEAD = '---\ntitle: T\n---\n\n';

function open(files: Record<string, string>) {
  const folder = makeProject(files);
  return { ...folder, project: new Project({ root: folder.root, today: () => '2025-01-01' }) };
}

/** The codes of all problems, and the titles of the talk's slides. */
async function look(project: Project): Promise<{ codes: string[]; titles: string[] }> {
  const codes = (await project.problems()).map(({ code }) => code);
  const slides = (await project.compile('talk'))?.value.slides ?? [];
  return { codes, titles: slides.map(({ title }) => title) };
}

test('pipes, devices and links in a circle are no slides, and nothing waits for them', async () => {
  const { root, project } = open({ [TALK]: `${HEAD}# A\n\n---\nsrc: ../library/pipe.md\n---\n` });
  mkdirSync(path.join(root, 'slides/library'));
  mkdirSync(path.join(root, 'data'));
  symlinkSync('loop.md', path.join(root, 'slides/library/loop.md'));
  symlinkSync('../..', path.join(root, 'slides/library/above'));
  if (process.platform !== 'win32') {
    symlinkSync('/dev/zero', path.join(root, 'slides/talks/zero.md'));
    symlinkSync('/dev/zero', path.join(root, 'data/zero.json'));
    for (const pipe of ['slides/library/pipe.md', 'slides/talks/pipe.md', 'data/pipe.json']) {
      execFileSync('mkfifo', [path.join(root, pipe)]);
    }
  }
  expect(await look(project)).toEqual({ codes: ['missing-include'], titles: ['A', ''] });
  expect(project.talkNames).toEqual(['talk']);
});

test('names of all kinds are slides like others', async () => {
  const names = ['a\nb', '😀', '\u202ename', 'e\u0301', '\u00e9', "it's %20 & #1", '.hidden.md.md'];
  const files = names.map((name) => [`slides/talks/${name}.md`, `${HEAD}# ${name}\n`] as const);
  const { project } = open(Object.fromEntries(files));
  const talks = await project.talks();
  expect(talks.map(({ name }) => name).sort()).toEqual(
    names.filter((name) => !name.startsWith('.')).sort(),
  );
  expect(await project.problems()).toEqual([]);
});

test('addresses that no file can have are missing files', async () => {
  const odd = [
    'a%00b.svg',
    `${'x'.repeat(5000)}.svg`,
    '%',
    '%E0%A4%A.svg',
    '../../../../../etc/passwd',
  ];
  const slides = odd.map((address) => `# P\n\n![a](${address})\n\n---\nsrc: ${address}\n---`);
  const { project } = open({ [TALK]: `${HEAD}${slides.join('\n\n---\n\n')}\n` });
  const { codes } = await look(project);
  expect(codes).not.toContain('internal-error');
  expect(codes.filter((code) => code === 'missing-picture')).toHaveLength(odd.length);
});

test('files that go, come or change while a talk is compiled are as they were looked at', async () => {
  const { root, project, write } = open({
    [TALK]: `${HEAD}# A {{ d.x }}\n\n---\nsrc: ../library/b.md\n---\n`,
    'slides/library/b.md': '# B\n',
    'data/d.json': '{"title": "d", "sources": {"s": {"name": "s"}}, "rows": [{"x": 1}]}',
  });
  expect((await look(project)).titles).toEqual(['A 1', 'B']);
  rmSync(path.join(root, 'slides/library/b.md'));
  rmSync(path.join(root, 'data'), { recursive: true });
  expect((await look(project)).codes.sort()).toEqual(['missing-include', 'unknown-dataset']);
  write('slides/library/b.md', '# B again\n');
  writeFileSync(path.join(root, 'data'), 'a file where a folder was');
  expect((await look(project)).titles.at(-1)).toBe('B again');
  rmSync(path.join(root, 'slides'), { recursive: true });
  expect(await look(project)).toEqual({ codes: [], titles: [] });
});
