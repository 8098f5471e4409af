import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { homedir, hostname, userInfo } from 'node:os';
import path from 'node:path';

/** One secret for each place in which an author may leave one. */
export const PLACES = {
  comment: 'planted-a1',
  notes: 'planted-a2',
  notesLine: 'planted-a3',
  yamlComment: 'planted-a4',
  hiddenSlide: 'planted-a5',
  unusedSlide: 'planted-a6',
  datasetNotes: 'planted-a7',
  unusedDataset: 'planted-a9',
  recipe: 'planted-b1',
  dotEnv: 'planted-b2',
  environment: 'planted-b3',
  styleComment: 'planted-b4',
  unusedAsset: 'planted-b5',
  unusedFile: 'planted-b6',
  blockComment: 'planted-b7',
} as const;

const TALK = `---
title: A talk
date: 2026-01-01
css: own.css
# ${PLACES.yamlComment}
---

# One

<!-- // ${PLACES.comment} -->

{{ users.count }} users.

![A square](/assets/square.svg)

<!-- ${PLACES.notes} -->

---

# Two

\`\`\`chart
# ${PLACES.blockComment}
data: users
type: line
x: asOf
y: count
\`\`\`

Note: ${PLACES.notesLine}

---
visibility: hidden
---

# ${PLACES.hiddenSlide}
`;

const dataset = (title: string, rows: object[], more = {}) =>
  JSON.stringify({
    title,
    unit: 'users',
    sources: { us: { name: 'Us', url: 'https://example.org/' } },
    ...more,
    rows: rows.map((row) => ({ ...row, source: 'us' })),
  });

/** A project that holds each of them. */
export const PLANTED_PROJECT = {
  'slides/talks/first.md': TALK,
  'slides/talks/own.css': `/* ${PLACES.styleComment} */\np { color: red }\n`,
  'slides/library/unused.md': `# ${PLACES.unusedSlide}\n`,
  'data/users.json': dataset(
    'Users',
    [
      { asOf: '2024-01', count: 10 },
      { asOf: '2025-01', count: 20 },
    ],
    { notes: PLACES.datasetNotes },
  ),
  'data/other.json': dataset(PLACES.unusedDataset, [{ asOf: '2024-01', count: 1 }]),
  'data/users.ts': `import { defineDataset, v } from 'rostrum';
// ${PLACES.recipe}
const key = '${PLACES.recipe}';
export const kept = key;
export default defineDataset({
  schema: v.object({ asOf: v.string(), count: v.number(), source: v.string() }),
});
`,
  'assets/square.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n',
  'assets/unused.svg': `<svg xmlns="http://www.w3.org/2000/svg"><title>${PLACES.unusedAsset}</title></svg>\n`,
  'private/plan.txt': PLACES.unusedFile,
  '.env': `VITE_KEY=${PLACES.dotEnv}\nKEY=${PLACES.dotEnv}\n`,
};

/** Names the secrets that are somewhere in a file, written out, packed or encoded. */
export function findSecrets(bytes: Buffer, secrets: Readonly<Record<string, string>>): string[] {
  const layers = unpack(bytes);
  const isIn = (secret: string): boolean =>
    encode(secret).some((word) => layers.some((layer) => layer.includes(word)));
  return Object.keys(secrets).filter((place) => isIn(secrets[place] ?? ''));
}

/** Lists the bytes of a file, and of all that is packed in them: streams of a PDF, parts of a zip, data in addresses. */
function unpack(bytes: Buffer, depth = 0): Buffer[] {
  const text = bytes.toString('latin1');
  const streams = Array.from(text.matchAll(PDF_STREAM), ({ index, 0: word }) =>
    inflate(bytes.subarray(index + word.length)),
  );
  const parts = Array.from(text.matchAll(ZIP_PART), ({ index }) => readPart(bytes, index));
  const data = Array.from(text.matchAll(BASE64), ([, code = '']) => Buffer.from(code, 'base64'));
  const inner = [...streams, ...parts, ...data].filter(({ length }) => length > 0);
  return [bytes, ...(depth < MAX_DEPTH ? inner.flatMap((part) => unpack(part, depth + 1)) : [])];
}

const MAX_DEPTH = 3;
const PDF_STREAM = /\/FlateDecode[^>]*>>\s*stream\r?\n/g;
const ZIP_PART = /PK\x03\x04/g;
const BASE64 = /;base64,([\w+/=]+)/g;
const ZIP_HEADER = 30;

/** Reads a part of a zip file from its header on. */
function readPart(bytes: Buffer, start: number): Buffer {
  const [names, more] = [bytes.readUInt16LE(start + 26), bytes.readUInt16LE(start + 28)];
  const isPacked = bytes.readUInt16LE(start + 8) === 8;
  return isPacked ? inflate(bytes.subarray(start + ZIP_HEADER + names + more), true) : NOTHING;
}

const NOTHING = Buffer.alloc(0);

function inflate(bytes: Buffer, isRaw = false): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  return isRaw ? inflateRawSync(bytes, options) : inflateSync(bytes, options);
}

/** Lists how the words of a PDF, a picture or a page may spell a secret. */
function encode(secret: string): Buffer[] {
  const little = Buffer.from(secret, 'utf16le');
  const big = Buffer.from(little).swap16();
  const plain = Buffer.from(secret);
  const hex = [plain, big].flatMap((word) => {
    const digits = word.toString('hex');
    return [Buffer.from(digits), Buffer.from(digits.toUpperCase())];
  });
  return [plain, little, big, Buffer.from(encodeURIComponent(secret)), ...hex];
}

/** Lists strings that would reveal the machine and the user; leaves out names that are too short to search for. */
export function listMachine(root: string): Record<string, string> {
  const machine = {
    root,
    home: `${homedir()}/`,
    engine: path.resolve(import.meta.dirname, '../..'),
    host: hostname(),
    user: userInfo().username,
  };
  return Object.fromEntries(Object.entries(machine).filter(([, { length }]) => length > 4));
}
