import { EventEmitter } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import { pollBeyondLimit } from '../../../../../src/node/vite/dev/watch-limit.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

afterEach(() => vi.useRealTimers());

function open() {
  const { root } = makeProject(SMALL_PROJECT);
  const [watcher, httpServer] = [new EventEmitter(), new EventEmitter()];
  let printed = '';
  const stream = { write: (text: string) => (printed += text) };
  const terminal = createTerminal({ out: stream, err: stream, env: {} });
  let noted: string[] = [];
  const server = { watcher, httpServer, config: { root } } as unknown as ViteDevServer;
  pollBeyondLimit(server, { terminal, note: (file) => noted.push(file) });
  const fail = (code: string) =>
    watcher.emit('error', Object.assign(new Error(`${code}: no more`), { code }));
  const poll = (): string[] => {
    noted = [];
    vi.advanceTimersByTime(1000);
    return noted.sort();
  };
  return { root, fail, poll, httpServer, printed: () => printed };
}

test('files that the system does not watch are looked at each second, those that went as well', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { root, fail, poll, httpServer, printed } = open();
  expect(poll()).toEqual([]);
  for (const code of ['ENOSPC', 'ENOSPC', 'EMFILE']) fail(code);
  expect(printed().match(/no more files/g)).toHaveLength(1);
  expect(printed()).toContain('fs.inotify.max_user_watches');
  const files = Object.keys(SMALL_PROJECT).sort();
  expect(poll()).toEqual(files);
  rmSync(path.join(root, 'assets/square.svg'));
  writeFileSync(path.join(root, 'slides/new.md'), '# New\n');
  expect(poll()).toEqual([...files, 'slides/new.md'].sort());
  expect(poll()).not.toContain('assets/square.svg');
  httpServer.emit('close');
  expect(poll()).toEqual([]);
});

test('reports any other fault of the watcher, and polls nothing', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { fail, poll, printed } = open();
  fail('EIO');
  expect(printed()).toContain('EIO: no more');
  expect(poll()).toEqual([]);
});
