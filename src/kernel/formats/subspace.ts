import { formats } from 'rostrum';

const COUNT = /^\d{1,3}(?:[, ]?\d{3})*$/;

/** Reads a list's number of subscribers from the table on subspace.kernel.org, in the column "subs". */
export function readSubscribers(answer: unknown, list: string): number {
  const { tables } = formats.toPage(answer);
  const table = tables.find(({ head }) => head.some((text) => text.toLowerCase() === 'subs'));
  if (!table) throw new Error('no table has a column headed "subs"');
  const column = formats.requireColumn(table, 'subs');
  const name = formats.requireColumn(table, 'name');
  const row = table.rows.find((cells) => cells[name]?.text === list);
  if (!row) throw new Error(`the list "${list}" is not in the table`);
  const text = row[column]?.text ?? '';
  if (!COUNT.test(text)) throw new Error(`the subscribers of "${list}" are "${text}"`);
  return Number(text.replace(/[, ]/g, ''));
}
