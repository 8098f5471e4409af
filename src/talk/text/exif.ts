/** What a photograph says of itself. */
export interface PhotoFacts {
  artist?: string;
  copyright?: string;
  /** Whether it says where it was taken. */
  isLocated: boolean;
}

const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;
const LOCATION = 0x8825;
const LATITUDE = 0x0002;
const ENTRY_BYTES = 12;
/** Values up to this size are in the entry itself. */
const INLINE_BYTES = 4;
const MARK = 'Exif\0\0';
const XMP_LOCATION = 'exif:GPSLatitude';

/** Reads a photograph's Exif data in the head of its file; malformed data say nothing. */
export function readPhotoFacts(head: Uint8Array): PhotoFacts {
  // One letter for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(head);
  const start = text.indexOf(MARK);
  const isLocated = text.includes(XMP_LOCATION);
  if (start < 0) return { isLocated };
  const at = head.byteOffset + start + MARK.length;
  try {
    const found = parseExif(new DataView(head.buffer, at, head.byteOffset + head.length - at));
    return { ...found, isLocated: isLocated || found.isLocated };
  } catch (error) {
    if (error instanceof RangeError) return { isLocated };
    throw error;
  }
}

/** Parses the data behind the mark, whose offsets count from its end. */
function parseExif(data: DataView): PhotoFacts {
  const isLittle = data.getUint8(0) === 'I'.charCodeAt(0);
  const short = (at: number): number => data.getUint16(at, isLittle);
  const long = (at: number): number => data.getUint32(at, isLittle);
  const list = (at: number): number[] =>
    Array.from({ length: short(at) }, (_, index) => at + 2 + index * ENTRY_BYTES);
  const facts: PhotoFacts = { isLocated: false };
  for (const entry of list(long(4))) {
    const tag = short(entry);
    if (tag === ARTIST) facts.artist = readText(data, entry, long);
    if (tag === COPYRIGHT) facts.copyright = readText(data, entry, long);
    if (tag === LOCATION) {
      facts.isLocated = list(long(entry + 8)).some((one) => short(one) === LATITUDE);
    }
  }
  return facts;
}

function readText(data: DataView, entry: number, long: (at: number) => number): string {
  const length = long(entry + 4);
  const at = length <= INLINE_BYTES ? entry + 8 : long(entry + 8);
  const bytes = new Uint8Array(data.buffer, data.byteOffset + at, length);
  return new TextDecoder().decode(bytes).split('\0')[0]?.trim() ?? '';
}
