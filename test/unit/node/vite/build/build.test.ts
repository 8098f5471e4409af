import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from 'vite';
import { rostrum } from '../../../../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../../../../src/node/vite/site.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const OWN_STYLE = {
  ...SMALL_PROJECT,
  'slides/talks/second.md': '---\ntitle: Second\ncss: ../../assets/own.css\n---\n\n# Second\n',
  'assets/own.css': '.slide { background: url(./square.svg) }\n',
};

type Built = Awaited<ReturnType<typeof buildAgain>>;
const builds = new Map<string, Promise<Built>>();

/** Builds a project, once for all tests of it. */
function buildProject(files: Record<string, string>): Promise<Built> {
  const key = JSON.stringify(files);
  const built = builds.get(key) ?? buildAgain(files);
  builds.set(key, built);
  return built;
}

async function buildAgain(files: Record<string, string>, commandOptions: CommandOptions = {}) {
  const { root } = makeProject(files);
  const command = { name: COMMAND_PLUGIN, api: commandOptions };
  const modules: string[] = [];
  const listModules = {
    name: 'list-modules',
    moduleParsed: ({ id }: { id: string }) => void modules.push(id),
  };
  const plugins = [command, rostrum(), listModules];
  await build({ root, configFile: false, logLevel: 'silent', plugins });
  const dist = path.join(root, 'dist');
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
    .sort();
  const texts = new Map(
    names.map((name) => [name, readFileSync(path.join(dist, name), 'utf8')] as const),
  );
  return { names, read: (name: string) => texts.get(name) ?? '', modules };
}

/** Addresses in a page that the browser asks for. */
function listAddresses(page: string): string[] {
  const loading = /<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g;
  return [...page.matchAll(loading)].map(([, address = '']) => address);
}

test('each talk is a page of its own beside an index, and all addresses are relative', async () => {
  const { names, read } = await buildProject(OWN_STYLE);
  expect(names).toContain('index.html');
  for (const talk of ['first', 'second']) {
    const addresses = listAddresses(read(`${talk}/index.html`));
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      expect(address).toMatch(/^\.\.\/assets\//);
      expect(names).toContain(address.slice('../'.length));
    }
  }
  for (const address of listAddresses(read('index.html'))) expect(names).toContain(address);
});

test('styles and scripts ask for nothing from elsewhere', async () => {
  const { names, read } = await buildProject(OWN_STYLE);
  for (const name of names.filter((file) => file.endsWith('.css'))) {
    const addresses = [...read(name).matchAll(/url\(([^)]+)\)/g)].map(([, url = '']) => url);
    for (const address of addresses) expect(address).toMatch(/^(?:\.\/|data:)/);
  }
  for (const name of names.filter((file) => file.endsWith('.js'))) {
    expect(read(name)).not.toMatch(/(?:fetch|import)\(["'`]https?:/);
  }
});

test('a talk has the stylesheet of its author, with the pictures in it, and others do not', async () => {
  const { names, read } = await buildProject(OWN_STYLE);
  const own = names.find((name) => /style-.*\.css$/.test(name)) ?? '';
  expect(read(own)).toMatch(/url\(\.\/square-[\w-]+\.svg\)/);
  expect(read('second/index.html')).toContain(own);
  expect(read('first/index.html')).not.toContain(own);
});

test('notes stay at home unless they are asked for', async () => {
  expect((await buildProject(SMALL_PROJECT)).read('first/index.html')).not.toContain(
    'Speak slowly',
  );
  const { read } = await buildAgain(SMALL_PROJECT, { notes: true });
  expect(read('first/index.html')).toContain('Speak slowly');
});

test('only woff2 faces and only elements that stand on a slide are written', async () => {
  const { names } = await buildProject(SMALL_PROJECT);
  expect(names.filter((name) => /\.(?:woff|ttf|otf|eot)$/.test(name))).toEqual([]);
  expect(names.filter((name) => /(?:chart|timeline|figure)-.*\.js$/.test(name))).toEqual([]);
});

test('where Vite builds, elements that no slide has are not read, with all that they are made of', async () => {
  const { modules } = await buildProject(OWN_STYLE);
  expect(modules.some((file) => file.endsWith('/src/browser/deck/deck.ts'))).toBe(true);
  expect(modules.filter((file) => /\/d3|\/browser\/(?:charts|live)\//.test(file))).toEqual([]);
  const chart = '\n---\n\n## Chart\n\n```chart\ndata: users\ntype: line\ny: count\n```\n';
  const talk = `${SMALL_PROJECT['slides/talks/first.md']}${chart}`;
  const charted = await buildProject({ ...OWN_STYLE, 'slides/talks/first.md': talk });
  expect(charted.modules.some((file) => file.includes('/d3'))).toBe(true);
});

test('the same files build to the same bytes', async () => {
  const first = await buildProject(SMALL_PROJECT);
  const second = await buildAgain(SMALL_PROJECT);
  expect(second.names).toEqual(first.names);
  for (const name of first.names) expect(second.read(name) === first.read(name), name).toBe(true);
});

test('pages ask for the faces of their first slide before they have read any stylesheet', async () => {
  const code = '---\ntitle: Code\n---\n\n# `code` comes first\n';
  const { read } = await buildProject({ ...SMALL_PROJECT, 'slides/talks/code.md': code });
  const listFaces = (page: string) =>
    [
      ...page.matchAll(
        /<link rel="preload" as="font"[^>]*href="[^"]*\/([\w-]+?)-[\w-]{8}\.woff2"/g,
      ),
    ].map(([, name]) => name);
  const text = ['ibm-plex-sans-latin-400-normal', 'ibm-plex-sans-latin-600-normal'];
  expect(listFaces(read('index.html'))).toEqual([...text, 'ibm-plex-mono-latin-400-normal']);
  expect(listFaces(read('first/index.html'))).toEqual(text);
  expect(listFaces(read('code/index.html'))).toEqual([...text, 'ibm-plex-mono-latin-400-normal']);
});

const USERS = SMALL_PROJECT['data/users.json'] ?? '';
const LIVE_PROJECT = {
  ...SMALL_PROJECT,
  'data/users.json': USERS.replace(
    '"sources"',
    '"live": { "interval": "10min" }, "notes": ["For us."], "sources"',
  ),
  'slides/talks/today.md': '---\ntitle: Today\n---\n\n---\nsrc: ../library/shared.md\n---\n',
};

test('a live dataset lies beside the pages that follow it, at an address that stays', async () => {
  const { names, read } = await buildProject(LIVE_PROJECT);
  expect(names).toContain('data/users.json');
  const dataset = JSON.parse(read('data/users.json')) as object;
  expect(dataset).toMatchObject({ title: 'Users', rows: [{ count: 10 }, { count: 20 }] });
  expect(dataset).not.toHaveProperty('notes');
  expect(read('today/index.html')).toContain('../data/users.json');
  // A talk whose date is past follows nothing.
  expect(read('first/index.html')).not.toContain('users.json');
});

test('built offline, or for a certain day, a page looks for nothing', async () => {
  for (const commandOptions of [{ offline: true }, { asOf: '2026-01-01' }]) {
    const { names, read } = await buildAgain(LIVE_PROJECT, commandOptions);
    expect(names).not.toContain('data/users.json');
    expect(read('today/index.html')).not.toContain('users.json');
  }
});

test('the code of live data is built only for talks that follow some', async () => {
  const isLive = (name: string): boolean => /\/live-[\w-]+\.js$/.test(name);
  expect((await buildProject(SMALL_PROJECT)).names.some(isLive)).toBe(false);
  expect((await buildProject(LIVE_PROJECT)).names.some(isLive)).toBe(true);
});
