import { listCommands } from '../../text/formula-signs.ts';
import { findNearest } from '../../text/nearest.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { brokenFormula, unknownCommand } from '../../problems/problems.ts';

/** What KaTeX throws at a formula. */
interface Fault {
  position?: number;
  length?: number;
  rawMessage?: string;
}

/** Why a formula with too many groups in one another is not typeset. */
export const TOO_DEEP = 'it is nested too deep.';
const UNDEFINED = /^Undefined control sequence: (\\.+)$/s;
const TOO_DEEP_HINT = 'Write it as several formulas.';

/** Returns the problem of what was thrown while a formula was typeset; undefined where it is a fault of the program. */
export function readFault(
  error: unknown,
  tex: string,
  { lines, macros }: { lines: readonly Span[]; macros: Readonly<Record<string, string>> },
): Problem | undefined {
  const start = placeIn(tex, 0, lines);
  if (error instanceof RangeError) {
    return brokenFormula(TOO_DEEP, start, TOO_DEEP_HINT);
  }
  if (!isFault(error)) return undefined;
  const { rawMessage = '', position = 0, length = 1 } = error;
  const span = { ...placeIn(tex, position, lines), length: Math.max(1, length) };
  const name = UNDEFINED.exec(rawMessage)?.[1];
  if (name !== undefined) {
    const known = [...Object.keys(macros), ...listCommands()];
    return unknownCommand(name, findNearest(name, known), { ...span, length: name.length });
  }
  return brokenFormula(`${toSentence(rawMessage)}.`, span);
}

/** Returns the place of an offset in a formula. */
export function placeIn(tex: string, offset: number, lines: readonly Span[]): Span {
  const before = tex.slice(0, offset).split('\n');
  const row = Math.min(before.length, lines.length) - 1;
  const line = lines[row] ?? lines[0];
  const column = before[row]?.length ?? 0;
  if (!line) return { file: '', line: 1, column: 1, length: 1 };
  return { ...line, column: line.column + column, length: Math.max(1, line.length - column) };
}

function isFault(error: unknown): error is Fault {
  return error instanceof Error && 'rawMessage' in error && typeof error.rawMessage === 'string';
}

function toSentence(message: string): string {
  const words = message.trim().replace(/\.$/, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}
