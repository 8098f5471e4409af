import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Decimal } from '../../talk/data/csv/cells.ts';
import { CsvError } from '../../talk/data/csv/csv-error.ts';
import { findTooLargeData, LARGE_DATA_HINT } from '../../talk/problems/data/large-data.ts';
import { toSlug } from '../../talk/text/slug.ts';
import { UsageError } from '../errors.ts';
import { listProject } from '../project/read-folder.ts';
import { hasCode } from '../system-error.ts';
import { addNew } from './add-files.ts';
import { importCsv, type DatasetOrigin, type NewDataset } from './new-dataset.ts';

/** How many bytes a table may have that becomes a dataset. */
export const MAX_TABLE_BYTES = 10_000_000;

/** Chooses the name of a new dataset; throws where it is not a name, or is taken. */
export function chooseDatasetName(wanted: string, root: string): string {
  const name = toSlug(wanted.replace(/^data[\\/]/, '').replace(/\.(?:json|csv|tsv|ts)$/i, ''));
  if (name === '' || name === 'talk')
    throw new UsageError(
      `A dataset cannot be called "${wanted}".`,
      'Use letters and hyphens, such as: npx rostrum new data my-numbers.',
    );
  const { datasets, recipes } = listProject(root);
  const taken = [...datasets.keys(), ...recipes.keys()].find((one) => one.toLowerCase() === name);
  if (taken === undefined) return name;
  throw new UsageError(
    `There is a dataset "${taken}" already.`,
    `Choose another name, such as ${name}-2.`,
  );
}

/** Builds a dataset of a table; throws a `UsageError` that names the file when it is not a table. */
export function importTable(
  { name: file, bytes }: { name: string; bytes: Uint8Array },
  origin: DatasetOrigin,
  decimal: Decimal | null,
): NewDataset {
  try {
    if (bytes.length > MAX_TABLE_BYTES)
      throw new CsvError('It is larger than 10 MB.', LARGE_DATA_HINT);
    const made = importCsv(bytes, origin, decimal);
    const size = findTooLargeData(made.json);
    if (size !== null)
      throw new CsvError(`${size[0]?.toUpperCase()}${size.slice(1)}.`, LARGE_DATA_HINT);
    return made;
  } catch (error) {
    if (error instanceof CsvError)
      throw new UsageError(`"${file}" is not used: ${error.message}`, error.hint);
    throw error;
  }
}

/** Writes a new dataset and its recipe, both or none. */
export function addDataset(root: string, name: string, { json, recipe }: NewDataset): void {
  addNew(
    root,
    new Map([
      [`data/${name}.json`, json],
      [`data/${name}.ts`, recipe],
    ]),
  );
}

/** Reads a table from a file of an author. */
export function readTable(file: string): { name: string; bytes: Uint8Array } {
  try {
    const name = path.basename(file);
    // What is larger is refused by its size, without being read.
    const isLarge = statSync(file).size > MAX_TABLE_BYTES;
    return { name, bytes: isLarge ? new Uint8Array(MAX_TABLE_BYTES + 1) : readFileSync(file) };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR'))
      throw new UsageError(
        `There is no file "${file}".`,
        'Give the path of a CSV file, from this folder on.',
      );
    if (hasCode(error, 'EISDIR'))
      throw new UsageError(`"${file}" is a folder.`, 'Give the path of a CSV file.');
    throw error;
  }
}
