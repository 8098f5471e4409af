import { expect, test } from 'vitest';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import { createReporter } from '../../../../../src/node/vite/dev/problem-report.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';

const problem = (line: number): Problem => ({
  code: 'bad-thing',
  severity: 'error',
  message: 'A thing is bad.',
  span: { file: 'a.md', line, column: 1, length: 1 },
});

function listen() {
  let printed = '';
  const stream = { write: (text: string) => (printed += text) };
  const terminal = createTerminal({ out: stream, err: stream, env: {} });
  const report = createReporter(terminal, () => undefined);
  return (problems: Problem[]): string => {
    printed = '';
    report(problems);
    return printed;
  };
}

test('prints a problem once, however often it is found', () => {
  const report = listen();
  expect(report([problem(1)])).toBe(
    'a.md:1:1  bad-thing\nA thing is bad.\nMore: npx rostrum explain bad-thing\n\n1 error\n',
  );
  expect(report([problem(1)])).toBe('');
  expect(report([problem(1), problem(2)])).toBe(
    'a.md:2:1  bad-thing\nA thing is bad.\n\n2 errors\n',
  );
});

test('says when problems are gone', () => {
  const report = listen();
  report([problem(1), problem(2)]);
  expect(report([problem(1)])).toBe('Fixed, left: 1 error\n');
  expect(report([])).toBe('Fixed: no problems left.\n');
  expect(report([])).toBe('');
});
