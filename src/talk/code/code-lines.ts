import type { CodeLines, CodePart, ToProblem } from '../model/code/code.ts';
import { missingLines, tooMuchCode, unknownRegion } from '../problems/problems.ts';

/** Maximum lines of one excerpt; far fewer are readable. */
export const MAX_CODE_LINES = 1000;

const LINE_END = /\r\n?|\n/;
/** The first line of a region, as editors and mdBook write it. */
const START = /(?:#\s*(?:pragma\s+)?region\s+|\bANCHOR:\s*)([\w.:-]+)/;
const OPENING = /#\s*(?:pragma\s+)?region\b/;
const CLOSING = /#\s*(?:pragma\s+)?endregion\b/;
const ANCHOR_END = /\bANCHOR_END:\s*([\w.:-]+)/;

/** Splits a file into lines; the last line end begins no line. */
export function splitCode(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(LINE_END);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Takes a part of a file; a part that the file does not have is a problem. */
export function pickLines(
  lines: readonly string[],
  part: CodePart,
  file: string,
): CodeLines | ToProblem {
  const picked = part.kind === 'region' ? pickRegion(lines, part.name, file) : cut(lines, part);
  if (picked === null) return (span) => missingLines(file, lines.length, span);
  if (typeof picked === 'function') return picked;
  return limitLines(picked);
}

/** Returns lines, or the problem that they are too many. */
export function limitLines(code: CodeLines): CodeLines | ToProblem {
  const { length } = code.lines;
  if (length <= MAX_CODE_LINES) return code;
  return (span) => tooMuchCode({ lines: length, most: MAX_CODE_LINES }, span);
}

function cut(
  lines: readonly string[],
  part: Exclude<CodePart, { kind: 'region' }>,
): CodeLines | null {
  if (part.kind === 'all') return lines.length === 0 ? null : { first: 1, lines };
  if (part.last > lines.length) return null;
  return { first: part.first, lines: lines.slice(part.first - 1, part.last) };
}

/** Takes the lines between the two marks of a region. */
function pickRegion(
  lines: readonly string[],
  name: string,
  file: string,
): CodeLines | ToProblem | null {
  const start = lines.findIndex((line) => START.exec(line)?.[1] === name);
  const end = start < 0 ? -1 : findEnd(lines, start, name);
  if (end <= start) {
    const names = lines.flatMap((line) => START.exec(line)?.[1] ?? []);
    return (span) => unknownRegion(name, file, [...new Set(names)], span);
  }
  const inside = lines.slice(start + 1, end);
  return inside.length === 0 ? null : { first: start + 2, lines: inside };
}

function findEnd(lines: readonly string[], start: number, name: string): number {
  if (!OPENING.test(lines[start] ?? '')) {
    return lines.findIndex((line, at) => at > start && ANCHOR_END.exec(line)?.[1] === name);
  }
  let depth = 0;
  return lines.findIndex((line, at) => {
    if (at < start) return false;
    if (CLOSING.test(line)) depth--;
    else if (OPENING.test(line)) depth++;
    return depth === 0;
  });
}

/** Removes the indentation that all lines have in common. */
export function dedentLines(groups: readonly (readonly string[])[]): string[][] {
  const written = groups.flat().filter((line) => line.trim() !== '');
  let common = /^[ \t]*/.exec(written[0] ?? '')?.[0] ?? '';
  for (const line of written) while (!line.startsWith(common)) common = common.slice(0, -1);
  const start = common.length;
  return groups.map((lines) => lines.map((line) => line.slice(start)));
}
