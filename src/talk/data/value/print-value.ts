import type { Cell, DataUse } from '../../model/dataset.ts';
import type { Expression, FilterPart } from './expression.ts';
import { FORMATS, formatCell, isFormat, type Format } from './format.ts';
import { faultAt, type Found, type Step } from './found.ts';
import { printGrowth } from './growth-words.ts';
import { formatPoints } from './growth.ts';

/** The filters of values. */
export const FILTERS = ['ago', 'growth', 'change', 'count'] as const;

/** One of `FILTERS`. */
export type FilterName = (typeof FILTERS)[number];

/** Writes a growth in words. */
const WORDS = 'words';

/** The formats of values in text: those of blocks, and the one that needs two figures. */
export const VALUE_FORMATS = [...FORMATS, WORDS] as const;

/** One of `VALUE_FORMATS`. */
export type ValueFormat = (typeof VALUE_FORMATS)[number];

interface Style {
  format?: Format;
  signed: boolean;
}

/** A value as text. */
export interface PrintedValue {
  /** The text with its "~" and sign; not HTML. */
  text: string;
  exact: boolean;
  uses: DataUse[];
  /** The figure itself; null when it is not a number. */
  number: number | null;
}

type Fault = ReturnType<typeof faultAt>;

/** Writes a value by its formats, or by those that suit it. */
export function printFound(
  { cell, exact, uses, isOfPoints, growth }: Found,
  filters: readonly FilterPart[],
  { root, path }: Expression,
): Step<PrintedValue> {
  const place = path.at(-1) ?? root;
  if (cell === null) return faultAt(place, (span, say) => say.noData(place.text, span));
  const number = typeof cell === 'number' ? cell : null;
  const [first, second] = filters;
  if (first?.name.text === WORDS && growth) {
    const extra = first.words[0] ?? second?.name;
    if (extra) return faultAt(extra, (span, say) => say.badValue('nothing more', span));
    return { ok: true, value: { text: printGrowth(growth), exact, uses, number } };
  }
  const style: Style = { signed: false, ...(growth ? { format: 'percent' } : {}) };
  for (const filter of filters) {
    const fault = applyFormat(filter, cell, style);
    if (fault) return fault;
  }
  const { signed, format } = style;
  const text =
    isOfPoints && format === 'percent' && typeof cell === 'number'
      ? formatPoints(cell, { signed, exact })
      : formatCell(cell, { ...style, exact });
  if (text === null)
    return faultAt(place, (span, say) => say.notAValue(place.text, columnsOf(cell), span));
  return { ok: true, value: { text, exact, uses, number } };
}

function applyFormat({ name, words }: FilterPart, cell: Cell, style: Style): Fault | null {
  if (isFilter(name.text)) {
    return faultAt(name, (span, say) =>
      say.badValue('a format, as only one filter comes before the formats', span),
    );
  }
  if (name.text === WORDS) {
    return faultAt(name, (span, say) => say.wrongFormat(WORDS, describe(cell), span));
  }
  if (!isFormat(name.text)) {
    if (words.length > 0) {
      return faultAt(name, (span, say) => say.unknownFilter(name.text, FILTERS, span));
    }
    const names = [...VALUE_FORMATS, ...FILTERS];
    return faultAt(name, (span, say) => say.unknownFormat(name.text, names, span));
  }
  if (words[0]) return faultAt(words[0], (span, say) => say.badValue('nothing more', span));
  if (formatCell(cell, { format: name.text }) === null) {
    return faultAt(name, (span, say) => say.wrongFormat(name.text, describe(cell), span));
  }
  if (name.text === 'signed') style.signed = true;
  else style.format = name.text;
  return null;
}

function isFilter(name: string): name is FilterName {
  return (FILTERS as readonly string[]).includes(name);
}

/** Names a value as a message does. */
export function describe(cell: Cell): string {
  if (typeof cell === 'number') return 'a number';
  if (typeof cell === 'string') return `"${cell}"`;
  return typeof cell === 'boolean' ? 'yes or no' : 'a list';
}

function columnsOf(cell: Cell): string[] {
  return cell !== null && typeof cell === 'object' && !Array.isArray(cell) ? Object.keys(cell) : [];
}
