import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { createRepository, git, hasGit } from '../../../support/repository.ts';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

const STREAM = readFileSync(
  path.resolve(import.meta.dirname, '../../../problems/unlocked-code/repository.txt'),
  'utf8',
);
const PLACE = 'clock@v1.0:src/tick.c#L4';

let top: string;
let clone: string;

beforeAll(() => {
  if (!hasGit) return;
  top = mkdtempSync(path.join(tmpdir(), 'rostrum-lock-'));
  const bare = createRepository(STREAM);
  clone = path.join(top, 'clone');
  git(top, ['clone', '--quiet', bare, clone]);
  rmSync(bare, { recursive: true });
});
afterAll(() => {
  if (top) rmSync(top, { recursive: true, force: true });
});

/** A project with a talk that shows a line of the clone, named in its configuration. */
function makeTalk(place = PLACE) {
  return makeProject({
    'slides/talks/first.md': `---\ntitle: First\ndate: 2024-02-01\n---\n\n# Code\n\n<<< ${place}\n`,
    'vite.config.ts': `import { rostrum } from 'rostrum';
export default { plugins: [rostrum({ repositories: { clock: ${JSON.stringify(clone)} } })] };
`,
  });
}

test.skipIf(!hasGit)(
  'a talk is locked once, and is built without its clone from then on',
  async () => {
    const { root, write } = makeTalk();
    const check = (...words: string[]) =>
      callRostrum(['check', '--no-browser', ...words], { cwd: root });
    expect((await check()).err).toContain('unlocked-code');
    // With --safe git does not run, so only what is in the lock is known.
    expect(await check('--safe')).toMatchObject({ code: 1 });
    expect(existsSync(path.join(root, 'rostrum.lock'))).toBe(false);
    const locked = await callRostrum(['lock'], { cwd: root });
    expect(locked).toMatchObject({ code: 0 });
    expect(locked.err).toContain('rostrum.lock keeps 1 place: 1 added.');
    const text = readFileSync(path.join(root, 'rostrum.lock'), 'utf8');
    expect(text).toContain('"int tick(struct clock *clock)"');
    expect(text).not.toContain(top);
    expect((await callRostrum(['lock'], { cwd: root })).err).toContain('nothing to do');
    write(
      'vite.config.ts',
      "import { rostrum } from 'rostrum';\nexport default { plugins: [rostrum()] };\n",
    );
    expect(await check()).toMatchObject({ code: 0 });
    expect((await check('--safe')).code).toBe(0);
    write('slides/talks/first.md', '---\ntitle: First\n---\n\n# Nothing\n');
    expect((await check()).err).toContain('unused-lock');
    expect((await callRostrum(['lock'], { cwd: root })).err).toContain('keeps 0 places: 1 removed');
  },
);

test.skipIf(!hasGit)('what cannot be read is reported, and the rest is kept', async () => {
  const { root, write } = makeTalk(`${PLACE}\n\n<<< clock@v7:src/tick.c`);
  const ended = await callRostrum(['lock'], { cwd: root });
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('unknown-revision');
  expect(ended.err).toContain('keeps 1 place: 1 added');
  write('rostrum.lock', '<<<<<<< ours\n{\n=======\n{\n>>>>>>> theirs\n');
  expect((await callRostrum(['check', '--no-browser'], { cwd: root })).err).toContain(
    'merge-conflict',
  );
  expect((await callRostrum(['lock'], { cwd: root })).err).toContain('1 added');
  expect(readFileSync(path.join(root, 'rostrum.lock'), 'utf8')).not.toContain('<<<');
});

test('says that there is nothing to lock', async () => {
  const { root } = makeProject({ 'slides/talks/first.md': '---\ntitle: First\n---\n\n# A\n' });
  expect(await callRostrum(['lock'], { cwd: root })).toMatchObject({ code: 0 });
  expect(existsSync(path.join(root, 'rostrum.lock'))).toBe(false);
});

test.skipIf(!hasGit)(
  'a compiled talk is compiled again when its branch moves or its file changes',
  async () => {
    const { root, write } = makeProject({
      'slides/talks/first.md':
        '---\ntitle: First\n---\n\n# Code\n\n<<< clock@moving:src/tick.c#L4\n\n<<< /src/a.rs\n',
      'src/a.rs': 'fn one() {}\n',
    });
    git(clone, ['branch', '--force', 'moving', 'v1.0']);
    const project = new Project({ root, engine: null, repositories: { clock: { path: clone } } });
    const html = async () => (await project.compile('first'))?.value.slides[0]?.html ?? '';
    const first = await project.compile('first');
    expect(first?.value.slides[0]?.html).toContain('int');
    expect(await project.compile('first')).toBe(first);
    git(clone, ['branch', '--force', 'moving', 'v1.1']);
    expect(await html()).toContain('long');
    write('src/a.rs', 'fn another_one() {}\n');
    expect(await html()).toContain('another_one');
  },
);
