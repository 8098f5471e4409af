import { expect, test } from 'vitest';
import { createTerminal, summarize } from '../../../src/node/terminal.ts';
import type { Problem } from '../../../src/talk/model/problem.ts';

function open(env: Record<string, string> = {}, isTTY = false) {
  const printed = { out: '', err: '' };
  const terminal = createTerminal({
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text), isTTY },
    env,
  });
  return { printed, terminal };
}

const problem: Problem = {
  code: 'unknown-dataset',
  severity: 'error',
  message: 'No dataset is called "star".',
  hint: 'Did you mean "stars"?',
  span: { file: 'a.md', line: 2, column: 7, length: 4 },
};

test('prints a problem with its place, frame and hint', () => {
  const { printed, terminal } = open();
  terminal.showProblems([problem], () => '# A\ndata: star\n');
  expect(printed.err).toBe(`a.md:2:7  unknown-dataset
No dataset is called "star".

  1 │ # A
> 2 │ data: star
    │       ^^^^
Did you mean "stars"?

`);
});

test('has colour on a terminal only, and none where NO_COLOR is set', () => {
  expect(open({}, true).terminal.style.red('x')).toBe('\u001B[31mx\u001B[39m');
  expect(open({}, false).terminal.style.red('x')).toBe('x');
  expect(open({ NO_COLOR: '1' }, true).terminal.style.red('x')).toBe('x');
  expect(open({ FORCE_COLOR: '1' }, false).terminal.style.red('x')).toBe('\u001B[31mx\u001B[39m');
});

test('answers go to standard output, everything else to standard error', () => {
  const { printed, terminal } = open();
  terminal.say('answer');
  terminal.note('note');
  expect(printed).toEqual({ out: 'answer\n', err: 'note\n' });
});

test('draws progress where somebody watches, and wipes it away', () => {
  const watched = open({}, true);
  const bar = watched.terminal.startProgress('Printing', 4);
  bar.advance(2);
  expect(watched.printed.err).toContain('2/4');
  bar.end();
  expect(watched.printed.err.endsWith('\r\u001B[K')).toBe(true);
  const unwatched = open();
  unwatched.terminal.startProgress('Printing', 4).advance(1);
  expect(unwatched.printed.err).toBe('');
});

test('counts problems in words', () => {
  const warning: Problem = { ...problem, severity: 'warning' };
  expect(summarize([problem, problem, warning])).toBe('2 errors, 1 warning');
  expect(summarize([warning])).toBe('1 warning');
});
