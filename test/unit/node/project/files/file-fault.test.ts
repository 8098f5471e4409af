import sharp from 'sharp';
import { expect, test } from 'vitest';
import { findDrawingFault, findFault } from '../../../../../src/node/project/files/file-fault.ts';
import { openFileFaults, type OpenFile } from '../../../../../src/node/project/files/file-fault.ts';
import { openStamps } from '../../../../../src/node/project/cache/stamps.ts';
import { makeProject } from '../../../../support/project.ts';

const open = (bytes: Buffer): OpenFile => ({
  size: bytes.length,
  read: (from, length) => bytes.subarray(from, from + length),
});
const faultOf = (bytes: Buffer | string, isPicture = true) =>
  findFault(open(Buffer.from(bytes as string, 'latin1')), isPicture);

const noise = Buffer.from(
  Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * at * 31 + at * 17) % 251),
);
const pixels = sharp(noise, { raw: { width: 64, height: 64, channels: 3 } });
const exif = { IFD0: { Artist: 'Ada' } };

test.each(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)(
  'a %s that is cut is found, at each place of the cut',
  async (kind) => {
    const whole = await pixels.clone().toFormat(kind).withExif(exif).toBuffer();
    expect(faultOf(whole)).toBeNull();
    for (const share of [0.3, 0.6, 0.99]) {
      expect(faultOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('cut');
    }
    // Cameras write more behind a picture.
    expect(faultOf(Buffer.concat([whole, Buffer.alloc(kind === 'avif' ? 0 : 50)]))).toBeNull();
  },
);

test('the end of a small picture in the head of a JPEG is not its own', async () => {
  const whole = await pixels.clone().jpeg().toBuffer();
  const small = Buffer.concat([
    Buffer.from('ffd8ffe1000c', 'hex'),
    Buffer.from('ab\xff\xd9cdefgh', 'latin1'),
  ]);
  expect(faultOf(Buffer.concat([small, whole.subarray(2)]))).toBeNull();
  expect(faultOf(Buffer.concat([small, whole.subarray(2, 400)]))).toBe('cut');
});

test.each([
  ['<!doctype html><title>404</title>', 'unreadable'],
  ['II*\0        ', 'unshown'],
  ['%PDF-1.7', 'unshown'],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'unshown'],
  ['BM      ', null],
] as const)('as a picture %j is %s', (bytes, fault) => {
  expect(faultOf(bytes)).toBe(fault);
});

test('a film without its index was not finished', () => {
  const head = '\0\0\0\x10ftypisom\0\0\0\0';
  expect(faultOf(`${head}\0\0\0\x08mdat`, false)).toBe('cut');
  expect(faultOf(`${head}\0\0\0\x08moov\0\0\0\x08mdat`, false)).toBeNull();
  expect(faultOf('OggS', false)).toBeNull();
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', null],
  ['<!DOCTYPE svg [<!ENTITY n "http://www.w3.org/2000/svg">]><svg xmlns="&n;"/>', null],
  ['<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>', null],
  ['<svg><path d="M0 0"/></svg>', 'unreadable'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 'unreadable'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0', 'cut'],
])('as a drawing %j is %s', (text, fault) => {
  expect(findDrawingFault(open(Buffer.from(text)))).toBe(fault);
});

test('files are looked at by their names, and again when they change', () => {
  const project = makeProject({
    'assets/a.png': '',
    'assets/b.jpg': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
    'assets/c.webm': '',
    'assets/d.css': '',
  });
  const read = openFileFaults(project.root, openStamps(project.root));
  const all = ['a.png', 'b.jpg', 'c.webm', 'd.css', 'e.png'].map((name) => read(`assets/${name}`));
  expect(all).toEqual(['empty', 'pointer', 'empty', null, null]);
  project.write('assets/a.png', '<html>');
  expect(read('assets/a.png')).toBe('unreadable');
});
