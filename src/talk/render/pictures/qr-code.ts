import { encode } from 'uqr';

/**
 * Least width of a module in slide pixels. The last row is six heights of the picture away. A phone that films 1920
 * pixels across has nearly three of them for such a module there, which decoders need.
 */
const MIN_MODULE = 8;
/** Most modules along a side, quiet zone included, that have their width below a title and above an address. */
const MAX_MODULES = 57;
/** Light modules around the code, as ISO/IEC 18004 requires. */
const QUIET = 4;
/** Texts that no code of this size can hold, as there are at most 461 digits in it. */
const MAX_LENGTH = 461;

/** About the most characters of an address that a code may hold. */
export const MOST_CHARACTERS = 150;

/** A QR code as a drawing. */
export interface QrCode {
  /** Address of the drawing: dark on light in both modes, with its quiet zone. */
  address: string;
  /** Modules along a side, quiet zone included. */
  modules: number;
  /** Least width in slide pixels at which the last row can scan it. */
  least: number;
}

/** Encodes a text with the error correction M or better, or with L where modules would be too small; null when too long. */
export function encodeQr(text: string): QrCode | null {
  if (text.length > MAX_LENGTH) return null;
  for (const ecc of ['M', 'L'] as const) {
    const { data, size } = encode(text, { ecc, boostEcc: true, border: QUIET });
    if (size <= MAX_MODULES) {
      return { address: writeDrawing(data, size), modules: size, least: size * MIN_MODULE };
    }
  }
  return null;
}

/** Writes the modules as one path of rows. */
function writeDrawing(data: readonly (readonly boolean[])[], size: number): string {
  const rows = data.map((row, y) => writeRow(row, y)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${rows}"/></svg>`;
  return `data:image/svg+xml,${svg.replaceAll(ENCODED, encodeURIComponent)}`;
}

function writeRow(row: readonly boolean[], y: number): string {
  let out = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    out += `M${start},${y}h${x + 1 - start}v1H${start}z`;
  }
  return out;
}

const ENCODED = /[<>"#% ]/g;
