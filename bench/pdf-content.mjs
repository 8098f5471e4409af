import { inflateSync } from 'node:zlib';

const PACKED = /\/Type ?\/ObjStm[^]*?stream\r?\n/g;

/** Reads what a PDF is made of: its pages, and whether it has tags and an outline. */
export function readPdfContent(bytes) {
  const text = [bytes.toString('latin1'), ...unpack(bytes)].join('\n');
  return {
    pages: text.match(/\/Type ?\/Page\b/g)?.length ?? 0,
    isTagged: text.includes('/StructTreeRoot'),
    hasOutline: /\/Outlines \d/.test(text),
  };
}

/** Inflates the streams in which small objects are packed. */
function unpack(bytes) {
  const text = bytes.toString('latin1');
  return [...text.matchAll(PACKED)].map(({ 0: head, index }) => {
    const start = index + head.length;
    const end = text.indexOf('endstream', start);
    return inflateSync(bytes.subarray(start, end), { finishFlush: 2 }).toString('latin1');
  });
}
