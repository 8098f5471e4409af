import { readCalculator, type Calculate } from './calculator.ts';
import type { Add } from './pdf-bookmarks.ts';
import { findReference, hasStream, readStream, readText, type PdfFile } from './pdf-file.ts';
import { makeStream } from './pdf-write.ts';

/** A pattern whose colours a function computes for each place. */
interface Shading {
  /** From where to where in x, then in y, in the space of the pattern. */
  domain: [number, number, number, number];
  matrix: number[];
  /** Points of the page that a unit of the pattern takes in both directions. */
  scale: [number, number];
  program: string;
}

const POINTS_PER_PIXEL = 0.75;
/** Samples for each pixel of a slide: stripes have edges, rings and cones seldom do. */
const FINE = 2;
const COARSE = 0.5;
const MAX_SAMPLES = 3000;
const MARGIN = 0.01;

/**
 * Turns gradients that functions compute into pictures. Browsers print translucent, conic and repeating gradients as such
 * functions, for which pdf.js, the viewer of Firefox, shows pink. One with unknown operators stays as it is.
 */
export function drawShadings(file: PdfFile, add: Add): void {
  const drawn = new Map<string, number | null>();
  for (const [id, body] of file.objects) {
    const shading = readShading(file, body);
    if (!shading) continue;
    const { domain, matrix, program } = shading;
    const key = `${program} ${domain.join(' ')} ${matrix.join(' ')}`;
    if (!drawn.has(key)) drawn.set(key, addPicture(shading, add));
    const picture = drawn.get(key) ?? null;
    if (picture !== null) add(writePattern(shading, picture), id);
  }
}

function readShading(file: PdfFile, body: string): Shading | null {
  if (hasStream(body) || !/\/ShadingType 1\b/.test(body)) return null;
  if (!body.includes('/DeviceRGB')) return null;
  const domain = readNumbers(body, 'Domain');
  const matrix = readNumbers(body, 'Matrix');
  const program = readProgram(file, findReference(body, 'Function'));
  if (!isDomain(domain) || matrix.length !== 6 || program === null) return null;
  const [a = 1, b = 0, c = 0, d = 1] = matrix;
  return { domain: widen(domain), matrix, scale: [Math.hypot(a, b), Math.hypot(c, d)], program };
}

function readNumbers(body: string, key: string): number[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(body)?.[1]?.trim() ?? '';
  return list.split(/\s+/).map(Number);
}

/** Widens a domain, which ends where the page does: beyond its end a picture would begin again. */
function widen([left, right, bottom, top]: Shading['domain']): Shading['domain'] {
  const [x, y] = [(right - left) * MARGIN, (top - bottom) * MARGIN];
  return [left - x, right + x, bottom - y, top + y];
}

function isDomain(numbers: number[]): numbers is Shading['domain'] {
  return numbers.length === 4 && numbers.every(Number.isFinite);
}

function readProgram(file: PdfFile, id: number | undefined): string | null {
  const body = id === undefined ? '' : readText(file, id);
  return body.includes('/FunctionType 4') ? readStream(body) : null;
}

/** Adds the picture of a shading; null where its function cannot be computed. */
function addPicture({ domain, scale, program }: Shading, add: Add): number | null {
  const [left, right, bottom, top] = domain;
  // A linear gradient forgets the second coordinate first, so one row of samples says all.
  const isLinear = /^\s*\{\s*pop\b/.test(program);
  const width = countSamples((right - left) * scale[0], isLinear);
  const height = isLinear ? 1 : countSamples((top - bottom) * scale[1], false);
  const pixels = drawPixels(readCalculator(program), { domain, width, height });
  if (pixels === null) return null;
  const size = `/Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB`;
  return add(makeStream(`/Type /XObject /Subtype /Image ${size} /Interpolate true`, pixels));
}

function countSamples(points: number, isFine: boolean): number {
  const samples = Math.ceil((points / POINTS_PER_PIXEL) * (isFine ? FINE : COARSE));
  return Math.min(Math.max(samples, 1), MAX_SAMPLES);
}

interface Grid {
  domain: Shading['domain'];
  width: number;
  height: number;
}

function drawPixels(calculate: Calculate, { domain, width, height }: Grid): Buffer | null {
  const [left, right, bottom, top] = domain;
  const pixels = Buffer.alloc(width * height * 3);
  for (let row = 0; row < height; row++) {
    // The first row of a picture is the highest one.
    const y = top - ((row + 0.5) / height) * (top - bottom);
    for (let column = 0; column < width; column++) {
      const x = left + ((column + 0.5) / width) * (right - left);
      const colour = calculate([x, y]);
      if (colour?.length !== 3) return null;
      for (const [part, value] of colour.entries()) {
        const byte = Math.round(Math.min(Math.max(value, 0), 1) * 255);
        pixels[(row * width + column) * 3 + part] = byte;
      }
    }
  }
  return pixels;
}

function writePattern({ domain, matrix }: Shading, picture: number): string {
  const [left, right, bottom, top] = domain;
  const [width, height] = [right - left, top - bottom];
  const kind = '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1';
  const place = `/BBox [${left} ${bottom} ${right} ${top}] /XStep ${width} /YStep ${height}`;
  const resources = `/Resources <</XObject <</P ${picture} 0 R>>>>`;
  const content = `${width} 0 0 ${height} ${left} ${bottom} cm /P Do`;
  return makeStream(
    `${kind} ${place} /Matrix [${matrix.join(' ')}] ${resources}`,
    Buffer.from(content),
  );
}
