import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MOST_LINES = 200;

/** What every room of `talk` may import: nouns, text, markup, messages. */
const BASE = ['talk/model', 'talk/text', 'talk/source', 'talk/html', 'talk/problems'];

const FILES_OF_NODE = [
  'node/errors.ts',
  'node/system-error.ts',
  'node/engine.ts',
  'node/cache-file.ts',
  'node/paths.ts',
  'node/root.ts',
  'node/terminal.ts',
  'node/typescript.ts',
];

/** Who may import whom: a room, or a file that is a room of its own, and what it may use of ours. */
const TABLE: Record<string, readonly string[]> = {
  'talk/model': [],
  'talk/text': [],
  'talk/colour': [],
  'talk/problems': ['talk/model', 'talk/text'],
  'talk/source': ['talk/model', 'talk/text', 'talk/problems'],
  'talk/html': ['talk/model', 'talk/text', 'talk/problems'],
  'talk/data': BASE,
  'talk/markdown': BASE,
  'talk/compose': [...BASE, 'talk/data'],
  'talk/blocks': [...BASE, 'talk/data'],
  'talk/render': [...BASE, 'talk/colour', 'talk/data'],
  'talk/compile.ts': ['talk'],
  'talk/diff': [...BASE, 'talk/data'],
  'talk/where.ts': BASE,
  'node/errors.ts': [],
  'node/system-error.ts': [],
  'node/engine.ts': [],
  'node/cache-file.ts': [],
  'node/progress-bar.ts': [],
  'node/prompt.ts': [],
  'node/paths.ts': [],
  'node/root.ts': ['node/errors.ts'],
  'node/terminal.ts': [...BASE, 'node/progress-bar.ts'],
  'node/rolldown.ts': ['node/engine.ts'],
  'node/plugin-options.ts': BASE,
  'node/typescript.ts': ['node/engine.ts', 'node/rolldown.ts'],
  'node/data': ['talk', 'node/project', ...FILES_OF_NODE],
  'node/project': ['talk', ...FILES_OF_NODE],
  'node/create': [...BASE, 'talk/data', 'talk/compose', 'node/prompt.ts', ...FILES_OF_NODE],
  'node/chromium': FILES_OF_NODE,
  'node/live': [...BASE, 'node/data', ...FILES_OF_NODE],
  'node/pages': [...BASE, 'talk/data', 'node/project', ...FILES_OF_NODE],
  'node/vite': [
    ...BASE,
    'talk/data',
    'node/create',
    'node/live',
    'node/pages',
    'node/plugin-options.ts',
    'node/project',
    ...FILES_OF_NODE,
  ],
  'node/print': [...BASE, 'node/chromium', 'node/pages', ...FILES_OF_NODE],
  'node/pdf': [...BASE, 'node/print', ...FILES_OF_NODE],
  'node/check': [...BASE, 'node/chromium', 'node/print', 'node/project', ...FILES_OF_NODE],
  'node/export': [
    ...BASE,
    'talk/data',
    'node/chromium',
    'node/pages',
    'node/pdf',
    'node/print',
    'node/project',
    ...FILES_OF_NODE,
  ],
  'node/diff': [...BASE, 'talk/data', 'talk/diff', 'node/export', 'node/pages', ...FILES_OF_NODE],
  'node/api.ts': [...BASE, 'talk/data', 'node'],
  'node/cli': ['talk', 'node'],
  'browser/charts': [...BASE, 'talk/data', 'talk/blocks'],
  'browser/elements': [...BASE, 'talk/data', 'talk/blocks', 'browser/charts', 'browser/page'],
  'browser/live': [...BASE, 'talk/data', 'talk/blocks', 'talk/render/sources.ts', 'browser'],
  browser: [...BASE, 'talk/data', 'browser'],
};

const PRINTERS = ['src/browser/live/loss-report.ts', 'src/node/terminal.ts'];

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

test('no import goes in a circle', () => {
  expect(findCircles()).toEqual([]);
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

test(`no file is longer than ${MOST_LINES} lines`, () => {
  const long = SOURCES.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES);
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

function findCircles(): string[] {
  const imports = new Map(SOURCES.map((source) => [source.file, source.imports]));
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

function listSources(folder: string): Source[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listSources(file);
    return file.endsWith('.ts') ? [readSource(file)] : [];
  });
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
