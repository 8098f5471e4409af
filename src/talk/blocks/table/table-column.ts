import { formatCell, type FormatOptions } from '../../data/value/format.ts';
import { shareDigits } from '../../data/value/precision.ts';
import type { BlockContext } from '../../model/block.ts';
import { wrongFormat } from '../../problems/value/value-problems.ts';
import { objectCells } from '../../problems/data/object-cells.ts';
import type { Cell, DataUse, DatasetView, Row } from '../../model/dataset.ts';
import { isRecord } from '../../text/value/record.ts';
import { fillText } from '../fill.ts';
import { cellAt, textAt } from '../../data/row-cells.ts';
import { checkColumn } from '../row-filter.ts';
import type { Align, ColumnSpec, SupportSpec, TableSpec } from './table-spec.ts';
import { findBar, toVerdict, type Verdict } from './table-support.ts';

/** A cell as shown: one text, several texts, or a verdict with its reason. */
export interface TableCell {
  items: string[];
  isCode: boolean;
  isMissing: boolean;
  /** Whether its words are the engine's own. */
  isEnglish: boolean;
  verdict: Verdict['verdict'] | null;
  /** http(s) only; null for none. */
  href: string | null;
}

/** A column's head. */
export interface TableHead {
  label: string;
  align: Align;
  isMarked: boolean;
  isLit: boolean;
}

/** A column of a table: its head, and a function from rows to cells. */
export interface Column {
  head: TableHead;
  uses: DataUse[];
  cellOf: (row: Row) => TableCell;
}

const HTTP = /^https?:\/\//i;

/** Builds a column from its spec; returns null after reporting an error. */
export function toColumn(
  written: TableSpec['columns'][number],
  index: number,
  data: DatasetView,
  rows: readonly Row[],
  context: BlockContext,
): Column | null {
  const path = ['columns', index];
  const spec = typeof written === 'string' ? { column: written } : written;
  const place = typeof written === 'string' ? path : [...path, 'column'];
  if (!checkColumn(spec.column, data, context, place)) return null;
  if ('compute' in spec) return toSupport(spec, index, data, context);
  if (spec.link !== undefined && !checkColumn(spec.link, data, context, [...path, 'link'])) {
    return null;
  }
  const label = fillText(spec.label ?? spec.column, [...path, 'label'], context);
  if (!label || !checkFormat(spec, rows, context, [...path, 'format'])) return null;
  const object = rows.flatMap((row) => partsOf(row, spec.column)).find(isRecord);
  if (object) {
    const about = { column: spec.column, dataset: data.name, keys: Object.keys(object) };
    context.report(objectCells(about, context.spanOf(place)));
    return null;
  }
  const isNumeric = rows.every((row) => typeof (cellAt(row, spec.column) ?? 0) === 'number');
  const hasNumbers = rows.some((row) => typeof cellAt(row, spec.column) === 'number');
  const align = spec.align ?? (isNumeric && hasNumbers ? 'right' : 'left');
  const head = { label: label.text, align, isMarked: spec.mark === true, isLit: false };
  const style = toStyle(spec, rows);
  return { head, uses: label.uses, cellOf: (row) => toCell(row, spec, style) };
}

function toSupport(
  spec: SupportSpec,
  index: number,
  data: DatasetView,
  context: BlockContext,
): Column | null {
  const path = ['columns', index];
  if (spec.recent !== undefined && !checkColumn(spec.recent, data, context, [...path, 'recent'])) {
    return null;
  }
  const bar = findBar(spec, index, context);
  const label = fillText(
    spec.label ?? `${bar?.isExact ? '=' : '≥'} ${bar?.minimum ?? ''}`,
    [...path, 'label'],
    context,
  );
  if (!bar || !label) return null;
  const head = { label: label.text, align: 'left', isMarked: false, isLit: false } as const;
  const cellOf = (row: Row): TableCell => {
    const { verdict, why } = toVerdict(row, spec, bar);
    const isEnglish = verdict === 'unknown';
    return { items: [why], isCode: false, isMissing: false, isEnglish, verdict, href: null };
  };
  return { head, uses: [...label.uses, ...bar.uses], cellOf };
}

function checkFormat(
  { column, format }: ColumnSpec,
  rows: readonly Row[],
  context: BlockContext,
  path: (string | number)[],
): boolean {
  if (format === undefined || format === 'code') return true;
  const cells = rows.map((row) => cellAt(row, column)).filter((cell) => cell !== null);
  const odd = cells.find((cell) => formatCell(cell, { format }) === null);
  if (odd === undefined) return true;
  context.report(wrongFormat(format, `"${JSON.stringify(odd)}"`, context.spanOf(path)));
  return false;
}

/** Lists the parts of a cell; an object with a text becomes that text. */
function partsOf(row: Row, column: string): Cell[] {
  return [cellAt(row, column)]
    .flat()
    .map((part) => (isRecord(part) && typeof part['text'] === 'string' ? part['text'] : part));
}

/** Returns how the numbers of a column are written: with one precision for all that are exact. */
function toStyle({ column, format }: ColumnSpec, rows: readonly Row[]): FormatOptions {
  const style: FormatOptions = format === undefined || format === 'code' ? {} : { format };
  const values = rows.flatMap((row) => {
    const cell = cellAt(row, column);
    return typeof cell === 'number' && row.exact !== false ? [cell] : [];
  });
  return { ...style, digits: shareDigits(values, style) };
}

function toCell(
  row: Row,
  { column, format, link, missing }: ColumnSpec,
  style: FormatOptions,
): TableCell {
  // An inexact number would claim digits that it does not have.
  const own = row.exact === false ? { ...style, exact: false, digits: null } : style;
  const items = partsOf(row, column).flatMap((item) => formatCell(item, own) ?? []);
  const url = link === undefined ? null : textAt(row, link);
  const isMissing = items.length === 0;
  return {
    items: isMissing ? [missing ?? 'no data'] : items,
    isCode: format === 'code' && !isMissing,
    isMissing,
    isEnglish: isMissing && missing === undefined,
    verdict: null,
    href: url !== null && HTTP.test(url) && !isMissing ? url : null,
  };
}
