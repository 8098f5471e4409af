import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createServer } from 'vite';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import { rostrum } from '../../../../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../../../../src/node/vite/site.ts';
import { INDEX_EVENT, TALK_EVENT, type TalkUpdate } from '../../../../../src/talk/model/wire.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const soon = { timeout: 4000, interval: 10 };

async function serve(files = SMALL_PROJECT, config?: string) {
  const folder = makeProject(files);
  const printed: string[] = [];
  const stream = { write: (text: string) => printed.push(text) };
  const commandOptions: CommandOptions = {
    terminal: createTerminal({ out: stream, err: stream, env: {} }),
    ...(config === undefined ? {} : { configFile: path.join(folder.root, config) }),
  };
  const server = await createServer({
    root: folder.root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: commandOptions }, rostrum()],
    server: { port: 0, ws: { port: 0 } },
    optimizeDeps: { noDiscovery: true },
  });
  onTestFinished(() => server.close());
  const send = vi.spyOn(server.environments.client.hot, 'send');
  await server.listen();
  // The watcher reports itself ready once for each of its places, the first time too early.
  const watched = (): string[] => Object.values(server.watcher.getWatched()).flat();
  const names = Object.keys(files).map((file) => path.basename(file));
  await vi.waitFor(() => expect(watched()).toEqual(expect.arrayContaining(names)), soon);
  const base = server.resolvedUrls?.local[0] ?? '';
  const get = (address: string) =>
    fetch(new URL(address, base), { headers: { accept: 'text/html' }, redirect: 'manual' });
  const updates = (): TalkUpdate[] =>
    send.mock.calls
      .filter(([event]) => (event as unknown) === TALK_EVENT)
      .map((call) => (call as unknown[])[1] as TalkUpdate);
  const sent = (): unknown[] => send.mock.calls.map(([event]) => event);
  return { folder, get, updates, sent, printed: () => printed.join(''), base };
}

test('listens on this machine only', async () => {
  expect((await serve()).base).toMatch(/^http:\/\/127\.0\.0\.1:/);
});

test('answers with the index, a talk, and a page that says a talk is missing', async () => {
  const { get } = await serve();
  expect(await (await get('/')).text()).toContain('href="./first/"');
  const talk = await get('/first/');
  expect(talk.status).toBe(200);
  expect(await talk.text()).toContain('<section id="opening"');
  const bare = await get('/first?print');
  expect([bare.status, bare.headers.get('location')]).toEqual([302, 'first/?print']);
  const missing = await get('/firts/');
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('<a href="/first/">');
});

test('sends the one section that an edit changed', async () => {
  const { folder, get, updates } = await serve();
  await get('/first/');
  const text = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  folder.write('slides/talks/first.md', text.replace('## Picture', '## Picture\n\nNew words.'));
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  const [update] = updates();
  expect(Object.keys(update?.sections ?? {})).toEqual(['picture']);
  expect(update?.sections['picture']?.html).toContain('New words.');
  expect(update).not.toHaveProperty('order');
});

test('sends what a changed include, dataset or picture changes on slides', async () => {
  const { folder, get, updates } = await serve();
  await get('/first/');
  folder.write('slides/library/shared.md', '## Shared\n\nNow {{ users.count }} users.\n');
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  const data = SMALL_PROJECT['data/users.json']?.replace('"count": 20', '"count": 30') ?? '';
  folder.write('data/users.json', `${data}\n`);
  await vi.waitFor(() => expect(updates()).toHaveLength(2), soon);
  expect(updates()[1]?.datasets['users']?.rows).toHaveLength(2);
  expect(updates()[1]?.sections['shared']?.html).toContain('30');
  folder.write('assets/square.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
  await vi.waitFor(() => expect(updates()).toHaveLength(3), soon);
  expect(Object.keys(updates()[2]?.sections ?? {})).toEqual(['picture']);
});

test('follows code that a slide quotes from anywhere in the project, and serves no such file', async () => {
  const { folder, get, updates } = await serve({
    ...SMALL_PROJECT,
    'slides/talks/first.md': '---\ntitle: First\n---\n\n# Code\n\n<<< /src/a.rs#L2\n',
    'src/a.rs': '// secret\nfn a() {}\n',
    'src/other.rs': 'fn b() {}\n',
  });
  expect(await (await get('/first/')).text()).not.toContain('// secret');
  expect((await get('/src/a.rs')).status).toBe(404);
  folder.write('src/other.rs', 'fn c() {}\n');
  folder.write('src/a.rs', '// secret\nfn now() {}\n');
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  expect(updates()[0]?.sections['code']?.html).toContain('now');
});

test('follows the lock', async () => {
  const place = 'town@v1:a.c';
  const lock = (line: string): string => {
    const entry = { commit: 'a'.repeat(40), date: '2024-01-01', first: 1, lines: [line] };
    return JSON.stringify({ version: 1, code: { [place]: entry } });
  };
  const { folder, get, updates } = await serve({
    ...SMALL_PROJECT,
    'slides/talks/first.md': `---\ntitle: First\n---\n\n# Code\n\n<<< ${place}\n`,
    'rostrum.lock': lock('int old;'),
  });
  expect(await (await get('/first/')).text()).toContain('old;');
  expect((await get('/rostrum.lock')).status).toBe(404);
  folder.write('rostrum.lock', lock('int fresh;'));
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  expect(updates()[0]?.sections['code']?.html).toContain('fresh;');
});

test('names a slide that got another id', async () => {
  const { folder, get, updates } = await serve();
  await get('/first/');
  const text = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  folder.write('slides/talks/first.md', text.replace('# Opening', '# The opening'));
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  expect(updates()[0]?.renamed).toEqual({ opening: 'the-opening' });
});

test('a broken file shows its problem in place and in the terminal, and recovers by itself', async () => {
  const { folder, get, updates, printed } = await serve();
  await get('/first/');
  folder.write('slides/library/shared.md', '## Shared\n\n{{ missing.count }}\n');
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  expect(updates()[0]?.sections['shared']?.html).toContain('problem');
  expect(printed()).toContain('slides/library/shared.md:3:');
  expect(printed()).toContain('1 error');
  folder.write('slides/library/shared.md', '## Shared\n\n{{ users.count }} users again.\n');
  await vi.waitFor(() => expect(updates()).toHaveLength(2), soon);
  expect(updates()[1]?.sections['shared']?.html).toContain('again');
  expect(printed()).toContain('Fixed: no problems left.');
});

test('broken JSON keeps the talk up and comes back', async () => {
  const { folder, get, updates } = await serve();
  await get('/first/');
  folder.write('data/users.json', '{ "title": ');
  await vi.waitFor(() => expect(updates()).toHaveLength(1), soon);
  expect((await get('/first/')).status).toBe(200);
  folder.write('data/users.json', SMALL_PROJECT['data/users.json'] ?? '');
  await vi.waitFor(() => expect(updates()).toHaveLength(2), soon);
  expect(updates()[1]?.sections['shared']?.html).toContain('20');
});

test('a missing include that appears fills its slide, and the index gets every change', async () => {
  const { 'slides/library/shared.md': shared = '', ...files } = SMALL_PROJECT;
  const { folder, get, updates, sent } = await serve(files);
  await get('/first/');
  folder.write('slides/library/shared.md', shared);
  await vi.waitFor(() => expect(updates().at(-1)?.order).toContain('shared'), soon);
  expect(sent()).toContain(INDEX_EVENT);
  folder.write('slides/talks/second.md', '# Second\n');
  await vi.waitFor(async () => expect((await get('/second/')).status).toBe(200), soon);
});

test('does no work for talks that no page shows', async () => {
  const { folder, updates, sent, printed } = await serve();
  folder.write('slides/library/shared.md', '## Shared\n\n{{ missing.count }}\n');
  await vi.waitFor(() => expect(sent()).toContain(INDEX_EVENT), soon);
  expect(updates()).toEqual([]);
  expect(printed()).toBe('');
});

test('a configuration that Vite did not read is reported when it changes, and no other file is', async () => {
  const files = { ...SMALL_PROJECT, 'vite.config.ts': 'export default {};\n', 'other.ts': '' };
  const { folder, printed } = await serve(files, 'vite.config.ts');
  folder.write('other.ts', 'export {};\n');
  folder.write('vite.config.ts', 'export default { base: "/talks/" };\n');
  await vi.waitFor(() => expect(printed()).toContain('vite.config.ts changed'), soon);
  expect(printed()).toContain('start it again');
  expect(printed()).not.toContain('other.ts');
});
