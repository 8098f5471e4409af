import type { Macros } from '../../text/formula-words.ts';

const PIECE = /\\(?:[A-Za-z]+|[^])|#[1-9]|\s+|[^]/gu;
const COMMAND = /^\\[A-Za-z]+$/;
/** Bounds of what definitions may make of a formula. */
const MAX_EXPANSIONS = 200;
const MAX_PIECES = 20_000;

/** Returns a formula with definitions in the place of the commands that the talk defines, for programs that do not know them. */
export function expandMacros(tex: string, macros: Macros): string {
  const rest = toPieces(tex).toReversed();
  const written: string[] = [];
  for (let left = MAX_EXPANSIONS; rest.length > 0;) {
    const piece = rest.pop() ?? '';
    const own = Object.hasOwn(macros, piece) ? macros[piece] : undefined;
    const isBounded = left > 0 && rest.length < MAX_PIECES;
    if (own === undefined || !isBounded) {
      written.push(piece);
      continue;
    }
    left--;
    for (const one of fill(toPieces(own), rest).toReversed()) rest.push(one);
  }
  return written.map((piece, index) => writePiece(piece, written[index + 1] ?? '')).join('');
}

function toPieces(tex: string): string[] {
  return tex.match(PIECE) ?? [];
}

/** Puts what follows a command into the places that its definition has for it. */
function fill(body: readonly string[], rest: string[]): string[] {
  const places = body.filter((piece) => piece.length > 1 && piece.startsWith('#'));
  const count = Math.max(0, ...places.map((piece) => Number(piece.slice(1))));
  const args = Array.from({ length: count }, () => takeArgument(rest));
  return body.flatMap((piece) =>
    places.includes(piece) ? (args[Number(piece[1]) - 1] ?? []) : piece,
  );
}

/** Takes a group without its braces, or a single piece, from the end of reversed pieces. */
function takeArgument(rest: string[]): string[] {
  while (rest.at(-1)?.trim() === '') rest.pop();
  const first = rest.pop();
  if (first === undefined) return [];
  if (first !== '{') return [first];
  const taken: string[] = [];
  for (let depth = 1; rest.length > 0;) {
    const piece = rest.pop() ?? '';
    if (piece === '{') depth++;
    else if (piece === '}' && --depth === 0) break;
    taken.push(piece);
  }
  return taken;
}

/** A letter right behind a command would become part of its name. */
function writePiece(piece: string, next: string): string {
  return COMMAND.test(piece) && /^[A-Za-z]/.test(next) ? `${piece} ` : piece;
}
