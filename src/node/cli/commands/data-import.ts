import path from 'node:path';
import { isPartialDate } from '../../../talk/data/date.ts';
import { plural } from '../../../talk/text/plural.ts';
import {
  addDataset,
  chooseDatasetName,
  importTable,
  readTable,
} from '../../create/import-table.ts';
import type { DatasetOrigin, NewDataset } from '../../create/new-dataset.ts';
import { toTitle } from '../../create/talk-title.ts';
import { renderTable, type PrintedCell, type Screen } from '../../data/report/text-table.ts';
import { UsageError } from '../../errors.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';
import { readDecimal } from './new-data.ts';
import { printValue } from '../../../talk/text/value/value-text.ts';

const MAX_EXAMPLE = 30;

const ARGS = {
  file: {
    type: 'positional',
    required: true,
    example: 'riders.csv --source "City counter"',
    valueHint: 'FILE.csv',
    description: 'A table, CSV or TSV; its first line names the columns.',
  },
  source: {
    type: 'string',
    valueHint: 'TEXT',
    description: 'Where the rows come from; needed.',
  },
  'as-of': {
    type: 'string',
    valueHint: 'DATE',
    description: 'When the table was true, where its rows have no dates.',
  },
  since: {
    type: 'string',
    valueHint: 'DATE|COLUMN',
    description: 'When its rows were known; defaults to their own dates.',
  },
  key: {
    type: 'string',
    valueHint: 'COLUMN',
    description: 'The column that names a row; defaults to one that is found.',
  },
  name: { type: 'string', valueHint: 'NAME', description: 'Defaults to the name of the file.' },
  title: { type: 'string', valueHint: 'TEXT', description: 'Title; defaults to the name.' },
  decimal: {
    type: 'string',
    valueHint: 'point|comma',
    description: 'The sign before decimals, where the file does not show it.',
  },
  'dry-run': { type: 'boolean', description: 'Shows what it would write, and writes nothing.' },
} as const;

/** Defines `rostrum data import`, which makes a dataset of a table and shows what it took its columns for. */
export function makeDataImportCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('data import', {
    args: ARGS,
    async run(args) {
      const decimal = readDecimal(args.decimal);
      const file = readTable(path.resolve(root, args.file));
      const name = chooseDatasetName(args.name ?? file.name, root);
      const since = args.since === undefined ? {} : { since: args.since };
      const key = args.key === undefined ? {} : { key: args.key };
      const about = { name, title: args.title ?? toTitle(name) };
      const origin = { ...about, ...readOrigin(args), ...since, ...key };
      const made = importTable(file, origin, decimal);
      if (!args['dry-run']) addDataset(root, name, made);
      terminal.say(renderColumns(name, made, terminal));
      for (const note of made.notes) terminal.note(note);
      terminal.note(
        args['dry-run']
          ? 'Nothing was written.'
          : `data/${name}.ts is its recipe; it says what a column holds.`,
      );
    },
  });
}

function readOrigin(args: {
  source: string | undefined;
  'as-of': string | undefined;
}): Pick<DatasetOrigin, 'source' | 'asOf'> {
  const { source, 'as-of': asOf } = args;
  if (source === undefined || source.trim() === '')
    throw new UsageError(
      'The source of the rows is missing.',
      'Say where they come from: --source "City counter".',
    );
  if (asOf === undefined) return { source };
  if (isPartialDate(asOf)) return { source, asOf };
  throw new UsageError(`"${asOf}" is not a date.`, 'Write 2026, 2026-11 or 2026-11-22.');
}

function renderColumns(name: string, { columns, key }: NewDataset, screen: Screen): string {
  const { bold } = screen.style;
  const count = columns[0]?.values.length ?? 0;
  const rows = columns.map((column): PrintedCell[] => {
    const example = printValue(column.values.find((value) => value !== null) ?? '');
    const unknown = column.values.filter((value) => value === null).length;
    return [
      { text: column.name, paint: bold },
      { text: column.kind },
      { text: example.replaceAll(/\s+/g, ' ').slice(0, MAX_EXAMPLE) },
      { text: column.name === key ? 'key' : unknown > 0 ? `${unknown} unknown` : '' },
    ];
  });
  const heads = ['column', 'is', 'such as', ''];
  return `${bold(`data/${name}.json`)} ${plural(count, 'row')}\n${renderTable(heads, rows, screen)}`;
}
