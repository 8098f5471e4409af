/** A regular file of a tar archive. */
export interface TarFile {
  path: string;
  isExecutable: boolean;
  content: Buffer;
}

const BLOCK = 512;
const REGULAR = new Set(['0', '\0']);

/** Lists the regular files of a tar archive; folders follow from their paths. */
export function readTar(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const size = readOctal(header, 124, 12);
    const start = at + BLOCK;
    if (start + size > archive.length) throw new Error('The archive is cut off.');
    if (REGULAR.has(String.fromCharCode(header[156] ?? 0)))
      files.push({
        path: readPath(header),
        isExecutable: (readOctal(header, 100, 8) & 0o100) !== 0,
        content: archive.subarray(start, start + size),
      });
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function readPath(header: Buffer): string {
  const name = readText(header, 0, 100);
  const prefix = readText(header, 257, 5) === 'ustar' ? readText(header, 345, 155) : '';
  const path = prefix ? `${prefix}/${name}` : name;
  if (path.startsWith('/') || path.split('/').includes('..'))
    throw new Error(`The archive holds "${path}", which lies outside of it.`);
  return path;
}

function readText(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

function readOctal(header: Buffer, start: number, length: number): number {
  return Number.parseInt(readText(header, start, length).trim() || '0', 8);
}
