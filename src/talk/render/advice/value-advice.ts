import { parseExpression, type Expression } from '../../data/value/expression.ts';
import { isPartialDate } from '../../data/date.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';
import type { TalkProject } from '../../model/project.ts';
import { findDataEnding, hintOfDataset } from '../../problems/data/dataset-name.ts';
import { hintOfExpression, hintOfNoRows, hintOfRoot } from '../../problems/data/value-hints.ts';
import { synonymOf } from '../../problems/keys/synonyms.ts';

/** What the advice about a value rests on. */
export type ValueProject = Pick<TalkProject, 'dataset' | 'datasetNames' | 'looseFiles'>;

/** Gives the problem of a value a hint that fits what was written; the problem itself where none does. */
export function adviseValue(problem: Problem, written: string, project: ValueProject): Problem {
  const hint = findHint(problem, written, project);
  return hint === null ? problem : { ...problem, hint };
}

function findHint({ code }: Problem, written: string, project: ValueProject): string | null {
  if (code === 'bad-value') return hintOfExpression(written);
  const parsed = parseExpression(written);
  if (!parsed.ok) return null;
  const { root, path } = parsed.expression;
  if (code === 'unknown-dataset') {
    const own = hintOfRoot(root.text, synonymOf(root.text, 'talk'));
    const files = project.looseFiles?.() ?? [];
    return own ?? hintOfDataset({ name: root.text, names: project.datasetNames, files });
  }
  if (code === 'unknown-column' && root.text === 'talk') return hintOfTalk(path[0]?.text ?? '');
  const dataset = project.dataset(root.text);
  if (!dataset) return null;
  if (code === 'unknown-column') return hintOfColumn(parsed.expression, dataset);
  if (code === 'unknown-row') return hintOfRows(code, dataset);
  if (code !== 'no-row-key') return null;
  return hintOfColumn(parsed.expression, dataset) ?? hintOfRows(code, dataset);
}

function hintOfTalk(name: string): string | null {
  const own = synonymOf(name, 'talk');
  return own === undefined ? null : `Write "talk.${own}".`;
}

/** A name that is no column may be an ending, or the name of a row. */
function hintOfColumn({ root, key, path }: Expression, dataset: Dataset): string | null {
  const [first, second] = path;
  if (!first || key) return null;
  const rest = second === undefined ? '.COLUMN' : `.${second.text}`;
  const isColumn = dataset.columns.includes(first.text);
  if (!isColumn && findDataEnding(first.text) !== null) {
    return `Write "${root.text}${rest}": a dataset is named as its file, without the ending.`;
  }
  if (!isColumn && /^(?:latest|newest|current|now)$/i.test(first.text)) {
    return `Without it the value is the newest on the talk's date: ${root.text}${rest}.`;
  }
  const { key: column } = dataset;
  const row = column !== null && dataset.rows.some((one) => one[column] === first.text);
  return row ? `"${first.text}" is a row: write ${root.text}["${first.text}"]${rest}.` : null;
}

function hintOfRows(code: string, { name, key, rows, columns }: Dataset): string | null {
  const dated = columns.find((column) =>
    rows.every((row) => typeof row[column] === 'string' && isPartialDate(row[column])),
  );
  const texts = columns.filter((column) => rows.every((row) => typeof row[column] === 'string'));
  const isUndated = rows.length > 0 && rows.every((row) => row.asOf === undefined);
  if (code === 'unknown-row' && key !== null) return null;
  return hintOfNoRows({
    name,
    dated: isUndated ? dated : undefined,
    names: code === 'unknown-row' ? texts : [],
  });
}
