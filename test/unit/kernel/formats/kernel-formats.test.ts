import { expect, test } from 'vitest';
import {
  findSeries,
  installerFiles,
  readChangesTable,
  readKernelReleases,
  readMaintainersEntry,
  readMinToolVersions,
  readRustChannel,
  readSubscribers,
  readToolchains,
  readZulipChart,
} from '../../../../src/kernel/api.ts';
import { formats } from '../../../../src/talk/data/formats/formats.ts';
import { decodeAnswer } from '../../../support/answers.ts';

test('reads kernel.org’s current releases', async () => {
  expect(readKernelReleases(await decodeAnswer('kernel-releases-2020.json', 'json'))).toEqual([
    { version: '5.10', moniker: 'mainline', isEol: false, released: '2020-12-13' },
    { version: '5.10.1', moniker: 'stable', isEol: false, released: '2020-12-14' },
  ]);
  const today = readKernelReleases(await decodeAnswer('kernel-releases.json', 'json'));
  expect(today.find(({ isEol }) => isEol)?.version).toBe('7.1.13');
  expect(today.at(-1)?.moniker).toBe('linux-next');
  expect(() => readKernelReleases({ releases: [{ version: '7.1' }] })).toThrow(
    'releases[0].moniker is missing',
  );
});

test('reads the oldest tools a kernel builds with, from its script and from its documentation', async () => {
  const table = await decodeAnswer('changes-6.15.rst', 'text');
  expect(readChangesTable(table)).toEqual({ rust: '1.78.0', bindgen: '0.65.1' });
  const script = await decodeAnswer('min-tool-version.sh', 'text');
  expect(readMinToolVersions(script)).toEqual({ rust: '1.85.0', bindgen: '0.71.1' });
  expect(() => readChangesTable('nothing')).toThrow('the table of minimal versions');
  expect(() => readMinToolVersions('gcc) echo 8.1.0')).toThrow('no version of Rust');
});

test('reads a channel of Rust', async () => {
  const channel = readRustChannel(await decodeAnswer('channel-rust-recorded.toml', 'toml'));
  expect(channel).toEqual({
    date: '2019-05-23',
    version: '1.35.0',
    platforms: ['aarch64-unknown-linux-gnu'],
  });
  expect(installerFiles('aarch64-apple-darwin')).toEqual([
    'pkg',
    'pkg.asc',
    'tar.xz',
    'tar.xz.asc',
  ]);
});

test('reads both tables of LLVM+Rust toolchains', async () => {
  const rows = readToolchains(await decodeAnswer('llvm-rust.html', 'html'));
  expect(rows.map(({ set, tree, llvm }) => [set, tree, llvm])).toEqual([
    ['latest', '7.1', '22.1.6'],
    ['latest', '7.0', '22.1.6'],
    ['matching', '7.1', '22.1.2'],
    ['matching', '7.0', '22.1.2'],
  ]);
  expect(rows[0]?.aarch64).toEqual(['.tar.gz', '.tar.xz']);
});

test('reads subscribers by the head of the column', async () => {
  const page = formats.toPage(await decodeAnswer('subspace.html', 'html'));
  expect(readSubscribers(page, 'rust-for-linux')).toBe(603);
  expect(() => readSubscribers(page, 'rust-for-linus')).toThrow('is not in the table');
  const [table] = page.tables;
  if (!table) throw new Error('There is no table.');
  const turned = {
    ...table,
    head: table.head.toReversed(),
    rows: table.rows.map((row) => row.toReversed()),
  };
  expect(readSubscribers({ ...page, tables: [turned] }, 'netdev')).toBe(5012);
  expect(() => readSubscribers({ ...page, tables: [{ ...table, head: [] }] }, 'netdev')).toThrow(
    'no table has a column headed "subs"',
  );
});

test('reads Zulip’s charts without the asker’s own series', async () => {
  const humans = readZulipChart(await decodeAnswer('zulip-humans-recorded.json', 'json'));
  expect(findSeries(humans, 'all_time')).toEqual([0, 0, 100, 0]);
  expect(humans.asOf).toBe('2024-09-17');
  const messages = readZulipChart(await decodeAnswer('zulip-messages-recorded.json', 'json'));
  expect(messages).toEqual({
    asOf: '2024-09-18',
    series: { bot: [0, 0, 100, 0], human: [0, 0, 101, 0] },
  });
  expect(() => findSeries(humans, '_7day')).toThrow('everyone._7day is missing');
});

test('reads an entry of MAINTAINERS', async () => {
  const text = await decodeAnswer('MAINTAINERS', 'text');
  const entry = readMaintainersEntry(text, 'APPLIED MICRO QT2025 PHY DRIVER');
  expect(entry[0]).toEqual({
    key: 'M',
    value: 'FUJITA Tomonori <fujita.tomonori@gmail.com>',
    name: 'FUJITA Tomonori',
    email: 'fujita.tomonori@gmail.com',
  });
  expect(entry.map(({ key }) => key).join('')).toBe('MRLLSF');
  expect(() => readMaintainersEntry(text, 'RUS')).toThrow('has no entry "RUS"');
});
