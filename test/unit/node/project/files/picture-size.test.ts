import { expect, test } from 'vitest';
import {
  openPictureSizes,
  parsePictureSize,
} from '../../../../../src/node/project/files/picture-size.ts';
import { openStamps } from '../../../../../src/node/project/cache/stamps.ts';
import { makeProject } from '../../../../support/project.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const padded = (hex: string): Buffer => Buffer.concat([bytes(hex), Buffer.alloc(32)]);
const FRAME = 'ffc0 0011 08 01c2 012c 03 000000000000000000';
const exif = (turn: string): string =>
  `ffe1 0022 457869660000 4949 2a00 08000000 0100 1201 0300 01000000 ${turn}0000 00000000`;

test.each([
  ['PNG', padded('89504e470d0a1a0a 0000000d 49484452 0000012c 000001c2')],
  ['GIF', padded('474946383961 2c01 c201')],
  ['JPEG', padded(`ffd8 ffe0 0004 0000 ${FRAME}`)],
  ['JPEG that lies', padded(`ffd8 ${exif('0100')} ${FRAME}`)],
  ['lossy WebP', padded('52494646 00000000 57454250 56503820 00000000 000000 9d012a 2c01 c201')],
  [
    'WebP with more parts',
    padded('52494646 00000000 57454250 56503858 0a000000 00000000 2b0100 c10100'),
  ],
])('reads the size of a %s', (_, head) => {
  expect(parsePictureSize(head)).toEqual({ width: 300, height: 450, isDrawing: false });
});

test('a photograph that was taken upright is as browsers show it', () => {
  const head = padded(`ffd8 ${exif('0600')} ${FRAME}`);
  expect(parsePictureSize(head)).toEqual({ width: 450, height: 300, isDrawing: false });
});

test.each([
  ['<svg viewBox="0 0 300 450">', 300, 450],
  ['<?xml version="1.0"?>\n<svg width="30px" height=\'45\' viewBox="0 0 1 1">', 30, 45],
  ['<svg viewBox="0,0,3.5,4" width="100%" height="100%">', 3.5, 4],
])('reads the size of the drawing %s', (text, width, height) => {
  expect(parsePictureSize(Buffer.from(text))).toEqual({ width, height, isDrawing: true });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('no picture at all, just words')],
  ['a PNG of no size', padded('89504e470d0a1a0a 0000000d 49484452')],
  ['a JPEG that breaks off', bytes(`ffd8 ffe0 0004 0000`)],
  ['a JPEG without a frame', padded('ffd8 ffda 0004 0000')],
  ['a drawing without a size', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')],
])('%s has no size', (_, head) => {
  expect(parsePictureSize(head)).toBeUndefined();
});

test('a file that is not there has no size', () => {
  const { root } = makeProject({ 'assets/a.svg': '<svg viewBox="0 0 2 1"/>' });
  const sizeOf = openPictureSizes(root, openStamps(root));
  expect(sizeOf('assets/a.svg')).toEqual({ width: 2, height: 1, isDrawing: true });
  expect(sizeOf('assets/b.svg')).toBeUndefined();
  expect(sizeOf('../a.svg')).toBeUndefined();
});
