import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeatOnChange } from '../../../../../src/node/cli/commands/check-watch.ts';
import { ProblemsError, UsageError } from '../../../../../src/node/errors.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rostrum-watch-'));
  mkdirSync(path.join(root, 'slides'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Starts a watch of a task; `runs` counts how often it ran. */
function start(run: (times: number) => void = () => {}) {
  const notes: string[] = [];
  const ending = new AbortController();
  const state = { runs: 0, notes, end: () => ending.abort() };
  const task = async (): Promise<void> => run(++state.runs);
  const note = (text: string): unknown => notes.push(text);
  const terminal = { note, complain: note };
  return { ...state, state, ended: repeatOnChange(root, task, terminal, ending.signal) };
}

const save = (file: string) => writeFileSync(path.join(root, file), String(Math.random()));

test('a check runs at once, and again after a change, with problems or without', async () => {
  const { state, ended, end } = start(() => {
    throw new ProblemsError();
  });
  await vi.waitUntil(() => state.notes.length === 1);
  save('slides/a.md');
  await vi.waitUntil(() => state.runs === 2, { timeout: 10_000 });
  end();
  await ended;
  expect(state.notes[0]).toContain('Ctrl-C');
  expect(state.notes[1]).toBe('Checking again.');
});

test('a project that cannot be read ends the watch at first, and later is reported', async () => {
  const { ended } = start(() => {
    throw new UsageError('There are no talks.');
  });
  await expect(ended).rejects.toThrow('There are no talks.');
  const later = start((times) => {
    if (times > 1) throw new UsageError('It cannot be read.');
  });
  await vi.waitUntil(() => later.state.notes.length === 1);
  save('slides/a.md');
  await vi.waitUntil(() => later.state.notes.includes('It cannot be read.'), { timeout: 10_000 });
  later.end();
  await later.ended;
});
