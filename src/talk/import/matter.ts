import { isMap, isScalar } from 'yaml';
import type { ImportNote } from '../model/import/imported-deck.ts';
import { toLine } from './deck.ts';
import type { Span } from '../model/problem.ts';
import { countLines, parseYaml, toPlain } from '../source/yaml.ts';

/** A key of a deck's front matter, with its value and the place of its line. */
export interface ForeignKey {
  name: string;
  value: unknown;
  /** The value as written. */
  written: string;
  span: Span;
}

/** Front matter of another program: its keys, or why it cannot be read. */
export interface ForeignMatter {
  keys: ForeignKey[];
  fault: string | null;
}

/** Parses the YAML of a deck or of one of its slides, whose first key is on `line`. */
export function readForeignMatter(text: string, place: Pick<Span, 'file' | 'line'>): ForeignMatter {
  const { file, line } = place;
  const { document, fault } = parseYaml(text);
  // YAML has no tabs before keys and lines of text; the programs that read decks let them pass.
  if (fault && text.includes('\t')) return readForeignMatter(text.replaceAll('\t', '  '), place);
  if (fault || !document) return { keys: [], fault: fault?.message ?? null };
  if (!isMap(document.contents)) return { keys: [], fault: null };
  const plain = toPlain(document) as Record<string, unknown>;
  const lines = countLines(text);
  const keys = document.contents.items.flatMap(({ key, value }): ForeignKey[] => {
    if (!isScalar(key) || !key.range) return [];
    const name = String(key.value);
    const range = value && typeof value === 'object' && 'range' in value ? value.range : null;
    const [start, end] = range ?? key.range;
    const { line: row, col } = lines.linePos(key.range[0]);
    const span = { file, line: line + row - 1, column: col, length: name.length };
    const written = text.slice(start, end).trim();
    // YAML has a word for what is no number; here it is a word as any other.
    return [{ name, value: Number.isNaN(plain[name]) ? written : plain[name], written, span }];
  });
  return { keys, fault: null };
}

/** Reads front matter like that, and notes why it cannot be read. */
export function takeMatter(
  text: string,
  place: Pick<Span, 'file' | 'line'>,
  notes: ImportNote[],
): ForeignKey[] {
  const { keys, fault } = readForeignMatter(text, place);
  const isEmpty = text.trim() === '' || keys.length > 0;
  if (fault === null && isEmpty) return keys;
  const became = fault ?? 'It is in the place of front matter, and has no keys.';
  const span = { ...place, column: 1, length: 1 };
  notes.push({ outcome: 'manual', what: toLine(text), became, span });
  return keys;
}
