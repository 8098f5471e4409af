import { expect, test } from 'vitest';
import {
  isRevision,
  nameCommitPlace,
  parseCodeLine,
  parseCodePlace,
} from '../../../../src/talk/code/code-place.ts';

test('reads files of the project, their lines and their regions', () => {
  expect(parseCodePlace('./src/a.rs')).toEqual({
    kind: 'file',
    path: './src/a.rs',
    part: { kind: 'all' },
  });
  expect(parseCodePlace('/a.rs#L10-30')).toMatchObject({
    part: { kind: 'lines', first: 10, last: 30 },
  });
  expect(parseCodePlace('/a.rs#L7')).toMatchObject({ part: { kind: 'lines', first: 7, last: 7 } });
  expect(parseCodePlace('a#b.rs#main-loop')).toMatchObject({
    path: 'a#b.rs',
    part: { kind: 'region', name: 'main-loop' },
  });
  expect(parseCodePlace('@/a.ts')).toMatchObject({ kind: 'file', path: '/a.ts' });
});

test.each([
  ['linux@v6.17:kernel/fork.c#L10-L30', 'linux@v6.17:kernel/fork.c#L10-30'],
  ['linux@v6.11..v6.12:./rust//time.rs#L2', 'linux@v6.11..v6.12:rust/time.rs#L2'],
  ['my-repo@feature/a_b+1:x y.c#tick', 'my-repo@feature/a_b+1:x y.c#tick'],
  ['linux@0123abc^..0123abc~2:Makefile', 'linux@0123abc^..0123abc~2:Makefile'],
])('reads %s at a commit', (written, name) => {
  const place = parseCodePlace(written);
  if (typeof place === 'string' || place.kind === 'file') throw new Error('no commit');
  expect(nameCommitPlace(place)).toBe(name);
});

test.each([
  ['', 'names no file'],
  ['linux@:a.c', 'has no revision'],
  ['linux@v1', 'has no file behind "v1:"'],
  ['linux@-x:a.c', 'no revision'],
  ['linux@v1 --exec=x:a.c', 'no revision'],
  ['linux@v1...v2:a.c', 'no revision'],
  ['linux@a..b..c:a.c', 'no revision'],
  ['linux@v1@{upstream}:a.c', 'no revision'],
  ['linux@:/fix:a.c', 'has no revision'],
  ['linux@v1:../a.c', 'no path'],
  ['linux@v1:/etc/passwd', 'no path'],
  ['linux@v1:kernel/', 'no path'],
  ['a.c#L0-3', 'do not count upwards'],
  ['a.c#L9-3', 'do not count upwards'],
  ['a.c#L1-99999999999', 'do not count upwards'],
  ['a.c#', 'ends with "#"'],
  ['a.c#a b', 'neither lines nor a region'],
  ['a\u0000.c', 'is no place'],
  ['a'.repeat(501), 'is no place'],
])('says why %j is no place', (written, why) => {
  expect(parseCodePlace(written)).toContain(why);
});

test('takes for a revision only what is a name', () => {
  for (const name of ['v6.17', 'next-20240901', 'HEAD', 'HEAD~3', 'a/b', 'v1^', '0123456']) {
    expect(isRevision(name), name).toBe(true);
  }
  const odd = [
    '-v',
    '--all',
    'a..b',
    'a:b',
    'a b',
    '@{-1}',
    ':/x',
    '^a',
    'a\nb',
    'a//b',
    '$(x)',
    '',
  ];
  for (const name of odd) expect(isRevision(name), name).toBe(false);
});

test('parts a line into its place and the options behind it', () => {
  expect(parseCodeLine('  <<< ./a.rs#L1-2 rust {1|2}')).toMatchObject({
    written: './a.rs#L1-2',
    offset: 6,
    info: 'rust {1|2}',
    infoOffset: 18,
  });
  expect(parseCodeLine('<<< <./my file.rs#L2> {1}')).toMatchObject({
    written: './my file.rs#L2',
    offset: 5,
    place: { path: './my file.rs' },
    info: '{1}',
    infoOffset: 22,
  });
  expect(parseCodeLine('<<< a.rs{1|2}')).toMatchObject({ written: 'a.rs', info: '{1|2}' });
  expect(parseCodeLine('<<<<<<< ours')).toBeNull();
  expect(parseCodeLine('<<<')).toBeNull();
});
