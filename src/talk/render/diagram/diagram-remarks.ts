import type { Span } from '../../model/problem.ts';

/** The parts of a diagram that appear at a step, as written, with their place. */
export interface WrittenStep {
  names: { name: string; span: Span }[];
}

const STEP = /^\s*(?:%%|\/\/|#)\s*step:/;
const RANGE = /^(\d+)\s*-\s*(\d+)$/;
const EDGE = /^(.+?)\s*(?:-+>|--|→)\s*(.+)$/;
const MAX_RANGE = 500;

/** Reads the comment lines `%% step: A, B, A->B` of a diagram, in order. */
export function readSteps(text: string, lines: readonly Span[]): WrittenStep[] {
  return text.split('\n').flatMap((line, index) => {
    const start = STEP.exec(line)?.[0];
    const place = lines[index];
    if (start === undefined || !place) return [];
    let offset = start.length;
    const names = line
      .slice(start.length)
      .split(',')
      .flatMap((part) => {
        const name = part.trim();
        const at = offset + part.length - part.trimStart().length;
        offset += part.length + 1;
        const span = { ...place, column: place.column + at, length: Math.max(1, name.length) };
        return name === '' ? [] : expand(name).map((one) => ({ name: one, span }));
      });
    return [{ names }];
  });
}

/** Writes an edge as `A->B`, and a range of messages as their numbers. */
function expand(name: string): string[] {
  const [, first, last] = RANGE.exec(name) ?? [];
  if (first !== undefined && last !== undefined) {
    const count = Math.min(MAX_RANGE, Number(last) - Number(first) + 1);
    return Array.from({ length: Math.max(0, count) }, (_, index) => String(Number(first) + index));
  }
  const [, from, to] = EDGE.exec(name) ?? [];
  return [from !== undefined && to !== undefined ? `${from.trim()}->${to.trim()}` : name];
}

const WORDS = /^\s*(?:(?:%%|\/\/|#)\s*)?acc(Title|Descr)\s*:\s*(\S.*)$/;

/** Reads the lines `accTitle:` and `accDescr:`, also in comments, for kinds of diagrams whose drawings have no such words. */
export function readWords(text: string): { title: string; description: string } {
  const words = { title: '', description: '' };
  for (const line of text.split('\n')) {
    const [, kind, rest = ''] = WORDS.exec(line) ?? [];
    if (kind === 'Title') words.title = rest.trim();
    if (kind === 'Descr') words.description = rest.trim();
  }
  return words;
}
