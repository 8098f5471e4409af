import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { toSlug } from '../../../talk/text/slug.ts';
import { addNew } from '../../create/add-files.ts';
import { CsvError } from '../../../talk/data/csv/csv.ts';
import {
  draftDataset,
  importCsv,
  type DatasetOrigin,
  type NewDataset,
} from '../../create/new-dataset.ts';
import { toTitle } from '../../create/talk-title.ts';
import { UsageError } from '../../errors.ts';
import { listProject } from '../../project/read-folder.ts';
import { today } from '../../project/today.ts';
import { hasCode } from '../../system-error.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';

const MAX_BYTES = 10_000_000;
const DECIMALS = ['point', 'comma'] as const;

/** Defines `rostrum new data`, which adds a dataset and its recipe. */
export function makeNewDataCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('new data', {
    args: {
      name: {
        type: 'positional',
        required: true,
        valueHint: 'NAME',
        description: 'Name of the dataset.',
      },
      from: {
        type: 'string',
        valueHint: 'FILE.csv',
        description: 'Takes the rows of a CSV file; its first line names the columns.',
      },
      title: { type: 'string', valueHint: 'TEXT', description: 'Title; defaults to the name.' },
      source: {
        type: 'string',
        valueHint: 'TEXT',
        description: 'Where the rows come from; defaults to the name of the file.',
      },
      decimal: {
        type: 'string',
        valueHint: DECIMALS.join('|'),
        description: 'The sign before decimals, where the file does not show it.',
      },
    },
    async run(args) {
      const name = chooseName(args.name, root);
      const { title = toTitle(args.name), from } = args;
      const decimal = readDecimal(args.decimal);
      const source =
        args.source ?? (from === undefined ? 'Where the rows come from' : path.basename(from));
      const origin: DatasetOrigin = { name, title, source };
      const made =
        from === undefined
          ? draftDataset(origin, today())
          : importFile(path.resolve(root, from), origin, decimal);
      addNew(
        root,
        new Map([
          [`data/${name}.json`, made.json],
          [`data/${name}.ts`, made.recipe],
        ]),
      );
      for (const note of made.notes) terminal.note(note);
      terminal.note(
        `data/${name}.json is a new dataset, data/${name}.ts its recipe. ${adviseOn(from)}`,
      );
    },
  });
}

function adviseOn(from: string | undefined): string {
  return from === undefined ? 'Put your rows there.' : 'Say in "sources" where its rows come from.';
}

function chooseName(wanted: string, root: string): string {
  const name = toSlug(wanted.replace(/\.json$/, ''));
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

function importFile(
  file: string,
  origin: DatasetOrigin,
  decimal: 'point' | 'comma' | null,
): NewDataset {
  try {
    return importCsv(readBytes(file), origin, decimal);
  } catch (error) {
    if (error instanceof CsvError)
      throw new UsageError(`"${path.basename(file)}" is not used: ${error.message}`, error.hint);
    throw error;
  }
}

function readBytes(file: string): Buffer {
  try {
    if (statSync(file).size > MAX_BYTES)
      throw new CsvError('It is larger than 10 MB.', 'Take the rows that slides show.');
    return readFileSync(file);
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

function readDecimal(value: string | undefined): 'point' | 'comma' | null {
  if (value === undefined) return null;
  const sign = DECIMALS.find((one) => one === value);
  if (sign) return sign;
  throw new UsageError(`"${value}" is no sign before decimals.`, 'There is point and comma.');
}
