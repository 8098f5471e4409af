import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderLines } from '../../../../src/node/check/annotations.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';

const TEMPLATE = path.resolve(import.meta.dirname, '../../../../template');
const read = (file: string): string => readFileSync(path.join(TEMPLATE, file), 'utf8');
const HAS_VIM = !spawnSync('vim', ['--version']).error;

const PROBLEMS: Problem[] = [
  {
    code: 'unknown-dataset',
    severity: 'error',
    message: 'No dataset is called "a: b (c)".',
    hint: 'Did you mean "b"?',
    span: { file: 'slides/my talk.md', line: 3, column: 5, length: 4 },
  },
  {
    code: 'code-shifts',
    severity: 'warning',
    message: 'Look at 1:2: here.',
    span: { file: 'data/a.json', line: 10, column: 1, length: 1 },
  },
  { code: 'no-talk', severity: 'warning', message: 'Nothing here.' },
];

test('the task of VS Code finds the place, the severity and the words of each problem', () => {
  const [task] = JSON.parse(read('_vscode/tasks.json')).tasks;
  const { pattern, background } = task.problemMatcher;
  const found = renderLines(PROBLEMS)
    .split('\n')
    .flatMap((line) => {
      const parts = new RegExp(pattern.regexp).exec(line);
      const keys = ['file', 'line', 'column', 'severity', 'message', 'code'];
      return parts ? [keys.map((key) => parts[pattern[key]])] : [];
    });
  expect(found).toEqual([
    [
      'slides/my talk.md',
      '3',
      '5',
      'error',
      'No dataset is called "a: b (c)". Did you mean "b"?',
      'unknown-dataset',
    ],
    ['data/a.json', '10', '1', 'warning', 'Look at 1:2: here.', 'code-shifts'],
  ]);
  const watch = readFileSync('src/node/cli/commands/check-watch.ts', 'utf8');
  const notes = [...watch.matchAll(/note\('([^']+)'\)/g)].map(([, note = '']) => note);
  expect(notes.filter((note) => new RegExp(background.beginsPattern).test(note))).toHaveLength(1);
  expect(notes.filter((note) => new RegExp(background.endsPattern).test(note))).toHaveLength(1);
});

// Reported as skipped where Vim is not installed.
test.skipIf(!HAS_VIM)('Vim finds them by the error format of Neovim', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-vim-'));
  const [, format = ''] = /errorformat = '([^']+)'/.exec(read('_nvim.lua')) ?? [];
  const [lines, script, found] = ['lines', 'script', 'found'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeFileSync(lines, renderLines(PROBLEMS));
  const list = `map(filter(getqflist(), 'v:val.valid'), {_, v -> json_encode([bufname(v.bufnr), v.lnum, v.col, v.type])})`;
  writeFileSync(
    script,
    `let &errorformat = '${format}'\ncgetfile ${lines}\ncall writefile(${list}, '${found}')\nqall!\n`,
  );
  spawnSync('vim', ['-u', 'NONE', '-es', '-S', script], { cwd: folder });
  const places = readFileSync(found, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(places).toEqual([
    ['slides/my talk.md', 3, 5, 'e'],
    ['data/a.json', 10, 1, 'w'],
  ]);
  rmSync(folder, { recursive: true });
});
