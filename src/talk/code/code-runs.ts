import { alignLists } from '../text/align.ts';

/** A piece of text that two versions of code have in common, by its offset in each. */
export interface CodeRun {
  before: number;
  after: number;
  length: number;
}

/** A token of a line, or a whole line, and its place. */
interface Piece {
  text: string;
  /** Index of its line. */
  line: number;
  /** Offset in the code. */
  offset: number;
}

const TOKEN = /[\p{L}\p{M}\p{N}_]+|[^\S\n]+|[^]/gu;
const WORD = /[\p{L}\p{N}_]/u;
/** Words stay between two lines when they are at least this share of the line with fewer of them. */
const MIN_SHARE = 1 / 3;

/** Finds what two versions of code have in common: lines first, then the tokens of lines that differ. */
export function findRuns(before: string, after: string): CodeRun[] {
  const [old, now] = [cutLines(before), cutLines(after)];
  const same = alignPieces(old, now);
  const moved = pairMoved(without(old, same, 0), without(now, same, 1));
  const whole = [...same, ...moved];
  const words = alignTokens(without(old, whole, 0), without(now, whole, 1));
  const lines = [...same, ...moved.map(trimPair)].filter(([{ text }]) => text !== '');
  const runs = joinRuns([...lines, ...words]);
  return runs.filter((run) => after.slice(run.after, run.after + run.length).trim() !== '');
}

/** Writes runs as an attribute. */
export function writeRuns(runs: readonly CodeRun[]): string {
  return runs.map(({ before, after, length }) => `${before},${after},${length}`).join(' ');
}

type Pair = readonly [before: Piece, after: Piece];

function cutLines(text: string): Piece[] {
  let offset = 0;
  return text.split('\n').map((line, index) => {
    const piece = { text: line, line: index, offset };
    offset += line.length + 1;
    return piece;
  });
}

/** Returns the pairs of equal pieces that are in the same order in both lists. */
function alignPieces(before: readonly Piece[], after: readonly Piece[]): Pair[] {
  let [old, now] = [0, 0];
  const texts = [before, after].map((pieces) => pieces.map(({ text }) => text));
  return alignLists(texts[0] ?? [], texts[1] ?? []).flatMap(({ kind }) => {
    const pair = [before[old], after[now]] as const;
    if (kind !== 'added') old++;
    if (kind !== 'gone') now++;
    return kind === 'same' && pair[0] && pair[1] ? [[pair[0], pair[1]] as const] : [];
  });
}

function without(pieces: readonly Piece[], pairs: readonly Pair[], side: 0 | 1): Piece[] {
  const paired = new Set(pairs.map((pair) => pair[side]));
  return pieces.filter((piece) => !paired.has(piece));
}

/** Pairs lines with the same words at another place or depth, if no second line has them. */
function pairMoved(before: readonly Piece[], after: readonly Piece[]): Pair[] {
  const [old, now] = [indexUnique(before), indexUnique(after)];
  return [...old].flatMap(([text, piece]) => {
    const other = now.get(text);
    return piece && other ? [[piece, other] as const] : [];
  });
}

function indexUnique(pieces: readonly Piece[]): Map<string, Piece | null> {
  const found = new Map<string, Piece | null>();
  for (const piece of pieces) {
    const text = piece.text.trim();
    if (WORD.test(text)) found.set(text, found.has(text) ? null : piece);
  }
  return found;
}

function trimPair([before, after]: Pair): Pair {
  return [trimPiece(before), trimPiece(after)];
}

function trimPiece(piece: Piece): Piece {
  const indent = piece.text.length - piece.text.trimStart().length;
  return { ...piece, text: piece.text.trim(), offset: piece.offset + indent };
}

/** Aligns the tokens of lines; what lines have in common by chance is left out. */
function alignTokens(before: readonly Piece[], after: readonly Piece[]): Pair[] {
  const pairs = alignPieces(cutTokens(before), cutTokens(after));
  const common = new Map<string, number>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    common.set(key, (common.get(key) ?? 0) + weigh(pair[0].text));
  }
  const weights = [before, after].map(
    (lines) => new Map(lines.map(({ line, text }) => [line, weigh(text)])),
  );
  return pairs.filter((pair) => {
    const [old = 0, now = 0] = pair.map(({ line }, side) => weights[side]?.get(line) ?? 0);
    const shared = common.get(keyOf(pair)) ?? 0;
    return shared > 0 && shared >= MIN_SHARE * Math.min(old, now);
  });
}

function cutTokens(lines: readonly Piece[]): Piece[] {
  return lines.flatMap(({ text, line, offset }) =>
    [...text.matchAll(TOKEN)].map((match) => ({
      text: match[0],
      line,
      offset: offset + match.index,
    })),
  );
}

function keyOf([before, after]: Pair): string {
  return `${before.line} ${after.line}`;
}

/** Returns the number of letters and digits. */
function weigh(text: string): number {
  return [...text].filter((letter) => WORD.test(letter)).length;
}

/** Joins pairs that follow each other in both versions. */
function joinRuns(pairs: readonly Pair[]): CodeRun[] {
  const sorted = pairs
    .map(([old, now]) => ({ before: old.offset, after: now.offset, length: old.text.length }))
    .sort((a, b) => a.after - b.after);
  const runs: CodeRun[] = [];
  for (const run of sorted) {
    const last = runs.at(-1);
    const end = last && { before: last.before + last.length, after: last.after + last.length };
    if (last && end?.before === run.before && end.after === run.after) last.length += run.length;
    else runs.push(run);
  }
  return runs;
}
