import { editText } from '../../src/talk/data/update/edit.ts';
import { isRefused, readArrival } from '../../src/talk/data/update/arrive.ts';
import { parseDataset } from '../../src/talk/data/dataset/dataset.ts';
import { formats } from '../../src/talk/data/formats/formats.ts';
import { mergeFresh } from '../../src/talk/data/update/merge.ts';
import { describeRows } from '../../src/talk/data/dataset/row-shape.ts';
import { supersede } from '../../src/talk/data/update/supersede.ts';
import type { Dataset, Row } from '../../src/talk/model/dataset.ts';

const MERGE = {
  id: 's',
  today: '2025-01-01',
  now: '2025-01-01T12:00Z',
  key: null,
  updateDays: 7,
  blank: {},
};
const SOURCE = { id: 's', source: { name: 'S' } };

/** Takes what sources answered into a dataset, as pages and `rostrum data refresh` do; returns it as pages have it. */
export function takeAnswers(dataset: Dataset, answers: readonly string[]): Dataset {
  const stamps = new Map<string, number>();
  const { kind, sources } = dataset;
  const rows = [dataset.rows, ...dataset.editions.map((edition) => edition.rows)].flat();
  const gate = { kind, sources, row: describeRows(rows), ranges: {} };
  let current = dataset;
  for (const answer of answers) {
    const value: unknown = JSON.parse(answer);
    readByFormats(value);
    const arrival = readArrival(value, gate);
    if (isRefused(arrival)) continue;
    mergeInto(dataset, arrival.rows);
    current = supersede(current, arrival, stamps).dataset;
  }
  return current;
}

/** Readers of formats may refuse what they do not expect, and nothing else. */
function readByFormats(value: unknown): void {
  for (const read of Object.values(formats)) {
    try {
      (read as (...values: unknown[]) => unknown)(value, value);
    } catch (error) {
      if (error instanceof RangeError && error.message.includes('stack')) throw error;
    }
  }
}

/** A file with merged rows can be read again. */
function mergeInto(dataset: Dataset, rows: Row[]): void {
  if (dataset.kind === 'editions') return;
  const { sources } = dataset;
  const text = JSON.stringify({ title: dataset.title, sources, rows: dataset.rows });
  const options = { ...MERGE, key: dataset.key };
  const edits = mergeFresh(dataset, { rows }, options);
  const merged = editText(text, { edits, source: SOURCE });
  const { problems } = parseDataset({ path: 'data/x.json', text: merged }, 'x');
  const broken = problems.find(({ code }) => code === 'bad-json');
  if (broken) throw new Error(`Merging made no JSON: ${merged.slice(0, 200)}`);
}
