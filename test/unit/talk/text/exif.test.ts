import { expect, test } from 'vitest';
import { readPhotoFacts } from '../../../../src/talk/text/exif.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');
const MARK = '457869660000';
/** Two entries: an artist of three letters, and the place of the location. */
const LITTLE = `4949 2a00 08000000 0200 3b01 0200 04000000 41646100 2588 0400 01000000 26000000 00000000
  0100 0200 0500 03000000 00000000`;
const BIG = `4d4d 002a 00000008 0001 8298 0002 00000005 0000001a 00000000 4143 4d45 00`;

test('reads who took a photograph and that it says where, in either order of bytes', () => {
  expect(readPhotoFacts(bytes(`ffd8 ${MARK} ${LITTLE}`))).toEqual({
    artist: 'Ada',
    isLocated: true,
  });
  expect(readPhotoFacts(bytes(`ffd8 ${MARK} ${BIG}`))).toEqual({
    copyright: 'ACME',
    isLocated: false,
  });
});

test('finds a place in XMP as well', () => {
  expect(readPhotoFacts(Buffer.from('<x exif:GPSLatitude="52,30N"/>'))).toEqual({
    isLocated: true,
  });
});

test.each(['', 'ffd8', MARK, `${MARK} 4949 2a00 ffffffff`, `${MARK} 4949 2a00 08000000 ffff 2588`])(
  'malformed data say nothing: %s',
  (hex) => expect(readPhotoFacts(bytes(hex))).toEqual({ isLocated: false }),
);
