import type { DatasetKind, Edition, Row, Source } from '../../model/dataset.ts';
import type { Arrival } from '../../model/live-shape.ts';
import type { Ranges, Shape } from '../../model/shape.ts';
import { isPartialDate } from '../date.ts';
import { isRecord, isWebAddress } from '../../text/value/record.ts';
import { showControlsIn } from '../../text/symbols.ts';
import { isReason, isRetirement } from '../settlement.ts';
import { findMisfit, findOutOfRange } from '../dataset/fits.ts';

/** Context for checking new rows. */
export interface Gate {
  kind: DatasetKind;
  sources: Record<string, Source>;
  row: Shape;
  ranges: Ranges;
}

/** Limits for data from a source. */
export const BOUNDS = { rows: 5000, text: 10_000, depth: 12, parts: 1000, sources: 50 };

/** A response that cannot be used at all. */
export interface Refused {
  refused: string;
}

const DATES = ['asOf', 'since', 'retrieved'];
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Checks data from a source: a dataset's file, a list of rows or a single row. */
export function readArrival(value: unknown, gate: Gate): Arrival | Refused {
  const isDocument = isRecord(value) && ('rows' in value || 'editions' in value);
  const head = isDocument ? value : {};
  const list = toList(value, isDocument);
  const tables = isDocument && gate.kind === 'editions' ? value['editions'] : [];
  if (!list || !Array.isArray(tables)) return { refused: 'it is no dataset' };
  if (list.length + tables.length === 0) return { refused: 'it has no rows' };
  if (list.length > BOUNDS.rows) return { refused: `it has more than ${BOUNDS.rows} rows` };
  const sources = readSources(head['sources']);
  const dropped: string[] = [];
  const known = { ...gate, sources: { ...gate.sources, ...sources } };
  const rows = gate.kind === 'editions' ? [] : keepRows(list, known, dropped);
  const editions = tables.flatMap((table: unknown) => readEdition(table, known, dropped));
  if (rows.length + editions.length === 0) {
    return { refused: `nothing in it fits: ${dropped[0] ?? 'it is of another kind'}` };
  }
  return { rows, editions, sources, isWhole: isDocument, stamp: readStamp(head), dropped };
}

/** Reports whether a response cannot be used at all. */
export function isRefused(result: Arrival | Refused): result is Refused {
  return 'refused' in result;
}

function toList(value: unknown, isDocument: boolean): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return null;
  if (!isDocument) return [value];
  const { rows = [] } = value;
  return Array.isArray(rows) ? rows : null;
}

function readStamp({ updated }: Record<string, unknown>): number | null {
  const time = typeof updated === 'string' ? Date.parse(updated) : NaN;
  return Number.isNaN(time) ? null : time;
}

function readSources(value: unknown): Record<string, Source> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).slice(0, BOUNDS.sources);
  return Object.fromEntries(
    entries.flatMap(([id, source]) => {
      if (FORBIDDEN.has(id) || !isRecord(source)) return [];
      const { name, url, licence } = source;
      if (!isShort(name) || (url !== undefined && !isWebAddress(url))) return [];
      const about = { ...(url ? { url } : {}), ...(isShort(licence) ? { licence } : {}) };
      return [[id, showControlsIn({ name, ...about }) as Source]];
    }),
  );
}

function keepRows(list: readonly unknown[], gate: Gate, dropped: string[]): Row[] {
  return list.flatMap((value) => {
    const row = fillSource(value, gate);
    const fault = findFault(row, gate);
    if (fault === null) return [showControlsIn(row) as Row];
    dropped.push(fault);
    return [];
  });
}

/** Checks a whole table; it is rejected when a row is invalid, because a partial table would be wrong. */
function readEdition(value: unknown, gate: Gate, dropped: string[]): Edition[] {
  const { asOf, source, retrieved, rows } = isRecord(value) ? value : {};
  const isDated = isPartialDate(asOf) && (retrieved === undefined || isPartialDate(retrieved));
  if (!isDated || !Array.isArray(rows) || rows.length === 0 || rows.length > BOUNDS.rows) {
    dropped.push('an edition needs "asOf" and "rows"');
    return [];
  }
  const faults: string[] = [];
  const isKnown = source === undefined || (isShort(source) && Object.hasOwn(gate.sources, source));
  const kept = keepRows(rows, { ...gate, sources: source ? {} : gate.sources }, faults);
  if (faults.length > 0 || !isKnown) {
    dropped.push(faults[0] ?? 'an edition names no source that is known');
    return [];
  }
  const about = { ...(source ? { source } : {}), ...(retrieved ? { retrieved } : {}) };
  return [{ asOf, ...about, rows: kept } as Edition];
}

/** Rows need not name a single source. */
function fillSource(value: unknown, { sources, kind }: Gate): unknown {
  const [only, ...others] = Object.keys(sources);
  const isFilled = !isRecord(value) || value['source'] !== undefined;
  return isFilled || !only || others.length > 0 || kind === 'editions'
    ? value
    : { ...value, source: only };
}

function findFault(row: unknown, { kind, sources, row: shape, ranges }: Gate): string | null {
  if (!isRecord(row)) return 'a row is no object';
  if ((row['asOf'] !== undefined) !== (kind === 'series')) return 'its "asOf" is not that of a row';
  const date = DATES.find((key) => row[key] !== undefined && !isPartialDate(row[key]));
  if (date !== undefined) return `"${date}" is no date`;
  const { source, exact } = row;
  if (source !== undefined && !(isShort(source) && Object.hasOwn(sources, source))) {
    return '"source" is not known';
  }
  if (exact !== undefined && typeof exact !== 'boolean') return '"exact" is not true or false';
  const { pinned, retired } = row;
  if (pinned !== undefined && !isReason(pinned)) return '"pinned" is no reason';
  if (retired !== undefined && !isRetirement(retired)) return '"retired" has no "on" and "why"';
  if (!isBounded(row, '', 0)) return 'it is too long, too deep, or links to nowhere';
  const misfit = findMisfit(shape, row) ?? findOutOfRange(ranges, row);
  return misfit === null ? null : `"${misfit.replace(/^\./, '')}" does not fit`;
}

function isBounded(value: unknown, key: string, depth: number): boolean {
  if (typeof value === 'string') {
    return value.length <= BOUNDS.text && (key !== 'url' || isWebAddress(value));
  }
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  const entries = Object.entries(value);
  if (depth > BOUNDS.depth || entries.length > BOUNDS.parts) return false;
  return entries.every(([name, part]) => !FORBIDDEN.has(name) && isBounded(part, name, depth + 1));
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 500;
}
