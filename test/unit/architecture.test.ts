import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAX_LINES = 200;

/** What `_base_` and `_files of node_` stand for in the table of docs/architecture.md. */
const GROUPS: Record<string, readonly string[]> = {
  _base_: ['talk/model', 'talk/text', 'talk/source', 'talk/html', 'talk/problems'],
  '_files of node_': [
    'node/errors.ts',
    'node/system-error.ts',
    'node/engine.ts',
    'node/cache-file.ts',
    'node/deadline.ts',
    'node/hash.ts',
    'node/find-package.ts',
    'node/katex-package.ts',
    'node/write-whole.ts',
    'node/paths.ts',
    'node/root.ts',
    'node/terminal.ts',
    'node/typescript.ts',
  ],
};

/** Who may import whom, as docs/architecture.md says: a room, or a file on its floor, and what it may import. */
const TABLE = readTable();
const MAX_FILES = 20;

const PRINTERS = ['src/browser/live/loss-report.ts', 'src/node/terminal.ts'];

/** Modules of the compiler with fewer lines need no test of their own. */
const MIN_TESTED_LINES = 30;
const EXPORTED_FUNCTION = /^export (?:function|const \w+(?:: \w+)? = \()/m;

/** Modules and folders of the compiler that are tested through others, and how. */
const TESTED_TOGETHER: Record<string, string> = {
  'src/talk/problems/':
    'each message has a folder in test/problems, where it is compared as printed',
  'src/talk/render/highlight/grammars/': 'grammars.test.ts colours code in each language',
  'src/talk/data/periods/': 'periods.test.ts sums rows up, and block-part.test.ts shows them',
  'src/talk/data/formats/': 'formats.test.ts reads a recorded answer of each source',
  'src/talk/data/dataset/dataset-rows.ts': 'dataset.test.ts parses whole files, good and bad',
  'src/talk/import/': 'the tests of the dialects import whole decks',
  'src/talk/render/elements/block/part-columns.ts': 'block-part.test.ts names right and wrong ones',
  'src/talk/render/elements/block/block-data.ts':
    'block-part.test.ts shows datasets and their parts',
  'src/talk/render/edges/': 'slide-edges.test.ts compiles whole talks',
  'src/talk/render/place/': 'compile.test.ts places slides in talks',
  'src/talk/render/formula/': 'formula.test.ts typesets formulas, and makes their parts steps',
  'src/talk/render/fit/fit-formula.ts': 'fit.test.ts compares it with a browser',
  'src/talk/blocks/chart/': 'the tests of the chart compile each kind',
  'src/talk/blocks/table/': 'the tests of the table compile its columns and its HTML',
  'src/talk/blocks/timeline/': 'the tests of the timeline compile its releases',
  'src/talk/blocks/tree/': 'the tests of the tree compile boxes and arrows',
};

interface Source {
  file: string;
  text: string;
  /** Files it imports when it runs, types left out. */
  imports: string[];
  /** All files of ours that it names. */
  mentions: string[];
}

const SOURCES = listSources('src');
/** The name of a document in a string; comments may name them. */
const CITATION = /^(?!\s*(?:\/?\*|\/\/)).*['"`].*\bdocs\/\w+\.md/;

test('every import is in the table', () => {
  const strangers = SOURCES.flatMap(({ file, mentions }) =>
    mentions.filter((target) => !mayImport(file, target)).map((target) => `${file} -> ${target}`),
  );
  expect(strangers).toEqual([]);
});

test('no import goes in a circle, and none of a type', () => {
  expect(findCircles('imports')).toEqual([]);
  expect(findCircles('mentions')).toEqual([]);
});

test('a command is found before any room is loaded', () => {
  const loaded = new Set(['src/node/cli/cli.ts']);
  for (const file of loaded) {
    SOURCES.find((source) => source.file === file)?.imports.forEach((name) => loaded.add(name));
  }
  const rooms = [...loaded].filter((file) =>
    /^src\/(?:talk\/(?!(?:model|text|source)\/)|node\/(?!cli\/).*\/)/.test(file),
  );
  expect(rooms).toEqual([]);
});

test('the Node floor and the browser floor never meet', () => {
  const floorOf = (file: string): string => file.split('/')[1] ?? '';
  const meetings = SOURCES.flatMap(({ file, mentions }) =>
    mentions
      .map((target) => [floorOf(file), floorOf(target)].sort().join(' '))
      .filter((pair) => pair === 'browser node'),
  );
  expect(meetings).toEqual([]);
});

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = SOURCES.filter(({ text }) => text.split('\n').length - 1 > MAX_LINES);
  expect(long.map(({ file }) => file)).toEqual([]);
});

test('only the terminal prints', () => {
  const printers = SOURCES.filter(({ text }) =>
    /\bconsole\.|process\.(?:stdout|stderr)/.test(text),
  );
  expect(printers.map(({ file }) => file)).toEqual(PRINTERS);
});

test('no message cites a document that is not in its reader’s project', () => {
  const cited = SOURCES.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line) => (CITATION.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
  expect(cited).toEqual([]);
});

test('the engine names no talk, slide or dataset of this repository', () => {
  const names = [...listNames('slides/talks', '.md'), ...listNames('slides/library', '.md')];
  const talks = names.filter((name) => /\d/.test(name) || name.includes('-'));
  const found = SOURCES.flatMap(({ file, text }) =>
    talks.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

test(`no folder has more than ${MAX_FILES} modules`, () => {
  const folders = SOURCES.map(({ file }) => path.posix.dirname(file));
  const large = [...new Set(folders)].filter(
    (folder) => folders.filter((one) => one === folder).length > MAX_FILES,
  );
  expect(large).toEqual([]);
});

test('no name of a file occurs twice on a floor, unless it is that of its folder', () => {
  const names = SOURCES.map(({ file }) => file.split('/')).filter(
    (parts) => parts.at(-1) !== `${parts.at(-2)}.ts`,
  );
  const keys = names.map((parts) => `${parts[1]}: ${parts.at(-1)}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('the page about the architecture names each folder', () => {
  const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  const folders = new Set(SOURCES.map(({ file }) => path.posix.dirname(file)));
  const missing = [...folders].filter((folder) => {
    const name = path.posix.basename(folder);
    return (
      !text.includes(`\`${name}/\``) &&
      !text.includes(`\`${name}\``) &&
      !text.includes(`\`${folder}\``)
    );
  });
  expect(missing).toEqual([]);
});

test('each module of the compiler with functions has a test, of its own name or one that imports it', () => {
  const tests = listTests('test/unit');
  const tested = new Set(tests.flatMap(({ file, mentions }) => [toModule(file), ...mentions]));
  const untested = SOURCES.filter(({ file, text }) => {
    const isLong = text.split('\n').length > MIN_TESTED_LINES;
    const isListed = Object.keys(TESTED_TOGETHER).some((place) => file.startsWith(place));
    const hasLogic = file.startsWith('src/talk/') && isLong && EXPORTED_FUNCTION.test(text);
    return hasLogic && !tested.has(file) && !isListed;
  });
  expect(untested.map(({ file }) => file)).toEqual([]);
});

test('no module is excused from a test of its own without need', () => {
  const places = Object.keys(TESTED_TOGETHER);
  const left = places.filter((place) => !SOURCES.some(({ file }) => file.startsWith(place)));
  expect(left).toEqual([]);
});

function readTable(): Record<string, readonly string[]> {
  const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  const rows = text
    .slice(text.indexOf('## Who may import whom'))
    .matchAll(/^\| `([^`]+)`\s*\|(.*)\|$/gm);
  return Object.fromEntries(
    [...rows].map(([, room = '', words = '']) => [
      room,
      [...words.matchAll(/`([^`]+)`|(_[\w ]+_)/g)].flatMap(
        ([, place, group = '']) => place ?? GROUPS[group] ?? [],
      ),
    ]),
  );
}

function mayImport(file: string, target: string): boolean {
  const room = roomOf(file);
  const allowed = TABLE[room] ?? TABLE[room.split('/')[0] ?? ''] ?? [];
  const wanted = target.slice('src/'.length);
  if (roomOf(target) === room) return true;
  return allowed.some((place) => wanted === place || wanted.startsWith(`${place}/`));
}

/** The folder two below `src`; a file right on its floor is a room of its own. */
function roomOf(file: string): string {
  return file.split('/').slice(1, 3).join('/');
}

function findCircles(of: 'imports' | 'mentions'): string[] {
  const imports = new Map(SOURCES.map((source) => [source.file, source[of]]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: string[]): void => {
    const start = trail.indexOf(file);
    if (start !== -1) circles.push([...trail.slice(start), file].join(' -> '));
    if (start !== -1 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

function listSources(folder: string, ending = '.ts'): Source[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listSources(file, ending);
    return file.endsWith(ending) ? [readSource(file)] : [];
  });
}

function listTests(folder: string): Source[] {
  return listSources(folder, '.test.ts');
}

/** The module of which a test has the name and the folder. */
function toModule(test: string): string {
  return test.replace('test/unit/', 'src/').replace('.test.ts', '.ts');
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from '(\.[^']+)'/gm),
    ...text.matchAll(/^import()\s+'(\.[^']+\.ts)'/gm),
  ].map(([, type, target = '']) => ({ isType: Boolean(type), target: resolve(file, target) }));
  const lazy = [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, target = '']) =>
    resolve(file, target),
  );
  const imports = found.filter(({ isType }) => !isType).map(({ target }) => target);
  return { file, text, imports, mentions: [...found.map(({ target }) => target), ...lazy] };
}

function resolve(file: string, target: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
}

function listNames(folder: string, extension: string): string[] {
  const files = readdirSync(path.join(ROOT, folder));
  return files
    .filter((file) => file.endsWith(extension))
    .map((file) => path.basename(file, extension));
}
