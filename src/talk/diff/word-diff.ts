import { alignLists, type Aligned } from '../text/align.ts';
import type { WordRun } from './slide-change.ts';

/** A line of one text, or of both; null when one has no such line. */
interface LinePair {
  before: string | null;
  after: string | null;
}

const WORD = /\{\{[^{}]*\}\}\S*|[^\s{]+|\S/g;
const BULLETED = /^([-*>]) (.+)$/;
/** Number of context words around a change. */
const CONTEXT = 6;
/** The minimum share of common words at which two lines count as one changed line. */
const MIN_LIKENESS = 0.6;

/** Finds the changed lines of two texts, word by word. */
export function diffWords(before: string, after: string): WordRun[][] {
  if (before === after) return [];
  return pairLines(splitLines(before), splitLines(after)).flatMap((pair): WordRun[][] => {
    if (pair.before === pair.after) return [];
    if (pair.before === null) return [wholeLine('added', pair.after ?? '')];
    if (pair.after === null) return [wholeLine('gone', pair.before)];
    const words = alignLists(splitWords(pair.before), splitWords(pair.after));
    return [shorten(toRuns(joinScraps(words)))];
  });
}

/** A bullet is not a word. */
function wholeLine(kind: 'gone' | 'added', line: string): WordRun[] {
  const [, bullet, words = line] = BULLETED.exec(line) ?? [];
  const run: WordRun = { kind, text: words };
  return bullet === undefined ? [run] : [{ kind: 'same', text: bullet }, run];
}

function splitLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

function splitWords(line: string): string[] {
  return line.match(WORD) ?? [];
}

/** Pairs the common lines of two texts, and the similar lines between them. */
function pairLines(before: readonly string[], after: readonly string[]): LinePair[] {
  const pairs: LinePair[] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    pairs.push(...pairAlike(gone, added));
    [gone, added] = [[], []];
  };
  for (const { kind, item } of alignLists(before, after)) {
    if (kind === 'gone') gone.push(item);
    else if (kind === 'added') added.push(item);
    else {
      flush();
      pairs.push({ before: item, after: item });
    }
  }
  flush();
  return pairs;
}

function pairAlike(gone: readonly string[], added: readonly string[]): LinePair[] {
  const pairs: LinePair[] = [];
  let next = 0;
  for (const line of gone) {
    const partner = added.findIndex((other, at) => at >= next && isAlike(line, other));
    if (partner < 0) {
      pairs.push({ before: line, after: null });
      continue;
    }
    pairs.push(...added.slice(next, partner).map((other) => ({ before: null, after: other })));
    pairs.push({ before: line, after: added[partner] ?? '' });
    next = partner + 1;
  }
  return [...pairs, ...added.slice(next).map((other) => ({ before: null, after: other }))];
}

function isAlike(a: string, b: string): boolean {
  const [words, others] = [splitWords(a), splitWords(b)];
  const free = new Set(others);
  const shared = words.filter((word) => WORTHY.test(word) && free.delete(word)).length;
  const least = Math.min(countWorthy(words), countWorthy(others));
  return least > 0 && shared / least >= MIN_LIKENESS;
}

/** Bullets and other signs do not count as similarity. */
const WORTHY = /[\p{L}\p{N}]/u;

function countWorthy(words: readonly string[]): number {
  return words.filter((word) => WORTHY.test(word)).length;
}

/** Treats a single common word between two changes as changed. */
function joinScraps(words: readonly Aligned[]): Aligned[] {
  return words.flatMap((word, index): Aligned[] => {
    const isScrap =
      word.kind === 'same' && isChanged(words[index - 1]) && isChanged(words[index + 1]);
    if (!isScrap) return [word];
    return [
      { kind: 'gone', item: word.item },
      { kind: 'added', item: word.item },
    ];
  });
}

function isChanged(word: Aligned | undefined): boolean {
  return word !== undefined && word.kind !== 'same';
}

/** Groups words into runs: between two common words, removals come before additions. */
function toRuns(words: readonly Aligned[]): WordRun[] {
  const runs: WordRun[] = [];
  let gap: Record<'gone' | 'added', string[]> = { gone: [], added: [] };
  const flush = (): void => {
    if (gap.gone.length > 0) runs.push({ kind: 'gone', text: gap.gone.join(' ') });
    if (gap.added.length > 0) runs.push({ kind: 'added', text: gap.added.join(' ') });
    gap = { gone: [], added: [] };
  };
  for (const { kind, item } of words) {
    if (kind !== 'same') {
      gap[kind].push(item);
      continue;
    }
    flush();
    const last = runs.at(-1);
    if (last?.kind === 'same') last.text += ` ${item}`;
    else runs.push({ kind, text: item });
  }
  flush();
  return runs;
}

/** Keeps a few words around each change. */
function shorten(runs: readonly WordRun[]): WordRun[] {
  return runs.map((run, index) => {
    if (run.kind !== 'same') return run;
    const words = splitWords(run.text);
    const head = index === 0 ? [] : words.slice(0, CONTEXT);
    const tail = index === runs.length - 1 ? [] : words.slice(-CONTEXT);
    if (head.length + tail.length >= words.length) return run;
    return { ...run, text: [...head, '…', ...tail].join(' ') };
  });
}
