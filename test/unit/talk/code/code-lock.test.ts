import { expect, test } from 'vitest';
import {
  parseLock,
  spanOf,
  writeLock,
  type CodeLock,
} from '../../../../src/talk/code/code-lock.ts';

const COMMIT = 'a'.repeat(40);
const excerpt = (first: number, lines: string[]) => ({
  commit: COMMIT,
  date: '2024-09-18',
  first,
  lines,
});
const LOCK: CodeLock = {
  repositories: new Map([['linux', 'https://git.example/linux']]),
  code: new Map([
    ['linux@v2:b.c', { before: null, after: excerpt(1, ['\tint "x";']) }],
    ['linux@v1..v2:a.c', { before: excerpt(3, []), after: excerpt(3, ['y']) }],
  ]),
};

test('writes what it reads, sorted, one line of code a line', () => {
  const text = writeLock(LOCK);
  expect(text.indexOf('v1..v2')).toBeLessThan(text.indexOf('linux@v2'));
  expect(text.split('\n')).toContain('        "\\tint \\"x\\";"');
  const { value, problems } = parseLock(text);
  expect(problems).toEqual([]);
  expect(new Map([...value.code].sort())).toEqual(new Map([...LOCK.code].sort()));
  expect(writeLock(value)).toBe(text);
  expect(parseLock(undefined).value.code.size).toBe(0);
});

test('uses the first side of a merge conflict, and reports it', () => {
  const text = writeLock(LOCK).replace(
    '      "date": "2024-09-18",\n      "first": 1,',
    '<<<<<<< ours\n      "date": "2024-09-18",\n=======\n      "date": "2025-01-01",\n>>>>>>> theirs\n      "first": 1,',
  );
  const { value, problems } = parseLock(text);
  expect(problems.map(({ code }) => code)).toEqual(['merge-conflict']);
  expect(value.code.get('linux@v2:b.c')?.after.date).toBe('2024-09-18');
});

test.each([
  ['', 'is no JSON'],
  ['[]', 'is no JSON'],
  ['{"version": 2, "code": {}}', 'another version'.replace('another', 'of another')],
])('reports %j as a whole', (text, why) => {
  const { value, problems } = parseLock(text);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringContaining(why),
  ]);
  expect(value.code.size).toBe(0);
});

test.each([
  ['linux@v1:a.c', { ...excerpt(1, ['a']), commit: 'main' }],
  ['linux@v1:a.c', { ...excerpt(1, ['a']), date: '2024-13-01' }],
  ['linux@v1:a.c', { ...excerpt(1, ['a']), first: 0 }],
  ['linux@v1:a.c', { ...excerpt(1, ['a']), lines: ['a\nb'] }],
  ['linux@v1:a.c', { ...excerpt(1, ['a']), lines: [1] }],
  ['linux@v1:a.c', excerpt(1, [])],
  ['linux@v1:a.c#L2-3', excerpt(2, ['a'])],
  ['linux@v1..v2:a.c', excerpt(1, ['a'])],
  ['linux@v1:a.c', { before: excerpt(1, ['a']), after: excerpt(1, ['b']) }],
  ['./a.c', excerpt(1, ['a'])],
  ['linux@v1:a.c', null],
])('leaves out an entry %s that cannot be right', (key, entry) => {
  const good = { 'linux@v9:z.c': excerpt(1, ['z']) };
  const { value, problems } = parseLock(
    JSON.stringify({ version: 1, code: { [key]: entry, ...good } }),
  );
  expect([...value.code.keys()]).toEqual(['linux@v9:z.c']);
  expect(problems.map(({ code }) => code)).toEqual(['bad-lock']);
});

test('trusts no address with a user name, and none that is not of the web', () => {
  const repositories = {
    a: 'https://me:pass@x.org/a',
    b: 'javascript:alert(1)',
    c: 'https://x.org',
  };
  const { value, problems } = parseLock(JSON.stringify({ version: 1, repositories, code: {} }));
  expect([...value.repositories.keys()]).toEqual(['c']);
  expect(problems).toHaveLength(2);
});

test('finds the place of an entry', () => {
  const text = writeLock(LOCK);
  const { line, column, length } = spanOf('linux@v2:b.c', text);
  expect(text.split('\n')[line - 1]?.slice(column - 1, column - 1 + length)).toBe('"linux@v2:b.c"');
  expect(spanOf('nothing', text)).toMatchObject({ line: 1, column: 1 });
});
