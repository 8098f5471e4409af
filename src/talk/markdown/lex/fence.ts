import type { TokenizerObject } from 'marked';
import { isCutLine } from '../cut.ts';

/** Lexes code fences; an unclosed one ends at the next cut, so that it does not hide later slides. */
export const fences: TokenizerObject = {
  fences(src) {
    const fence = readFence(src);
    if (!fence) return undefined;
    const { raw, info, text, unclosed } = fence;
    return { type: 'code', raw, lang: info, text, ...(unclosed && { unclosed }) };
  },
};

/** A code fence in a text. */
export interface Fence {
  raw: string;
  info: string;
  text: string;
  unclosed: boolean;
}

/** Reads the code fence at the start of `src`. */
export function readFence(src: string): Fence | undefined {
  const opening = OPENING.exec(src);
  if (!opening) return undefined;
  const [first, indent = '', marker = '', info = ''] = opening;
  const { end, closing, unclosed } = measureFence(src, first.length, marker);
  const text = src
    .slice(first.length, Math.max(first.length, end))
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => dedent(line, indent.length))
    .join('\n');
  return { raw: src.slice(0, closing), info: info.trim(), text, unclosed };
}

/** Finds the end of a fence's text, and of its closing line. */
function measureFence(src: string, from: number, marker: string) {
  let cut = -1;
  for (let at = from; at < src.length;) {
    const newline = src.indexOf('\n', at);
    const next = newline < 0 ? src.length : newline + 1;
    const line = src.slice(at, newline < 0 ? undefined : newline);
    if (isClosing(line, marker)) {
      return { end: at, closing: newline < 0 ? next : newline, unclosed: false };
    }
    // A fence that opens below a cut shows that this one is unclosed.
    if (cut >= 0 && isOpening(line, marker)) break;
    if (cut < 0 && isCutLine(line)) cut = at;
    at = next;
  }
  const end = cut < 0 ? src.length : cut;
  return { end, closing: end, unclosed: true };
}

function isClosing(line: string, marker: string): boolean {
  const found = CLOSING.exec(line)?.[1];
  return found !== undefined && found[0] === marker[0] && found.length >= marker.length;
}

function isOpening(line: string, marker: string): boolean {
  const [, , found = '', info = ''] = OPENING.exec(line) ?? [];
  return found[0] === marker[0] && found.length >= marker.length && info.trim() !== '';
}

function dedent(line: string, width: number): string {
  const blanks = line.length - line.trimStart().length;
  return line.slice(Math.min(blanks, width));
}

const OPENING = /^( {0,3})(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)/;
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
