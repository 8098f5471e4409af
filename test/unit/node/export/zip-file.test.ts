import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { writeZip } from '../../../../src/node/export/pptx/zip-file.ts';

const DATE = new Date('2026-11-22T13:45:58Z');
const ENTRIES = [
  ['[Content_Types].xml', '<Types/>'],
  ['ppt/media/naïve 図.svg', '<svg/>'.repeat(20_000)],
  ['empty.txt', ''],
] as const;

test('writes archives that other programs read', async () => {
  const entries = ENTRIES.map(([name, text]) => ({ name, content: Buffer.from(text) }));
  const bytes = writeZip(entries, DATE);
  expect(bytes.length).toBeLessThan(2000);
  expect(writeZip(entries, DATE).equals(bytes)).toBe(true);
  const { files } = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const read = Object.values(files).map(async (file) => [file.name, await file.async('text')]);
  expect(await Promise.all(read)).toEqual(ENTRIES);
  expect(Object.values(files).map(({ date }) => date)).toEqual(ENTRIES.map(() => DATE));
});

test('an archive of nothing is one, and a date before 1980 is the first that there is', async () => {
  expect(Object.keys((await JSZip.loadAsync(writeZip([], DATE))).files)).toEqual([]);
  const old = writeZip([{ name: 'a', content: Buffer.from('a') }], new Date('1970-05-06'));
  const { files } = await JSZip.loadAsync(old);
  expect(files['a']?.date.toISOString()).toBe('1980-05-06T00:00:00.000Z');
});
