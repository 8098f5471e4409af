import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeProject, type TemporaryProject } from '../../../../support/project.ts';
import { runRostrum } from '../../../../support/run.ts';

const ENGINE = path.resolve(import.meta.dirname, '../../../../..');
const MARK = 'Written by an earlier start.';

const blockOf = (
  imports: string,
  words: string,
): string => `import { defineBlock, v } from 'rostrum';
${imports}
export const said = defineBlock({
  name: 'said',
  about: 'Says something.',
  schema: v.strictObject({}),
  compile: () => ({ html: '<p>Said: ' + ${words} + '.</p>', steps: 0, text: 'said', uses: [] }),
});
`;

const configOf = (file: string, exported = '{ plugins: [rostrum({ blocks: [said] })] }'): string =>
  `import { rostrum } from 'rostrum';\nimport { defineConfig } from 'vite';\nimport { said } from '${file}';\n\nexport default defineConfig(${exported});\n`;

const wordOf = (word: string): string => `export const word = '${word}';\n`;

const manifestOf = (version: string): string =>
  JSON.stringify({ name: 'words', version, type: 'module', exports: './index.js' });

const FILES = {
  'vite.config.ts': configOf('./blocks/said.ts'),
  'blocks/said.ts': blockOf("import { word } from './word.ts';", 'word'),
  'blocks/word.ts': wordOf('first'),
  'slides/talks/t.md': '---\ntitle: T\ndate: 2024-01-01\n---\n\n# Opening\n\n```said\n```\n',
};
/** The block's word comes from a package. */
const WITH_PACKAGE = {
  ...FILES,
  'blocks/said.ts': blockOf("import { word } from 'words';", 'word'),
  'node_modules/words/package.json': manifestOf('1.0.0'),
  'node_modules/words/index.js': wordOf('first'),
};

/** Gives the words that the block says in a start of the program, and whether the talk was kept from an earlier one. */
async function say({ root }: TemporaryProject): Promise<[string | undefined, boolean]> {
  const words = ['export', 't', '--format', 'json', '-o', 'talk.json'];
  const { code, err } = await runRostrum(words, { cwd: root });
  expect(code, err).toBe(0);
  const text = readFileSync(path.join(root, 'talk.json'), 'utf8');
  return [/Said: (.*?)\./.exec(text)?.[1], text.includes(MARK)];
}

/** Starts the program in a new project, and puts a mark into what is kept. */
async function keep(files: Record<string, string> = FILES): Promise<TemporaryProject> {
  const project = makeProject(files);
  expect(await say(project)).toEqual(['first', false]);
  mark(project);
  return project;
}

function mark({ root }: TemporaryProject): void {
  const folders = ['.cache', 'node_modules/.cache'].map((cache) => path.join(root, cache));
  const folder = path.join(folders.find(existsSync) ?? '', 'rostrum/talks');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Opening', MARK));
  }
}

function link({ root }: TemporaryProject, name: string, target: string): void {
  symlinkSync(target, path.join(root, 'node_modules', name), 'junction');
}

const readPage = ({ root }: TemporaryProject): string =>
  readFileSync(path.join(root, 'dist/t/index.html'), 'utf8');

test.each<[string, Record<string, string>]>([
  ['own blocks', FILES],
  ['blocks that a package has a share in', WITH_PACKAGE],
])('a talk with %s is kept for the next start', async (_what, files) => {
  expect(await say(await keep(files))).toEqual(['first', true]);
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['a block', FILES, { 'blocks/said.ts': blockOf('', "'second'") }],
  ['a file that it imports', FILES, { 'blocks/word.ts': wordOf('second') }],
  [
    'the configuration',
    { ...FILES, 'blocks/other.ts': blockOf('', "'second'") },
    { 'vite.config.ts': configOf('./blocks/other.ts') },
  ],
  [
    'the version of a package',
    WITH_PACKAGE,
    {
      'node_modules/words/package.json': manifestOf('1.0.1'),
      'node_modules/words/index.js': wordOf('second'),
    },
  ],
  [
    'what was installed',
    WITH_PACKAGE,
    {
      'node_modules/.package-lock.json': '{}',
      'node_modules/words/index.js': wordOf('second'),
    },
  ],
])('a change of %s is seen at once', async (_what, files, changes) => {
  const project = await keep(files);
  for (const [file, text] of Object.entries(changes)) project.write(file, text);
  expect(await say(project)).toEqual(['second', false]);
});

const READS_FILE = blockOf(
  "import { readFileSync } from 'node:fs';",
  "readFileSync('word.txt', 'utf8')",
);

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['a file', { 'blocks/said.ts': READS_FILE, 'word.txt': 'first' }, { 'word.txt': 'second' }],
  [
    'a module by its address',
    {
      'blocks/word.ts':
        "import { at } from './at.ts';\nconst { word } = await import(at);\nexport { word };\n",
      'blocks/at.ts': 'export const at = new URL("./at.mjs", import.meta.url).href;\n',
      'blocks/at.mjs': wordOf('first'),
    },
    { 'blocks/at.mjs': wordOf('second') },
  ],
  [
    'what a file without its ending is',
    { 'blocks/said.ts': blockOf("import { word } from './word';", 'word') },
    { 'blocks/word.mjs': wordOf('second') },
  ],
])('a talk with blocks that read %s is not kept', async (_what, files, changes) => {
  const project = await keep({ ...FILES, ...files });
  expect(await say(project)).toEqual(['first', false]);
  for (const [file, text] of Object.entries(changes)) project.write(file, text);
  expect((await say(project))[1]).toBe(false);
});

test('a talk with blocks of a package that is linked to a folder of sources is not kept', async () => {
  const {
    'node_modules/words/package.json': manifest,
    'node_modules/words/index.js': index,
    ...files
  } = WITH_PACKAGE;
  const project = makeProject({
    ...files,
    'node_modules/.keep': '',
    'words/package.json': manifest,
    'words/index.js': index,
  });
  link(project, 'words', path.join(project.root, 'words'));
  expect(await say(project)).toEqual(['first', false]);
  mark(project);
  expect(await say(project)).toEqual(['first', false]);
});

test('a configuration that is a function of the mode is followed, and its talks are kept by mode', async () => {
  const chosen =
    '({ mode }) => ({ plugins: [rostrum({ blocks: [mode === "production" ? other : said] })] })';
  const config = configOf('./blocks/said.ts', chosen);
  const project = makeProject({
    ...FILES,
    'vite.config.ts': `import { said as other } from './blocks/other.ts';\n${config}`,
    'blocks/other.ts': blockOf('', "'second'"),
    'node_modules/.keep': '',
  });
  link(project, 'rostrum', ENGINE);
  link(project, 'vite', path.join(ENGINE, 'node_modules/vite'));
  expect(await say(project)).toEqual(['first', false]);
  mark(project);
  expect(await say(project)).toEqual(['first', true]);
  const { code, err } = await runRostrum(['build'], { cwd: project.root });
  expect(code, err).toBe(0);
  expect(readPage(project)).toContain('Said: second.');
  expect(await say(project)).toEqual(['first', false]);
});

test('a build takes a talk that was kept, and one without other plugins does not ask for the mode', async () => {
  const project = await keep();
  const { code, err } = await runRostrum(['build'], { cwd: project.root });
  expect(code, err).toBe(0);
  expect(readPage(project)).toContain(MARK);
});

test('a configuration with another plugin is read by Vite, which runs that as well', async () => {
  const mine = '{ name: "mine", configResolved() { throw new Error("it ran"); } }';
  const config = configOf(
    './blocks/said.ts',
    `{ plugins: [rostrum({ blocks: [said] }), ${mine}] }`,
  );
  const { root } = makeProject({ ...FILES, 'vite.config.ts': config });
  const { err } = await runRostrum(['where', 'opening'], { cwd: root });
  expect(err).toContain('it ran');
});
