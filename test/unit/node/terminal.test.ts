import { expect, test, vi } from 'vitest';
import { createTerminal, summarize } from '../../../src/node/terminal.ts';
import { locateExplanation } from '../../../src/node/engine.ts';
import type { Problem } from '../../../src/talk/model/problem.ts';

function open(env: Record<string, string> = {}, isTTY = false, columns?: number) {
  const printed = { out: '', err: '' };
  const terminal = createTerminal({
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text), isTTY, ...(columns ? { columns } : {}) },
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
More: npx rostrum explain unknown-dataset

`);
});

test('says where a code is explained once, however often it is reported', () => {
  const { printed, terminal } = open();
  const other = { ...problem, message: 'No dataset is called "moon".' };
  terminal.showProblems([problem, other], () => '');
  terminal.showProblems([{ ...problem, code: 'unknown-column' }, problem], () => '');
  expect(printed.err.match(/^More: .*$/gm)).toEqual([
    'More: npx rostrum explain unknown-dataset',
    'More: npx rostrum explain unknown-column',
  ]);
});

test('where documentation is published, the address of the page is printed too', () => {
  const manifest = { version: '1.0.0', homepage: 'https://example.org/rostrum/' };
  expect(locateExplanation('bad-date', manifest)).toBe(
    'npx rostrum explain bad-date, https://example.org/rostrum/problems/bad-date.html',
  );
});

test('breaks sentences at the width of the window, and nowhere where there is none', () => {
  const words = 'Did you mean "stars"? Datasets are the files in data/.';
  const narrow = open({ NO_COLOR: '1' }, true, 30);
  narrow.terminal.showProblems([{ ...problem, hint: words }], () => '');
  narrow.terminal.complain('No talk is called so, or nearly so.', words);
  for (const line of narrow.printed.err.split('\n')) expect(line.length).toBeLessThanOrEqual(30);
  const piped = open();
  piped.terminal.complain('No.', words);
  expect(piped.printed.err).toBe(`No.\n${words}\n`);
});

test('cuts code at the edge of the window, and shows what is marked', () => {
  const { printed, terminal } = open({ NO_COLOR: '1' }, true, 30);
  const text = `# ${'long '.repeat(9)}\ndata: star ${'more '.repeat(9)}\n`;
  terminal.showProblems([problem], () => text);
  const lines = printed.err.split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(30);
  expect(lines[4]).toBe('> 2 │ data: star more more mo…');
  expect(lines[5]).toBe('    │       ^^^^');
});

test('a bar stays on its line while other text is printed', () => {
  const { printed, terminal } = open({ NO_COLOR: '1' }, true, 60);
  const bar = terminal.startProgress('a-talk-with-a-long-name: opening the slides', 9);
  bar.advance(3);
  bar.advance(3);
  const lines = printed.err.split(/\r|\u001B\[K/).filter(Boolean);
  bar.end();
  expect(lines.map((line) => line.length)).toEqual([59, 59]);
  expect(lines[1]).toContain('3/9');
});

test('says where the talks are, and how the first one begins', () => {
  const { printed, terminal } = open();
  terminal.welcome(['http://h/'], ['first', 'second-one']);
  expect(printed.err).toContain('  first       http://h/first/\n');
  terminal.welcome(['http://h/'], []);
  expect(printed.err).toContain('slides/talks/NAME.md');
});

test('of many talks names the first, and how many there are more', () => {
  const { printed, terminal } = open();
  const talks = Array.from({ length: 400 }, (_, at) => `talk-${at}`);
  terminal.welcome(['http://h/'], talks);
  expect(printed.err).toContain('http://h/talk-11/\n  and 388 more, on the first page\n');
  expect(printed.err).not.toContain('talk-12');
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

test('draws progress on a terminal, and erases it at the end', () => {
  const watched = open({}, true);
  const bar = watched.terminal.startProgress('Printing', 4);
  bar.advance(2);
  expect(watched.printed.err).toContain('2/4');
  bar.end();
  expect(watched.printed.err.endsWith('\r\u001B[K')).toBe(true);
  const { length } = watched.printed.err;
  bar.end();
  expect(watched.printed.err).toHaveLength(length);
  const unwatched = open();
  unwatched.terminal.startProgress('Printing', 4).advance(1);
  expect(unwatched.printed.err).toBe('');
});

test('a bar that is ended by a signal leaves a clean line and no listener', () => {
  const others = process.listenerCount('SIGINT');
  const onSignal = vi.fn();
  process.on('SIGINT', onSignal);
  const { printed, terminal } = open({}, true);
  terminal.startProgress('Printing', 4).advance(1);
  process.emit('SIGINT', 'SIGINT');
  process.off('SIGINT', onSignal);
  expect(onSignal).toHaveBeenCalledOnce();
  expect(printed.err.endsWith('\r\u001B[K')).toBe(true);
  expect(process.listenerCount('SIGINT')).toBe(others);
});

test('a bar says what is being done, and on a narrow line only that', () => {
  const { printed, terminal } = open({ NO_COLOR: '1' }, true, 30);
  terminal.startProgress('Drawing', 4).advance(1, { label: 'Printing', total: 2 });
  expect(printed.err).toBe('\r0/4  Drawing\u001B[K\r1/2  Printing\u001B[K');
});

test('counts problems in words', () => {
  const warning: Problem = { ...problem, severity: 'warning' };
  expect(summarize([problem, problem, warning])).toBe('2 errors, 1 warning');
  expect(summarize([warning])).toBe('1 warning');
});
