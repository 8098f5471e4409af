import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { runRostrum } from '../support/run.ts';

/* The blocks of `rostrum/kernel` in projects that name them in their configuration, and in those that do not. */

const PROJECTS = path.resolve(import.meta.dirname, '../projects');
/** What only code, styles and slides of the guest say. */
const OF_THE_GUEST = ['block-commits', 'commit-prefix', 'block-maintainers', 'entry-heading'];
const COMMITS = '---\ntitle: Talk\n---\n\n# Commits\n\n```commits\ndata: commits\n```\n';

type Files = Record<string, string>;
const built = new Map<string, Promise<Files>>();

/** Builds a copy of a project, once, and gives the files of the build, by path. */
function build(name: string): Promise<Files> {
  const files = built.get(name) ?? buildCopy(name);
  built.set(name, files);
  return files;
}

async function buildCopy(name: string): Promise<Files> {
  const { root: cwd } = makeProject({});
  cpSync(path.join(PROJECTS, name), cwd, { recursive: true });
  const { code, err } = await runRostrum(['build', '-o', 'built'], { cwd });
  expect(code, err).toBe(0);
  const entries = readdirSync(path.join(cwd, 'built'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((file) => path.join(file.parentPath, file.name));
  const texts = paths.map((file) => [
    path.relative(path.join(cwd, 'built'), file),
    readFileSync(file, 'latin1'),
  ]);
  return Object.fromEntries(texts) as Files;
}

/** Lists the words of the guest that the files of a build hold. */
async function findGuest(name: string): Promise<string[]> {
  const texts = Object.values(await build(name));
  return OF_THE_GUEST.filter((word) => texts.some((text) => text.includes(word)));
}

test('a build of a project with the guest shows its blocks', async () => {
  expect(await findGuest('everything')).toEqual(OF_THE_GUEST);
});

test('the styles of all blocks of a talk that are not the engine’s are one file', async () => {
  const files = await build('everything');
  const page = files[path.join('everything', 'index.html')] ?? '';
  const links = [...page.matchAll(/<link rel="stylesheet" href="\.\.\/([^"]+)">/g)];
  const styles = links.map(([, file = '']) => files[path.normalize(file)] ?? '');
  const ofBlocks = styles.filter((text) => /block-(?:commits|maintainers)\b/.test(text));
  expect(ofBlocks).toHaveLength(1);
  expect(ofBlocks[0]).toContain('.block-commits');
  expect(ofBlocks[0]).toContain('.block-maintainers');
  const written = Object.keys(files).filter((file) => file.endsWith('.css'));
  expect(written.filter((file) => files[file]?.includes('.block-commits'))).toHaveLength(1);
});

test('a build of a project without the guest holds nothing of it', async () => {
  expect(await findGuest('tiny')).toEqual([]);
});

test.each([
  ['check', 'without the guest', []],
  ['check', 'that is not trusted', ['--safe']],
])('%s of a project %s says where a block of it comes from', async (verb, _, words) => {
  const { root } = makeProject({ 'slides/talks/talk.md': COMMITS });
  if (words.length > 0) {
    cpSync(path.join(PROJECTS, 'everything/vite.config.ts'), path.join(root, 'vite.config.ts'));
  }
  cpSync(path.join(PROJECTS, 'everything/data'), path.join(root, 'data'), { recursive: true });
  const { code, err } = await runRostrum([verb, '--no-browser', ...words], { cwd: root });
  expect(code).toBe(1);
  expect(err).toContain('No block is called "commits".');
  expect(err).toContain('It comes with rostrum/kernel: ');
});

test('commands that open no page know the blocks of the guest', async () => {
  const { root } = makeProject({});
  cpSync(path.join(PROJECTS, 'everything'), root, { recursive: true });
  const where = await runRostrum(['where', 'entry'], { cwd: root });
  expect(where.out).toMatch(/everything\.md:\d+:1 +maintainers/);
  const status = await runRostrum(['data', 'status'], { cwd: root });
  expect(status.out).toMatch(/entry .* everything/);
});

test('a block of the project cannot have the name of one of the guest', async () => {
  const { root } = makeProject({ 'slides/talks/talk.md': COMMITS });
  const twice = readFileSync(path.join(PROJECTS, 'everything/vite.config.ts'), 'utf8').replace(
    'blocks: kernelBlocks',
    'blocks: [...kernelBlocks, ...kernelBlocks]',
  );
  writeFileSync(path.join(root, 'vite.config.ts'), twice);
  const { code, err } = await runRostrum(['check', '--no-browser'], { cwd: root });
  expect(code).toBe(1);
  expect(err).toMatch(
    /bad-option\n.*is called "(?:commits|maintainers)", and there is a block of that name/,
  );
});
