import { expect, test } from 'vitest';
import { formats } from '../../../../../src/talk/data/formats/formats.ts';
import { decodeAnswer } from '../../../../support/answers.ts';

test('reads endoflife.date, oldest release first', async () => {
  const { changed, cycles } = formats.readProduct(
    await decodeAnswer('endoflife-linux-recorded.json', 'json'),
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

test('reads versions in distributions', async () => {
  const madison = await decodeAnswer('debian-madison-recorded.json', 'json');
  expect(formats.readMadison(madison, 'valkey')).toEqual({ stable: '8.1.1', unstable: '9.1.2' });
  expect(() => formats.readMadison([], 'rustc')).toThrow('has no package "rustc"');
  expect(formats.readArchPackage(await decodeAnswer('arch-rust.json', 'json'))).toBe('1.97.1');
  expect(formats.readFedoraPackage(await decodeAnswer('fedora-rust.json', 'json'))).toBe('1.97.1');
  expect(formats.readRepology(await decodeAnswer('repology.json', 'json'))).toEqual({
    freebsd: '50.1.0',
  });
  // A live ebuild follows a branch and has no version.
  const recent = await decodeAnswer('repology-rust.json', 'json');
  expect(formats.readRepology(recent)).toMatchObject({ gentoo: '1.97.1', nix_unstable: '1.96.0' });
});

test('orders versions by number', () => {
  const versions = ['6.18.49', '6.9', '6.18.9', '6.18'];
  expect(versions.sort(formats.compareVersions)).toEqual(['6.9', '6.18', '6.18.9', '6.18.49']);
});

test('reads talks and breaks of Indico', async () => {
  const [talk] = formats.readContributions(
    await decodeAnswer('indico-contributions-recorded.json', 'json'),
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
  const timetable = await decodeAnswer('indico-timetable-recorded.json', 'json');
  expect(formats.readRooms(timetable)).toEqual(new Map([['Contrib 1', '160-1-009']]));
  const breaks = formats.readBreaks(await decodeAnswer('indico-timetable.json', 'json'));
  expect(new Set(breaks.map(({ title }) => title))).toEqual(new Set(['Break', 'Lunch']));
});

test('reads the sparse index of crates.io', async () => {
  const versions = formats.readCrateIndex(await decodeAnswer('bindgen.jsonl', 'json-lines'));
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

test('breaks within session blocks are read, in the room of their block', () => {
  const moment = (time: string) => ({ date: '2026-09-09', time, tz: 'Europe/Paris' });
  const slot = (entryType: string, title: string, more: object = {}) => ({
    entryType,
    title,
    startDate: moment('10:00:00'),
    endDate: moment('10:30:00'),
    ...more,
  });
  const block = slot('Session', 'Track', {
    room: 'Blue',
    entries: { c: slot('Contribution', 'One'), b: slot('Break', 'Coffee') },
  });
  const answer = {
    results: { 7: { 20260909: { s: block, l: slot('Break', 'Lunch', { room: 'Hall' }) } } },
  };
  expect(formats.readBreaks(answer).map(({ title, room }) => [title, room])).toEqual([
    ['Lunch', 'Hall'],
    ['Coffee', 'Blue'],
  ]);
});
