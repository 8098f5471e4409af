import type { Row } from '../../model/dataset.ts';
import { duplicateRow, unknownKeyColumn } from '../../problems/problems.ts';
import { printShort, printValue } from '../../text/value/value-text.ts';
import type { JsonPath } from '../json-place.ts';
import { BOOKKEEPING, tellerOf, type FactRule } from '../known-rows.ts';
import type { DatasetFile } from './dataset-file.ts';

/** Reports rows that tell the same fact, all of them at once. */
export function checkDuplicates(
  file: DatasetFile,
  rows: readonly Row[],
  { path, ...rule }: FactRule & { path: JsonPath },
): void {
  const { key } = rule;
  const repeated = listRepeated(rows, rule);
  const [first] = repeated;
  if (!first) return;
  const columns = listColumns(rows);
  const ofFile = file.json.keySpanOf(['key']);
  if (key !== null && !rows.some((row) => Object.hasOwn(row, key))) {
    file.report(unknownKeyColumn(key, columns, file.recipe?.key === key ? file.at(path) : ofFile));
    return;
  }
  const name = [first.row.asOf, key === null ? undefined : first.row[key]].filter(
    (part) => part !== undefined,
  );
  const about = {
    name: name.map(printShort).join(', ') || 'this',
    count: repeated.length,
    key,
    columns: columns.filter((column) => listRepeated(rows, { ...rule, key: column }).length === 0),
    differs: columns.some((column) => first.row[column] !== first.other[column]),
  };
  file.report(duplicateRow(about, file.at([...path, first.index])));
}

/** Lists the rows that tell the same fact as one above them. */
function listRepeated(
  rows: readonly Row[],
  rule: FactRule,
): { row: Row; other: Row; index: number }[] {
  const seen = new Map<string, Row>();
  return rows.flatMap((row, index) => {
    const teller = tellerOf(row, rule);
    if (teller === null) return [];
    const telling = `${teller} ${printValue(row.since ?? '')}`;
    const other = seen.get(telling);
    seen.set(telling, row);
    return other ? [{ row, other, index }] : [];
  });
}

/** Lists columns of texts, which can say what a row is about. */
function listColumns(rows: readonly Row[]): string[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].filter(
    (name) => !BOOKKEEPING.includes(name) && rows.every((row) => typeof row[name] === 'string'),
  );
}
