import { readPhotoFacts } from '../../talk/text/exif.ts';
import type { PictureFacts, PicturePlan } from './picture-plan.ts';
import type { Sharp } from './sharp-package.ts';

/** The end of a file's name by encoding. */
const EXTENSIONS: Record<PicturePlan['encoding'], string> = {
  webp: '.webp',
  'fine-webp': '.webp',
  'lossless-webp': '.webp',
  jpeg: '.jpg',
  'fine-jpeg': '.jpg',
  png: '.png',
};
/** A larger picture is not unpacked to be looked at; it counts as even, so that nothing is lost. */
const MAX_EXAMINED_PIXELS = 50_000_000;
/** Every eighth row is looked at. */
const ROW_STEP = 8;
/** Photographs have a few hundredths of equal neighbours, screenshots more than half. */
const EVEN_SHARE = 0.3;
const FORMATS = ['jpeg', 'png', 'webp'] as const;
/** The part of an animated PNG that says so lies before its pixels. */
const ANIMATED_PNG = 'acTL';

/** A picture in the form in which it is published. */
export interface EncodedPicture {
  extension: string;
  bytes: Buffer;
}

/** Reads what a picture is; null for animations and formats that stay as they are. */
export async function examinePicture(sharp: Sharp, file: Buffer): Promise<PictureFacts | null> {
  const image = sharp(file);
  const { format, pages = 1, compression, hasAlpha, ...found } = await image.metadata();
  const kind = compression === 'av1' ? 'avif' : FORMATS.find((one) => one === format);
  const isAnimated = pages > 1 || (kind === 'png' && isAnimatedPng(file));
  if (!kind || isAnimated) return null;
  const { width, height } = found.autoOrient;
  const size = { format: kind, width, height, bytes: file.length } as const;
  const { isLocated } = readPhotoFacts(found.exif ? withMark(found.exif) : file.subarray(0, 1));
  if (width * height > MAX_EXAMINED_PIXELS) {
    return { ...size, isOpaque: !hasAlpha, isEven: true, isLocated };
  }
  return { ...size, ...(await examinePixels(sharp, file)), isLocated };
}

/** Encodes a picture at the size of its plan, upright, in sRGB, and without what it says of a place. */
export async function encodePicture(
  sharp: Sharp,
  file: Buffer,
  { width, height, encoding }: PicturePlan,
): Promise<EncodedPicture> {
  const { exif } = await sharp(file).metadata();
  const { artist, copyright } = readPhotoFacts(exif ? withMark(exif) : Buffer.alloc(0));
  const credits = {
    ...(artist && { Artist: artist }),
    ...(copyright && { Copyright: copyright }),
  };
  const upright = sharp(file).autoOrient().resize(width, height, { fit: 'fill' });
  const image = Object.keys(credits).length > 0 ? upright.withExif({ IFD0: credits }) : upright;
  return { extension: EXTENSIONS[encoding], bytes: await write(image, encoding).toBuffer() };
}

function write(image: ReturnType<Sharp>, encoding: PicturePlan['encoding']): ReturnType<Sharp> {
  switch (encoding) {
    case 'webp':
      return image.webp({ quality: 75, effort: 2 });
    case 'fine-webp':
      return image.webp({ quality: 90, effort: 2, smartSubsample: true });
    case 'lossless-webp':
      return image.webp({ lossless: true, effort: 2 });
    case 'jpeg':
      return image.jpeg({ quality: 80, mozjpeg: true });
    case 'fine-jpeg':
      return image.jpeg({ quality: 90, chromaSubsampling: '4:4:4' });
    case 'png':
      return image.png();
  }
}

async function examinePixels(
  sharp: Sharp,
  file: Buffer,
): Promise<Pick<PictureFacts, 'isOpaque' | 'isEven'>> {
  const { data, info } = await sharp(file)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  let [equal, total] = [0, 0];
  for (let row = 0; row < height; row += ROW_STEP) {
    const start = row * width * channels;
    for (let at = start + channels; at < start + width * channels; at += channels) {
      // What shows nothing says nothing.
      if (channels === 4 && data[at + 3] === 0) continue;
      let isEqual = true;
      for (let part = 0; part < channels; part++) {
        if (data[at + part] !== data[at + part - channels]) isEqual = false;
      }
      if (isEqual) equal += 1;
      total += 1;
    }
  }
  return { isOpaque: isOpaque(data, channels), isEven: equal >= total * EVEN_SHARE };
}

function isOpaque(data: Buffer, channels: number): boolean {
  if (channels !== 4 && channels !== 2) return true;
  for (let at = channels - 1; at < data.length; at += channels) {
    if (data[at] !== 255) return false;
  }
  return true;
}

function isAnimatedPng(file: Buffer): boolean {
  const pixels = file.indexOf('IDAT', 0, 'latin1');
  return file.subarray(0, pixels < 0 ? 0 : pixels).includes(ANIMATED_PNG, 0, 'latin1');
}

/** Some formats leave out the word that begins the data. */
function withMark(exif: Buffer): Buffer {
  const mark = Buffer.from('Exif\0\0', 'latin1');
  return exif.subarray(0, mark.length).equals(mark) ? exif : Buffer.concat([mark, exif]);
}
