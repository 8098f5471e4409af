import { readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { adviseSharp } from '../../../../src/node/pictures/advice.ts';
import { reducePictures } from '../../../../src/node/pictures/pictures.ts';
import { readPhotoFacts } from '../../../../src/talk/text/exif.ts';
import type { AssetUse } from '../../../../src/talk/model/talk.ts';
import { makeProject } from '../../../support/project.ts';

const SPAN = { file: 'slides/talks/a.md', line: 1, column: 1, length: 1 };
const ROOM = { width: 100, height: null, isCovered: false };
const SIZE = { width: 600, height: 400 };

/** Draws noise, which no encoding makes small. */
function drawNoise(channels: 3 | 4 = 3): ReturnType<typeof sharp> {
  let state = 1;
  const bytes = Uint8Array.from({ length: SIZE.width * SIZE.height * channels }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state >> 16;
  });
  return sharp(bytes, { raw: { ...SIZE, channels } });
}

/** Draws stripes, which are even as a screenshot is. */
function drawStripes(): ReturnType<typeof sharp> {
  const bytes = Uint8Array.from({ length: SIZE.width * SIZE.height * 3 }, (_, at) =>
    Math.floor(at / 30) % 2 ? 255 : 20,
  );
  return sharp(bytes, { raw: { ...SIZE, channels: 3 } });
}

function useAll(names: readonly string[], more: Partial<AssetUse> = {}): { assets: AssetUse[] }[] {
  return [{ assets: names.map((name) => ({ href: name, path: name, span: SPAN, ...more })) }];
}

async function makePictures(files: Record<string, Buffer>) {
  const { root } = makeProject({ 'package.json': '{}' });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(root, name), bytes);
  const project = { root, isSafe: false };
  return { root, project };
}

test('photographs become WebP for pages and JPEG for paper, upright, with credits and without a place', async () => {
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' };
  const photo = await drawNoise()
    .withExif({ IFD0: { Copyright: 'CC BY 4.0', Artist: 'Z. Writer' }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
  expect(readPhotoFacts(photo)).toMatchObject({ isLocated: true });
  const { project } = await makePictures({ 'a.jpg': photo });
  const talks = useAll(['a.jpg'], { room: ROOM });
  for (const [purpose, format] of [
    ['site', 'webp'],
    ['paper', 'jpeg'],
  ] as const) {
    const { files, warnings } = await reducePictures(talks, project, purpose);
    expect(warnings).toEqual([]);
    const bytes = files.get('a.jpg')?.bytes ?? Buffer.alloc(0);
    const found = await sharp(bytes).metadata();
    expect(found).toMatchObject({ format, width: 200, height: 300 });
    expect(found.exif?.includes('CC BY 4.0\0')).toBe(true);
    expect(found.exif?.includes('Z. Writer\0')).toBe(true);
    expect(bytes.includes('GPS')).toBe(false);
    expect(readPhotoFacts(bytes).isLocated).toBe(false);
  }
});

test('screenshots keep each pixel, and what shows through pictures still does', async () => {
  const { project, root } = await makePictures({
    'even.png': await drawStripes().png({ compressionLevel: 0 }).toBuffer(),
    'clear.png': await drawNoise(4).png().toBuffer(),
  });
  const talks = [...useAll(['even.png']), ...useAll(['clear.png'], { room: ROOM })];
  const { files } = await reducePictures(talks, project, 'site');
  const even = files.get('even.png');
  expect(even?.extension).toBe('.webp');
  const before = await sharp(path.join(root, 'even.png')).raw().toBuffer();
  expect((await sharp(even?.bytes).raw().toBuffer()).equals(before)).toBe(true);
  const clear = await sharp(files.get('clear.png')?.bytes).metadata();
  expect(clear).toMatchObject({ format: 'webp', hasAlpha: true });
});

test('animations, drawings, links and files that cannot be read stay as they are', async () => {
  const still = await drawNoise().png().toBuffer();
  const at = still.indexOf('IDAT') - 4;
  const moving = Buffer.concat([
    still.subarray(0, at),
    Buffer.from('\0\0\0\0acTL\0\0\0\0', 'latin1'),
    still.subarray(at),
  ]);
  const { project, root } = await makePictures({
    'moving.png': moving,
    'linked.png': still,
    'broken.jpg': Buffer.from('no picture'.repeat(10_000)),
    'a.svg': Buffer.from('<svg/>'),
  });
  symlinkSync('/etc/hostname', path.join(root, 'out.png'));
  const names = ['moving.png', 'broken.jpg', 'a.svg', 'out.png', 'gone.png'];
  const talks = [...useAll(names), ...useAll(['linked.png'], { isLink: true })];
  const { files, warnings } = await reducePictures(talks, project, 'site');
  expect([...files]).toEqual([]);
  expect(warnings).toEqual([expect.stringMatching(/^The picture "broken.jpg" stays as it is/)]);
});

test('what was encoded is kept by content, in a folder that can be deleted', async () => {
  const { project, root } = await makePictures({ 'a.png': await drawNoise().png().toBuffer() });
  const talks = useAll(['a.png'], { room: ROOM });
  const first = await reducePictures(talks, project, 'site');
  const folder = path.join(root, '.cache/rostrum/pictures');
  const kept = readdirSync(folder);
  expect(kept).toHaveLength(1);
  for (const name of kept) writeFileSync(path.join(folder, name), '.webp\nkept');
  const second = await reducePictures(talks, project, 'site');
  expect(second.files.get('a.png')?.bytes.toString()).toBe('kept');
  writeFileSync(path.join(folder, kept[0] ?? ''), 'half');
  rmSync(folder, { recursive: true });
  expect(await reducePictures(talks, project, 'site')).toEqual(first);
});

test('without the package one line says what it would save', () => {
  const { root, write } = makeProject({ 'a.jpg': 'x'.repeat(4_000_000), 'b.jpg': 'x' });
  write('c.png', 'x'.repeat(2_000_000));
  const pictureSize = () => ({ width: 4000, height: 3000, isDrawing: false });
  const talks = useAll(['a.jpg', 'b.jpg', 'c.png'], {
    room: { width: 1280, height: 720, isCovered: false },
  });
  expect(adviseSharp(talks, { root, library: { pictureSize } })).toBe(
    '2 pictures: about 0.9 MB in place of 6.0 MB with "npm install --save-dev sharp".',
  );
  expect(adviseSharp(talks, { root, library: { pictureSize, hasSharp: true } })).toBeNull();
  expect(adviseSharp(useAll(['b.jpg']), { root, library: { pictureSize } })).toBeNull();
});
