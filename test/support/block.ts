import * as v from 'valibot';
import { parse } from 'yaml';
import type { Block, BlockContext, BlockOutput } from '../../src/talk/model/block.ts';
import type { DatasetView, IsoDate, Row } from '../../src/talk/model/dataset.ts';
import type { Problem } from '../../src/talk/model/problem.ts';
import type { TalkMeta } from '../../src/talk/model/talk.ts';
import { META } from './meta.ts';

/** A compiled block with its problems, and the messages of its schema. */
export interface CompiledBlock {
  output: BlockOutput | null;
  problems: Problem[];
  issues: string[];
}

/** What a test says about the page around a block. */
export interface BlockSetting {
  asOf?: IsoDate;
  datasets?: readonly DatasetView[];
  talk?: Partial<TalkMeta>;
  icon?: BlockContext['icon'];
}

/** Makes a dataset's view of rows. */
export function viewOf(name: string, rows: Row[], view: Partial<DatasetView> = {}): DatasetView {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const rest = {
    kind: 'list',
    title: name,
    unit: null,
    key: null,
    sources: {},
    asOf: null,
  } as const;
  return { name, rows, columns, ...rest, ...view };
}

/** Compiles a block from its YAML body; the span of a key is column 1 of a line with its path as the file. */
export function compileBlock<Spec>(
  block: Block<Spec>,
  yaml: string,
  { asOf = '2024-09-18', datasets = [], talk = {}, icon }: BlockSetting = {},
): CompiledBlock {
  const problems: Problem[] = [];
  const checked = v.safeParse(block.schema, parse(yaml));
  if (!checked.success) {
    return { output: null, problems, issues: checked.issues.map(({ message }) => message) };
  }
  const output = block.compile(checked.output, {
    id: 'slide/1',
    asOf,
    talk: { ...META, ...talk },
    dataset: (name) => datasets.find((view) => view.name === name),
    spanOf: (path) => ({ file: path.join('.'), line: 1, column: 1, length: 1 }),
    report: (problem) => problems.push(problem),
    ...(icon ? { icon } : {}),
  });
  return { output, problems, issues: [] };
}
