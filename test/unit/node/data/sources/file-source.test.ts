import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findProjectFiles } from '../../../../../src/node/data/sources/project-files.ts';
import { zipBomb } from '../../../../support/faults.ts';
import { bare, connect, writeFiles } from '../../../../support/connect.ts';
import { makeFolder } from '../../../../support/refresh.ts';

const OLD = `{
  "title": "Riders",
  "sources": { "counter": { "name": "Counter" } },
  "rows": [
    { "asOf": "2026-01-01", "riders": 1000, "source": "counter" }
  ]
}
`;
const CSV = (riders: number, day = 20): string => `asOf,riders\n2026-11-${day},${riders}\n`;

test('a path begins in data/, or at the root of the project', async () => {
  const files = { 'data/raw/a.csv': CSV(1200), 'stats/b.csv': CSV(1300) };
  const inside = await connect({ file: 'raw/a.csv', format: 'csv' }, { files });
  expect(bare(inside.rows)).toEqual([{ asOf: '2026-11-20', riders: 1200 }]);
  const beside = await connect({ file: '../stats/b.csv', format: 'csv' }, { files });
  const rooted = await connect({ file: '/stats/b.csv', format: 'csv' }, { files });
  expect([bare(beside.rows), bare(rooted.rows)]).toEqual([
    [{ asOf: '2026-11-20', riders: 1300 }],
    [{ asOf: '2026-11-20', riders: 1300 }],
  ]);
});

test('rows that make a data file of more than 8 MB are refused, with the way to their sums', async () => {
  const day = (index: number) => new Date(Date.UTC(2024, 0, index)).toISOString().slice(0, 10);
  const lines = Array.from({ length: 850 }, (_, index) => `${day(index)},1000,${'x'.repeat(9900)}`);
  const files = {
    'data/riders.json': OLD,
    'data/raw/a.csv': `asOf,riders,note\n${lines.join('\n')}\n`,
  };
  const { result, text } = await connect({ file: 'raw/a.csv', format: 'csv' }, { files });
  expect([result.outcome, text]).toEqual(['kept', OLD]);
  expect(result.failure?.message).toContain('it makes a data file of 9 MB');
  expect(result.failure?.advice).toContain('"duckdb" with a query');
});

test('wildcards stand for files in order, and for folders', () => {
  const root = makeFolder();
  const names = [
    'data/raw/b1.csv',
    'data/raw/a2.csv',
    'data/raw/x/c3.csv',
    'data/raw/x/y/d4.csv',
    'data/raw/e5.txt',
    'data/raw/.f6.csv',
  ];
  writeFiles(root, Object.fromEntries(names.map((name) => [name, 'x'])));
  mkdirSync(path.join(root, 'data/raw/folder.csv'));
  const find = (pattern: string): string[] =>
    findProjectFiles(root, pattern).map((file) => path.basename(file));
  expect(find('raw/*.csv')).toEqual(['a2.csv', 'b1.csv']);
  expect(find('raw/?1.csv')).toEqual(['b1.csv']);
  expect(find('raw/*/*.csv')).toEqual(['c3.csv']);
  expect(find('raw/**/*.csv')).toEqual(['a2.csv', 'b1.csv', 'c3.csv', 'd4.csv']);
  expect(() => find('/data/raw/[a-z]*')).toThrow('no file matches it');
});

test.each([
  ['raw/none.csv', /there is no such file/],
  ['raw/none-*.csv', /no file matches it/],
  ['../../other.csv', /it leads out of the project/],
  ['raw/link.csv', /it leads out of the project/],
  ['raw', /it is no file/],
  ['raw/pipe', /it is no file/],
  ['raw/bad.csv', /data\/raw\/bad\.csv is not as expected: in line 2, "many"/],
  ['raw/latin.csv', /its characters are not UTF-8/],
  ['raw/cut.csv', /a quote in line 2 is never closed/],
  ['raw/page.csv', /sent the page "Sign in" instead of data/],
  ['raw/sheet.csv', /it is a spreadsheet/],
  ['raw/bomb.csv', /it is a zip archive/],
  ['raw/gzip.csv', /it is packed by gzip/],
  ['raw/table.csv', /it is Parquet/],
])('%s leaves the old rows, with the reason', async (file, said) => {
  const root = makeFolder();
  writeFiles(root, {
    'data/riders.json': OLD,
    'data/raw/bad.csv': 'asOf,riders\n2026,many\n',
    'data/raw/latin.csv': Buffer.from('asOf,riders,x\n2026,1,\xe4\n', 'latin1'),
    'data/raw/cut.csv': 'asOf,riders\n2026,"12',
    'data/raw/page.csv': '<!doctype html><title>Sign in</title>',
    'data/raw/sheet.csv': zipBomb(1000, '[Content_Types].xml'),
    'data/raw/bomb.csv': zipBomb(20_000_000),
    'data/raw/gzip.csv': gzipSync(Buffer.alloc(1_000_000, '0')),
    'data/raw/table.csv': 'PAR1....PAR1',
  });
  symlinkSync('/etc/passwd', path.join(root, 'data/raw/link.csv'));
  spawnSync('mkfifo', [path.join(root, 'data/raw/pipe')]);
  const { result, text } = await connect({ file, format: 'csv' }, { root });
  if (file === 'raw/pipe' && process.platform === 'win32') return;
  expect([result.outcome, text]).toEqual(['kept', OLD]);
  expect(result.failure?.message).toMatch(said);
  expect(result.failure?.advice).toMatch(/^\S.*\.$/);
});

test('files that are too large are refused, alone or together', async () => {
  const root = makeFolder();
  writeFiles(root, { 'data/riders.json': OLD, 'data/raw/.keep': '' });
  for (const name of ['a', 'b']) {
    const file = createWriteStream(path.join(root, `data/raw/${name}.csv`));
    file.write('asOf,riders\n');
    for (let piece = 0; piece < 36; piece++) file.write('2026,1\n'.repeat(143_000));
    file.end();
    await finished(file);
  }
  const { result, text } = await connect({ file: 'raw/*.csv', format: 'text' }, { root });
  expect([result.outcome, text]).toEqual(['kept', OLD]);
  expect(result.failure?.message).toContain('more than 64 MB are not read');
});

test('several files are joined only where each is a list', async () => {
  const files = { 'data/raw/a.json': '[{"asOf":"2026","riders":1}]', 'data/raw/b.json': '{}' };
  const { result } = await connect({ file: 'raw/*.json', format: 'json' }, { files });
  expect(result.failure?.message).toContain('joined only where each is a list');
});
