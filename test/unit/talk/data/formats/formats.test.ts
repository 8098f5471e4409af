import { expect, test } from 'vitest';
import { decodeBody } from '../../../../../src/node/data/http/decode.ts';
import { formats } from '../../../../../src/talk/data/formats/formats.ts';
import type { AnswerFormat } from '../../../../../src/talk/data/update/refresh-context.ts';
import { readAnswer } from '../../../../support/answers.ts';

async function decode(file: string, format: AnswerFormat): Promise<unknown> {
  const bytes = Buffer.from(readAnswer(file));
  return decodeBody({ bytes, type: '', host: 'source.example' }, format);
}

test('reads kernel.org’s current releases', async () => {
  expect(formats.readKernelReleases(await decode('kernel-releases-2020.json', 'json'))).toEqual([
    { version: '5.10', moniker: 'mainline', isEol: false, released: '2020-12-13' },
    { version: '5.10.1', moniker: 'stable', isEol: false, released: '2020-12-14' },
  ]);
  const today = formats.readKernelReleases(await decode('kernel-releases.json', 'json'));
  expect(today.find(({ isEol }) => isEol)?.version).toBe('7.1.13');
  expect(today.at(-1)?.moniker).toBe('linux-next');
  expect(() => formats.readKernelReleases({ releases: [{ version: '7.1' }] })).toThrow(
    'releases[0].moniker is missing',
  );
});

test('reads endoflife.date, oldest release first', async () => {
  const { changed, cycles } = formats.readProduct(
    await decode('endoflife-linux-recorded.json', 'json'),
  );
  expect(changed).toBe('2026-08-22');
  expect(cycles.map(({ name }) => name)).toEqual(['6.13', '6.18', '7.1']);
  expect(cycles[1]).toEqual({
    name: '6.18',
    released: '2025-11-30',
    isLongterm: true,
    isMaintained: true,
    eol: '2028-12-31',
    latest: { version: '6.18.45', released: '2026-08-19' },
  });
});

test('reads the oldest tools a kernel builds with, from its script and from its documentation', async () => {
  const table = await decode('changes-6.15.rst', 'text');
  expect(formats.readChangesTable(table)).toEqual({ rust: '1.78.0', bindgen: '0.65.1' });
  const script = await decode('min-tool-version.sh', 'text');
  expect(formats.readMinToolVersions(script)).toEqual({ rust: '1.85.0', bindgen: '0.71.1' });
  expect(() => formats.readChangesTable('nothing')).toThrow('the table of minimal versions');
  expect(() => formats.readMinToolVersions('gcc) echo 8.1.0')).toThrow('no version of Rust');
});

test('reads a channel of Rust', async () => {
  const channel = formats.readRustChannel(await decode('channel-rust-recorded.toml', 'toml'));
  expect(channel).toEqual({
    date: '2019-05-23',
    version: '1.35.0',
    platforms: ['aarch64-unknown-linux-gnu'],
  });
  expect(formats.installerFiles('aarch64-apple-darwin')).toEqual([
    'pkg',
    'pkg.asc',
    'tar.xz',
    'tar.xz.asc',
  ]);
});

test('reads both tables of LLVM+Rust toolchains', async () => {
  const rows = formats.readToolchains(await decode('llvm-rust.html', 'html'));
  expect(rows.map(({ set, tree, llvm }) => [set, tree, llvm])).toEqual([
    ['latest', '7.1', '22.1.6'],
    ['latest', '7.0', '22.1.6'],
    ['matching', '7.1', '22.1.2'],
    ['matching', '7.0', '22.1.2'],
  ]);
  expect(rows[0]?.aarch64).toEqual(['.tar.gz', '.tar.xz']);
});

test('reads subscribers by the head of the column', async () => {
  const page = formats.toPage(await decode('subspace.html', 'html'));
  expect(formats.readSubscribers(page, 'rust-for-linux')).toBe(603);
  expect(() => formats.readSubscribers(page, 'rust-for-linus')).toThrow('is not in the table');
  const [table] = page.tables;
  if (!table) throw new Error('There is no table.');
  const turned = {
    ...table,
    head: table.head.toReversed(),
    rows: table.rows.map((row) => row.toReversed()),
  };
  expect(formats.readSubscribers({ ...page, tables: [turned] }, 'netdev')).toBe(5012);
  expect(() =>
    formats.readSubscribers({ ...page, tables: [{ ...table, head: [] }] }, 'netdev'),
  ).toThrow('no table has a column headed "subs"');
});

test('reads Zulip’s charts without the asker’s own series', async () => {
  const humans = formats.readZulipChart(await decode('zulip-humans-recorded.json', 'json'));
  expect(formats.findSeries(humans, 'all_time')).toEqual([0, 0, 100, 0]);
  expect(humans.asOf).toBe('2024-09-17');
  const messages = formats.readZulipChart(await decode('zulip-messages-recorded.json', 'json'));
  expect(messages).toEqual({
    asOf: '2024-09-18',
    series: { bot: [0, 0, 100, 0], human: [0, 0, 101, 0] },
  });
  expect(() => formats.findSeries(humans, '_7day')).toThrow('everyone._7day is missing');
});

test('reads versions in distributions', async () => {
  const madison = await decode('debian-madison-recorded.json', 'json');
  expect(formats.readMadison(madison, 'valkey')).toEqual({ stable: '8.1.1', unstable: '9.1.2' });
  expect(() => formats.readMadison([], 'rustc')).toThrow('has no package "rustc"');
  expect(formats.readArchPackage(await decode('arch-rust.json', 'json'))).toBe('1.97.1');
  expect(formats.readFedoraPackage(await decode('fedora-rust.json', 'json'))).toBe('1.97.1');
  expect(formats.readRepology(await decode('repology.json', 'json'))).toEqual({
    freebsd: '50.1.0',
  });
  // A live ebuild follows a branch and has no version.
  const recent = await decode('repology-rust.json', 'json');
  expect(formats.readRepology(recent)).toMatchObject({ gentoo: '1.97.1', nix_unstable: '1.96.0' });
});

test('orders versions by number', () => {
  const versions = ['6.18.49', '6.9', '6.18.9', '6.18'];
  expect(versions.sort(formats.compareVersions)).toEqual(['6.9', '6.18', '6.18.9', '6.18.49']);
});

test('reads an entry of MAINTAINERS', async () => {
  const text = await decode('MAINTAINERS', 'text');
  const entry = formats.readMaintainersEntry(text, 'APPLIED MICRO QT2025 PHY DRIVER');
  expect(entry[0]).toEqual({
    key: 'M',
    value: 'FUJITA Tomonori <fujita.tomonori@gmail.com>',
    name: 'FUJITA Tomonori',
    email: 'fujita.tomonori@gmail.com',
  });
  expect(entry.map(({ key }) => key).join('')).toBe('MRLLSF');
  expect(() => formats.readMaintainersEntry(text, 'RUS')).toThrow('has no entry "RUS"');
});

test('reads talks and breaks of Indico', async () => {
  const [talk] = formats.readContributions(
    await decode('indico-contributions-recorded.json', 'json'),
  );
  expect(talk).toEqual({
    day: '2011-06-23',
    start: '08:20',
    end: '08:40',
    title: 'd1c2',
    room: null,
    speakers: [],
    venue: 'CERN',
    timezone: 'Europe/Zurich',
  });
  const timetable = await decode('indico-timetable-recorded.json', 'json');
  expect(formats.readRooms(timetable)).toEqual(new Map([['Contrib 1', '160-1-009']]));
  const breaks = formats.readBreaks(await decode('indico-timetable.json', 'json'));
  expect(new Set(breaks.map(({ title }) => title))).toEqual(new Set(['Break', 'Lunch']));
});

test('reads the sparse index of crates.io', async () => {
  const versions = formats.readCrateIndex(await decode('bindgen.jsonl', 'json-lines'));
  expect(versions.find(({ isYanked }) => isYanked)?.version).toBe('0.71.0');
  expect(versions.at(-1)).toEqual({ version: '0.73.0', isYanked: false, published: null });
});

test('reads what git tells', () => {
  expect(formats.readShortlog('    12\tMiguel Ojeda\n     1\tArnd Bergmann\n')).toEqual([
    { name: 'Miguel Ojeda', commits: 12 },
    { name: 'Arnd Bergmann', commits: 1 },
  ]);
  expect(formats.readTitles('c42297438aee kbuild: rust: Define probing macros\n')).toEqual(
    new Map([['c42297438aee', 'kbuild: rust: Define probing macros']]),
  );
});
