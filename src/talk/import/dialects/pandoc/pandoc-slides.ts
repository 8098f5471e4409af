import type { ReadContext } from '../../dialect.ts';
import { BUILD_FILES } from '../../recognise.ts';
import { scanLines, type ScannedLine } from '../../scan-lines.ts';
import { CLOSING_DIV, OPENING_DIV } from './list-divs.ts';

/** A slide of Pandoc: its text with its heading, and what begins it. */
export interface PandocPart {
  text: string;
  line: number;
  /** Level of the heading that begins it; 0 for a rule or the top of the file. */
  level: number;
}

/** The level whose headings begin slides: the highest one that is followed by anything but a heading. */
export function findSlideLevel(text: string): number {
  // Definitions of links are no content.
  const lines = scanBlocks(text).filter(
    (line) => line.text.trim() !== '' && (line.isInside || !/^ {0,3}\[[^\]]+\]:/.test(line.text)),
  );
  let level = 0;
  // Only a heading of a slide has a ground, a film or another look of slides.
  let least = 1;
  lines.forEach((line, index) => {
    const depth = depthOf(line);
    if (depth > 0 && LOOK.test(line.text)) least = Math.max(least, depth);
    const next = lines[index + 1];
    if (depth === 0 || !next || depthOf(next) > 0 || isRule(next)) return;
    if (level === 0 || depth < level) level = depth;
  });
  // Where no heading has content below it, each one begins a slide.
  return level === 0 ? Math.max(least, ...lines.map(depthOf)) : Math.max(level, least);
}

const LOOK = /\{[^{}]*\b(?:data-)?(?:background(?:-\w+)*|auto-animate|visibility|transition)=/;

/** Makes blank lines of comments that are written as definitions of links, "[//]: # words". */
export function hideComments(text: string): string {
  if (!text.includes('[//]:')) return text;
  return scanLines(text)
    .map((line) =>
      !line.isInside && /^ {0,3}\[\/\/\]:/.test(line.text)
        ? text.slice(line.start + line.text.length, line.end)
        : text.slice(line.start, line.end),
    )
    .join('');
}

/** Cuts a text before headings up to a level, and at rules. */
export function cutPandoc(text: string, firstLine: number, level: number): PandocPart[] {
  const parts: PandocPart[] = [];
  let start = 0;
  let line = firstLine;
  let depth = 0;
  const add = (end: number): void => {
    const own = text.slice(start, end);
    if (own.trim() !== '' || depth > 0) parts.push({ text: own, line, level: depth });
  };
  for (const each of scanBlocks(text)) {
    const own = depthOf(each);
    const isCut = isRule(each);
    if (!isCut && (own === 0 || own > level)) continue;
    // A heading directly below a rule gives the slide of the rule its title.
    const isTitle = !isCut && depth === 0 && text.slice(start, each.start).trim() === '';
    if (!isTitle) add(each.start);
    start = isCut ? each.end : each.start;
    line = firstLine + each.line - (isCut ? 0 : 1);
    depth = isCut ? 0 : own;
  }
  add(text.length);
  return parts;
}

/**
 * Lists the lines of a text; those within a division are inside as those of code are, since they cut nothing. A division
 * that is never closed holds nothing.
 */
function scanBlocks(text: string): ScannedLine[] {
  const lines = scanLines(text);
  const open: number[] = [];
  const changes = new Map<number, number>();
  const change = (index: number, by: number) => changes.set(index, (changes.get(index) ?? 0) + by);
  lines.forEach((line, index) => {
    if (line.isInside) return;
    if (OPENING_DIV.test(line.text)) open.push(index);
    const from = CLOSING_DIV.test(line.text) ? open.pop() : undefined;
    if (from === undefined) return;
    change(from + 1, 1);
    change(index + 1, -1);
  });
  let depth = 0;
  return lines.map((line, index) => {
    depth += changes.get(index) ?? 0;
    return depth > 0 ? { ...line, isInside: true } : line;
  });
}

function depthOf(line: ScannedLine): number {
  return line.isInside ? 0 : (/^(#{1,6})(?:[ \t]|$)/.exec(line.text)?.[1]?.length ?? 0);
}

function isRule(line: ScannedLine): boolean {
  return (
    !line.isInside &&
    /^ {0,3}(?:-{3,}[ \t]*|(?:-[ \t]+){2,}-[ \t]*|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(
      line.text,
    )
  );
}

/** Returns the level of headings that begin slides as the file by which a deck is built gives it to Pandoc; else undefined. */
export function readBuiltLevel(path: string, { readFile }: ReadContext): number | undefined {
  for (const name of BUILD_FILES) {
    const [, level] = LEVEL.exec(readFile(name, path)?.text ?? '') ?? [];
    if (level !== undefined) return Number(level);
  }
  return undefined;
}

const LEVEL = /\bpandoc\b[^\n]*(?:\\\n[^\n]*)*?--slide-level[= ]\s*([0-6])\b/;
