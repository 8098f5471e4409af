import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createBuilder } from 'vite';
import { kernelBlocks } from '../../src/kernel/api.ts';
import { rostrum } from '../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../src/node/vite/site.ts';
import { createTerminal } from '../../src/node/terminal.ts';
import { readTexts } from '../support/fixtures.ts';
import { makeProject } from '../support/project.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TALK = 'lpc-2024';

afterEach(() => {
  vi.useRealTimers();
});

/** Builds the talk in a folder of its own, on a day, and gives every file by its path. */
async function buildOn(day: string): Promise<Record<string, string>> {
  const { root } = makeProject(listSources());
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00Z`) });
  const stream = { write: () => true };
  const commandOptions: CommandOptions = {
    terminal: createTerminal({ out: stream, err: stream, env: {} }),
  };
  const builder = await createBuilder({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: commandOptions }, rostrum({ blocks: kernelBlocks })],
    build: { outDir: 'dist' },
  });
  await builder.buildApp();
  vi.useRealTimers();
  return readAll(path.join(root, 'dist'));
}

/** The talk with its library, data and pictures, and no other talk. */
function listSources(): Record<string, string> {
  const folders = ['slides', 'data', 'assets'].map((folder) => {
    const texts = Object.entries(readTexts(path.join(ROOT, folder)));
    return texts.map(([file, text]) => [`${folder}/${file}`, text] as const);
  });
  const files = folders.flat();
  return Object.fromEntries(
    files.filter(([file]) => !file.startsWith('slides/talks/') || file.endsWith(`/${TALK}.md`)),
  );
}

function readAll(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const bytes = files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file), readFileSync(file).toString('base64')] as const;
  });
  return Object.fromEntries(bytes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('a talk that was given builds to the same bytes, again and years later, wherever it lies', async () => {
  const first = await buildOn('2024-10-01');
  expect(Object.keys(first)).toContain(`${TALK}/index.html`);
  const names = Object.keys(first);
  for (const day of ['2024-10-01', '2034-03-05']) {
    const again = await buildOn(day);
    expect(Object.keys(again)).toEqual(names);
    expect(names.filter((name) => again[name] !== first[name])).toEqual([]);
  }
}, 60_000);
