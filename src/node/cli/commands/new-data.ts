import path from 'node:path';
import type { Decimal } from '../../../talk/data/csv/cells.ts';
import {
  addDataset,
  chooseDatasetName,
  importTable,
  readTable,
} from '../../create/import-table.ts';
import { draftDataset, type DatasetOrigin } from '../../create/new-dataset.ts';
import { toTitle } from '../../create/talk-title.ts';
import { toInnerPath } from '../../paths.ts';
import { UsageError } from '../../errors.ts';
import { today } from '../../project/today.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';

const DECIMALS = ['point', 'comma'] as const;

/** Defines `rostrum new data`, which adds a dataset and its recipe. */
export function makeNewDataCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('new data', {
    args: {
      name: {
        type: 'positional',
        required: true,
        example: 'my-numbers',
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
      const name = chooseDatasetName(args.name, root);
      const { title = toTitle(args.name), from } = args;
      const decimal = readDecimal(args.decimal);
      const source =
        args.source ?? (from === undefined ? 'Where the rows come from' : path.basename(from));
      const origin: DatasetOrigin = { name, title, source };
      const made =
        from === undefined
          ? draftDataset(origin, today())
          : importTable(readTable(path.resolve(root, from)), origin, decimal);
      addDataset(root, name, made);
      for (const note of made.notes) terminal.note(note);
      terminal.note(
        `data/${name}.json is a new dataset, data/${name}.ts its recipe. ${adviseOn(from)}`,
      );
      const table = from === undefined ? '' : toInnerPath(root, path.resolve(root, from));
      if (path.dirname(table) === 'data')
        terminal.note(`${table} is not read any more: delete it, or keep it in data/raw/.`);
    },
  });
}

function adviseOn(from: string | undefined): string {
  return from === undefined ? 'Put your rows there.' : 'Say in "sources" where its rows come from.';
}

/** Parses the sign before decimals. */
export function readDecimal(value: string | undefined): Decimal | null {
  if (value === undefined) return null;
  const sign = DECIMALS.find((one) => one === value);
  if (sign) return sign;
  throw new UsageError(`"${value}" is no sign before decimals.`, 'There is point and comma.');
}
