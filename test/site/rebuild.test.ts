import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { BuildRecord } from '../../src/node/vite/again/build-record.ts';
import { createRandom } from '../fuzz/random.ts';
import { openProjectFolder, type TemporaryProject } from '../support/project.ts';
import { runInTurn, runRostrum } from '../support/run.ts';

const SEED = 23;
const TALKS = ['one', 'two', 'three', 'four'];
const CHART = '```chart\ndata: users\ntype: line\nx: asOf\ny: count\n```';
const CONFIG = (options: string): string =>
  `import { rostrum } from 'rostrum';\n\nexport default { plugins: [rostrum(${options})] };\n`;
const THEME = (colour: string): string =>
  CONFIG(`{ themes: [{ name: 'ours', about: 'Ours.', light: { accent: '${colour}' } }] }`);
const PICTURE = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"/>\n`;
const DATA = (count: number, more = ''): string => `{
  "title": "Users", "unit": "users", ${more}
  "sources": { "us": { "name": "Us", "url": "https://example.org/" } },
  "rows": [
    { "asOf": "2024-01", "count": 10, "source": "us" },
    { "asOf": "2025-01", "count": ${count}, "source": "us" }
  ]
}
`;

const slidesOf = (name: string): string => {
  const head = `title: Talk ${name}\ndate: 2026-01-0${TALKS.indexOf(name) + 1}`;
  const picture = '## Picture\n\n![A square](../../assets/square.svg)\n\n---\n\n';
  return `---
${head}
---

# Opening ${name}

---

## Words

- One
- Two

Note: say it.

---

## Value

{{ users.count }} users

---
src: ../library/shared.md
---

---

${name === 'one' ? picture : ''}## The end
`;
};

/** Writes the talks, their library and their data; drawings are on two of them. */
function makeTalks(): TemporaryProject {
  const talks = TALKS.map((name) => [`slides/talks/${name}.md`, slidesOf(name)] as const);
  const project = openProjectFolder({
    ...Object.fromEntries(talks),
    'slides/talks/drawn.md': `# Drawn\n\n---\n\n## Chart\n\n${CHART}\n`,
    'slides/library/shared.md': '## Shared\n\nTold by all.\n',
    'data/users.json': DATA(20),
    'assets/square.svg': PICTURE(9),
    'assets/other.svg': PICTURE(8),
    'assets/own.css': '.slide { color: #123 }\n',
  });
  return project;
}

/** What an edit does, and whether Vite has to build for it. */
type Edit = [name: string, edit: (project: Changed) => void, isBuilt?: boolean];

interface Changed extends TemporaryProject {
  read(file: string): string;
  /** One of the talks that are always there. */
  anyTalk(): string;
  append(file: string, text: string): void;
}

const EDITS: Edit[] = [
  ['nothing', () => {}],
  ['a slide is added', (on) => on.append(on.anyTalk(), '\n\n---\n\n## One more\n')],
  ['a shared slide', (on) => on.append('slides/library/shared.md', '\nBy all of them.\n')],
  ['a file is saved as it was', (on) => touch(path.join(on.root, on.anyTalk()))],
  ['a row changes', (on) => on.write('data/users.json', DATA(21))],
  ['a talk is added', (on) => on.write('slides/talks/new.md', '# New\n\n---\n\n## Its slide\n')],
  ['capitals in its name', (on) => move(on, 'slides/talks/new.md', 'slides/talks/New.md'), true],
  ['a talk is named otherwise', (on) => move(on, 'slides/talks/New.md', 'slides/talks/a b.md')],
  ['a talk is removed', (on) => on.remove('slides/talks/a b.md')],
  ['a date moves a talk on the index', (on) => replace(on, '2026-01-01', '2027-05-05')],
  [
    'a theme of the engine',
    (on) => replace(on, 'title: Talk one', 'title: Talk one\ntheme: paper'),
  ],
  ['a second chart', (on) => on.append(on.anyTalk(), `\n\n---\n\n${CHART}\n`)],
  ['versions of code', (on) => on.append(on.anyTalk(), MOVING), true],
  ['a formula', (on) => on.append(on.anyTalk(), '\n\n---\n\n$x^2 + \\frac{a}{b}$\n'), true],
  ['another formula', (on) => on.append(on.anyTalk(), '\n\n---\n\n$x^3$\n')],
  ['a picture that is elsewhere too', (on) => show(on, 'square')],
  ['a picture that is not', (on) => show(on, 'other'), true],
  ['words beside a picture', (on) => on.append('slides/talks/one.md', '\n\nMore of it.\n')],
  ['the content of a picture', (on) => on.write('assets/square.svg', PICTURE(7)), true],
  ['a stylesheet', (on) => replace(on, 'theme: paper', 'css: ../../assets/own.css'), true],
  ['words beside a stylesheet', (on) => on.append('slides/talks/one.md', '\n\nStyled.\n')],
  ['the rules of a stylesheet', (on) => on.write('assets/own.css', '.slide { margin: 0 }'), true],
  ['a stylesheet that names a file', (on) => on.write('assets/own.css', NAMING), true],
  ['words beside such a stylesheet', (on) => on.append('slides/talks/one.md', '\n\nA\n'), true],
  ['a configuration with a theme', useTheme, true],
  ['words in a theme', (on) => on.append('slides/talks/one.md', '\n\nIn it.\n')],
  ['the colour of a theme', (on) => on.write('vite.config.ts', THEME('#0a0')), true],
  ['a problem', (on) => on.append('slides/talks/two.md', '\n\n```nolanguage\nx\n```\n')],
  ['words beside a problem', (on) => on.append('slides/talks/three.md', '\n\nB\n')],
  ['a recipe', (on) => on.write('data/users.ts', RECIPE), true],
  ['live data', (on) => on.write('data/users.json', DATA(30, LIVE)), true],
  ['a row of live data', (on) => on.write('data/users.json', DATA(31, LIVE))],
  ['what Vite reads', (on) => on.write('.env', 'VITE_X=1\n'), true],
  ['a page that was edited by hand', (on) => spoil(on, 'dist/two/index.html'), true],
  ['a page that was removed by hand', (on) => on.remove('dist/two/index.html'), true],
  ['a file that was put there', (on) => on.write('dist/stray.txt', ''), true],
  ['a list of packages', (on) => on.write('package-lock.json', '{}'), true],
  ['words after all', (on) => on.append(on.anyTalk(), '\n\nThe end.\n')],
];

const NAMING = '.slide { background: url(./other.svg) }\n';
const LIVE = '"live": { "interval": "10min" },';
const MOVING =
  '\n\n---\n\n::: versions\n\n```js\nlet a = 1;\n```\n\n```js\nlet a = 2;\n```\n\n:::\n';
const RECIPE = `import { defineDataset, v } from 'rostrum';
export default defineDataset({ schema: v.object({ asOf: v.string(), count: v.number() }) });
`;

test('a build that leaves unchanged talks as they lie is that of a new folder, byte for byte', async () => {
  const random = createRandom(SEED);
  const project = makeTalks();
  const states = mkdtempSync(path.join(tmpdir(), 'rostrum-states-'));
  for (const folder of [project.root, states])
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const read = (file: string): string => readFileSync(path.join(project.root, file), 'utf8');
  const changed: Changed = {
    ...project,
    read,
    anyTalk: () => `slides/talks/${random.pick(TALKS)}.md`,
    append: (file, text) => project.write(file, read(file).trimEnd() + text),
  };
  await build(project.root);
  const dist = path.join(project.root, 'dist');
  const turns = [];
  for (const [index, [name, edit, isBuilt = false]] of EDITS.entries()) {
    const before = statSync(dist).ino;
    edit(changed);
    await build(project.root);
    // Vite writes a new folder.
    expect(statSync(dist).ino !== before, name).toBe(isBuilt);
    if (isBuilt) continue;
    const state = path.join(states, String(index));
    cpSync(project.root, state, { recursive: true, filter: (file) => !file.endsWith('.cache') });
    cpSync(dist, path.join(states, `built-${index}`), { recursive: true });
    rmSync(path.join(state, 'dist'), { recursive: true });
    turns.push({ words: ['build'], cwd: state });
  }
  const { code, err } = await runInTurn(turns, {});
  expect(code, err).toBe(0);
  for (const [index, [name, , isBuilt]] of EDITS.entries()) {
    if (isBuilt) continue;
    const fresh = listFiles(path.join(states, String(index), 'dist'));
    const built = listFiles(path.join(states, `built-${index}`));
    expect([...built.keys()], name).toEqual([...fresh.keys()]);
    for (const [file, bytes] of fresh) {
      expect(built.get(file)?.equals(bytes), `${name}: ${file}`).toBe(true);
    }
  }
}, 600_000);

async function build(root: string, ...options: string[]): Promise<void> {
  const { code, err } = await runRostrum(['build', ...options], { cwd: root });
  expect(code, err).toBe(0);
}

/** Reads all files of a folder. */
function listFiles(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

function touch(file: string): void {
  utimesSync(file, new Date(), new Date());
}

/** Changes a byte of a page, and neither its size nor its date. */
function spoil({ root, read, write }: Changed, name: string): void {
  const file = path.join(root, name);
  const { atime, mtime } = statSync(file);
  write(name, read(name).replace('Opening', 'Openimg'));
  utimesSync(file, atime, mtime);
}

function move({ read, write, remove }: Changed, from: string, to: string): void {
  const text = read(from);
  remove(from);
  write(to, text);
}

function replace({ read, write }: Changed, what: string, by: string): void {
  const text = read('slides/talks/one.md');
  expect(text).toContain(what);
  write('slides/talks/one.md', text.replace(what, by));
}

function useTheme(on: Changed): void {
  replace(on, 'css: ../../assets/own.css', 'theme: ours');
  on.write('vite.config.ts', THEME('#a00'));
}

function show({ append }: Changed, picture: string): void {
  append('slides/talks/four.md', `\n\n---\n\n![A picture](../../assets/${picture}.svg)\n`);
}

test('talks with errors change nothing in the folder', async () => {
  const project = makeTalks();
  onTestFinished(() => rmSync(project.root, { recursive: true, force: true }));
  await build(project.root);
  const before = listFiles(path.join(project.root, 'dist'));
  project.write('slides/talks/two.md', '# Two\n\n![None](./none.png)\n');
  const { code, err } = await runRostrum(['build'], { cwd: project.root });
  expect(code).toBe(1);
  expect(err.match(/none\.png/g)?.length, err).toBeGreaterThan(0);
  expect(listFiles(path.join(project.root, 'dist'))).toEqual(before);
  expect(existsSync(path.join(project.root, 'dist/two/index.html'))).toBe(true);
});

test('a build with other options leaves nothing of the one before', async () => {
  const project = makeTalks();
  onTestFinished(() => rmSync(project.root, { recursive: true, force: true }));
  const dist = path.join(project.root, 'dist');
  const isBuilt = async (...options: string[]): Promise<boolean> => {
    const before = existsSync(dist) ? statSync(dist).ino : null;
    await build(project.root, ...options);
    return statSync(dist).ino !== before;
  };
  const hasNotes = (): boolean =>
    readFileSync(path.join(dist, 'one/index.html'), 'utf8').includes('say it');
  expect([await isBuilt(), hasNotes()]).toEqual([true, false]);
  expect([await isBuilt('--notes'), hasNotes()]).toEqual([true, true]);
  expect([await isBuilt('--notes'), hasNotes()]).toEqual([false, true]);
  expect([await isBuilt(), hasNotes()]).toEqual([true, false]);
  expect(await isBuilt('--as-of', '2025-06-01')).toBe(true);
  expect(await isBuilt('--headers', 'nginx')).toBe(true);
  expect(await isBuilt('--offline')).toBe(true);
  expect(await isBuilt('--offline')).toBe(false);
});

test.each([
  ['that Vite built, the code of packages', 'css: ../../assets/own.css', /\/reveal\.js\/.*\.m?js$/],
  ['without Vite, the code of the engine', 'title: Styled by none', /\/browser\/main\.[jt]s$/],
])('the record of a build names its fonts and, of one %s', async (_what, head, code) => {
  const project = makeTalks();
  onTestFinished(() => rmSync(project.root, { recursive: true, force: true }));
  project.write('slides/talks/other.md', `---\n${head}\n---\n\n# Other\n`);
  await build(project.root);
  const folder = path.join(project.root, '.cache/rostrum/builds');
  const [name = ''] = readdirSync(folder);
  const { inputs } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as BuildRecord;
  const files = Object.entries(inputs).flatMap(([file, stamp]) => (stamp === null ? [] : file));
  expect(files).toContainEqual(expect.stringMatching(code));
  expect(files).toContainEqual(expect.stringMatching(/\/ibm-plex-sans\/.*\.woff2$/));
});
