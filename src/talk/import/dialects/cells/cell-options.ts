import { textOf } from '../../../text/value/value-text.ts';
import { readForeignMatter } from '../../matter.ts';

/** A cell of code: its language, its code, and its options by the names that Quarto has for them. */
export interface Cell {
  language: string;
  code: string;
  options: ReadonlyMap<string, unknown>;
}

/** Reads a cell: the options in its braces, as knitr writes them, and those on lines of their own, which are YAML. */
export function readCell(braces: string, text: string): Cell {
  const [, language = '', rest = ''] = /^([\w-]+)([^]*)$/.exec(braces) ?? [];
  const lines = text.split('\n');
  const above = lines.filter((line) => OPTION.test(line)).map((line) => line.replace(OPTION, ''));
  const code = lines
    .filter((line) => !OPTION.test(line))
    .join('\n')
    .trim();
  return { language, code, options: new Map([...readBraces(rest), ...readLines(above)]) };
}

/** Returns an option as text; of a list its part at an index. */
export function optionOf({ options }: Pick<Cell, 'options'>, name: string, at = 0): string {
  const value = options.get(name);
  return textOf(Array.isArray(value) ? (value as unknown[])[at] : value);
}

function readLines(lines: readonly string[]): [string, unknown][] {
  const { keys, fault } = readForeignMatter(lines.join('\n'), { file: '', line: 1 });
  // Cells of knitr may have their options as in braces there.
  if (fault !== null || (keys.length === 0 && lines.length > 0)) return readBraces(lines.join(','));
  return keys.map(({ name, value }) => [name.replaceAll('.', '-'), value]);
}

/** Reads options as the arguments of a function of R: "label, echo = FALSE, fig.cap = 'words'". */
function readBraces(text: string): [string, unknown][] {
  return splitArguments(text).flatMap((part, index): [string, unknown][] => {
    const [, name, value = ''] = /^([\w.-]+)\s*=\s*([^]*)$/.exec(part) ?? [];
    if (name !== undefined) return [[name.replaceAll('.', '-'), toValue(value.trim())]];
    return index === 0 && part !== '' ? [['label', part.replaceAll(/^["']|["']$/g, '')]] : [];
  });
}

/** Splits arguments at their commas, and at blanks before a name with a value. */
function splitArguments(text: string): string[] {
  const parts = [''];
  for (const [piece] of text.matchAll(PIECE)) {
    const isCut = piece === ',' || (piece.trim() === '' && /["'\w)]$/.test(parts.at(-1) ?? ''));
    if (isCut) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

function toValue(written: string): unknown {
  if (/^(?:TRUE|T|true)$/.test(written)) return true;
  if (/^(?:FALSE|F|false)$/.test(written)) return false;
  const [, double, single] = /^(?:"([^]*)"|'([^]*)')$/.exec(written) ?? [];
  const quoted = double ?? single;
  if (quoted !== undefined) return quoted.replaceAll(/\\(["'\\])/g, '$1');
  const [, items] = /^c\(([^]*)\)$/.exec(written) ?? [];
  return items === undefined ? written : splitArguments(items).map(toValue);
}

/** Words in quotes or brackets, a comma, blanks before a name with a value, or a sign. */
const PIECE =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\w*\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\)|,|\s+(?=[\w.-]+\s*=(?!=))|\s*=\s*|[^]/g;
/** An option of a cell, on a line of its own. */
export const OPTION = /^(?:#|\/\/|%%|--)\| ?/;
