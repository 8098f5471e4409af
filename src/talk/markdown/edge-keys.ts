import { PAGINATIONS, type LogoSpec, type Pagination } from '../model/slide/edges.ts';
import { isExternal, isWindowsPath } from '../text/path.ts';
import type { Reading } from './key-reading.ts';

const OFF = new Set(['', 'off', 'none']);
const PICTURE = /^!\[([^\]]*)\]\(\s*(?:<([^<>]+)>|([^\s()]+))\s*\)$/;
const PICTURE_FILE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const LINK = /^https?:\/\/[^\s/]+\.[^\s]+$/i;
const MARKS = /^\[|\]\(|\*\*|<\w|!\[/;

/** Reads words at the head or foot of slides; `off` and `false` take them away. */
export function readEdge(scalar: unknown, source: string): Reading<string | false> {
  if (scalar === false || OFF.has(source)) return { value: false };
  if (scalar === true) return { expected: 'some words, or "off"' };
  if (MARKS.test(source)) return { expected: 'plain words without Markdown or HTML, or "off"' };
  return { value: source };
}

/** Reads the words at the foot of a talk's slides; `true` means title and event. */
export function readFooter(scalar: unknown, source: string): Reading<string | boolean> {
  return scalar === true ? { value: true } : readEdge(scalar, source);
}

/** Reads a logo: a path, or a picture of Markdown with words for those who do not see it. */
export function readLogo(scalar: unknown, source: string): Reading<LogoSpec | false> {
  if (scalar === false || OFF.has(source)) return { value: false };
  const [, words, quoted, bare] = PICTURE.exec(source) ?? [];
  const path = quoted ?? bare ?? source;
  const isPath = typeof scalar === 'string' && !path.includes('](');
  if (!isPath || (isExternal(path) && !isWindowsPath(path))) {
    return { expected: 'a picture of the project, such as "![Harbour Works](/assets/logo.svg)"' };
  }
  return { value: { path, alt: words?.trim() || null } };
}

/** Reads the picture behind covers. */
export function readCover(scalar: unknown, source: string): Reading<string> {
  const isFile = typeof scalar === 'string' && PICTURE_FILE.test(source);
  return isFile && (!isExternal(source) || isWindowsPath(source))
    ? { value: source }
    : { expected: 'a picture of the project, such as /assets/harbour.jpg' };
}

/** Reads the address of a talk on the web. */
export function readLink(_: unknown, source: string): Reading<string> {
  return LINK.test(source) && URL.canParse(source)
    ? { value: source }
    : { expected: 'an address such as https://example.org/talks/{talk}/' };
}

/** Reads the key by which a slide leaves out the talk's logo. */
export function readNoLogo(scalar: unknown, source: string): Reading<false> {
  return scalar === false || OFF.has(source) ? { value: false } : { expected: '"off"' };
}

/** Reads whether slides have a number, and its form. */
export function readPagination(scalar: unknown, source: string): Reading<Pagination> {
  if (typeof scalar === 'boolean') return { value: scalar };
  const form = PAGINATIONS.find((name) => name === source);
  return form ? { value: form } : { expected: 'true, false or n/N', names: [] };
}
