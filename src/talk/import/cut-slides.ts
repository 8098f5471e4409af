import type { ScannedLine } from './scan-lines.ts';
import { scanLines } from './scan-lines.ts';

/** A part of a deck's text: where it starts, its lines, and the line that began it. */
export interface Part {
  /** Number of its first line in the file. */
  line: number;
  text: string;
  /** The line that began it; null for the first part. */
  cut: string | null;
}

/** Cuts a text at lines outside code and comments; a cut is no part of a text. */
export function cutText(
  text: string,
  firstLine: number,
  isCut: (line: ScannedLine, lines: readonly ScannedLine[], index: number) => boolean,
): Part[] {
  const lines = scanLines(text);
  const parts: Part[] = [];
  let start = 0;
  let line = firstLine;
  let cut: string | null = null;
  lines.forEach((each, index) => {
    if (each.isInside || !isCut(each, lines, index)) return;
    parts.push({ line, text: text.slice(start, each.start), cut });
    start = each.end;
    line = firstLine + each.line;
    cut = each.text;
  });
  parts.push({ line, text: text.slice(start), cut });
  return parts;
}

/** Front matter at the top of a deck, and the text below it. */
export interface HeadedText {
  /** The YAML between the dashes, or TOML between plus signs as YAML; empty for none. */
  head: string;
  /** Number of the line of the first key. */
  headLine: number;
  body: string;
  /** Number of the body's first line. */
  bodyLine: number;
}

/** Splits the front matter off the top of a deck. */
export function splitHead(text: string): HeadedText {
  const ofToml = TOML_HEAD.exec(text);
  const [whole = '', blanks = '', written = ''] = ofToml ?? HEAD.exec(text) ?? [];
  const head = ofToml ? toYaml(written) : written;
  const countLines = (part: string): number => part.split('\n').length - 1;
  return {
    head,
    headLine: countLines(blanks) + 2,
    body: text.slice(whole.length),
    bodyLine: countLines(whole) + 1,
  };
}

/** Writes lines of TOML as YAML, which has the same texts, lists and numbers; lines keep their numbers. */
function toYaml(toml: string): string {
  return toml.replaceAll(/^([ \t]*[\w-]+)[ \t]*=[ \t]*/gm, '$1: ');
}

// Lines of dashes may end in blanks of any script, as those of Japanese keyboards.
const HEAD = /^((?:[^\S\n]*\n)*)-{3,}[^\S\n]*\n([^]*?(?:\n|^))(?:-{3,}|\.{3})[^\S\n]*(?:\n|$)/;
const TOML_HEAD =
  /^((?:[ \t]*\n)*)\+{3}[ \t]*\n((?:[ \t]*\n|[ \t]*#[^\n]*\n)*[ \t]*[\w-]+[ \t]*=[^]*?\n)\+{3}[ \t]*(?:\n|$)/;
