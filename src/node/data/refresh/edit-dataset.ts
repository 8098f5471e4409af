import { safeParse } from 'valibot';
import { parseDataset } from '../../../talk/data/dataset/dataset.ts';
import { printPath } from '../../../talk/data/dataset/dataset-file.ts';
import { describeIssue, issuePath } from '../../../talk/data/dataset/row-schema.ts';
import { editText, newText } from '../../../talk/data/update/edit.ts';
import type { DatasetEdit } from '../../../talk/data/update/dataset-edit.ts';
import { isTable, type Fresh } from '../../../talk/data/update/refresh-context.ts';
import type { Row } from '../../../talk/model/dataset.ts';
import { hasErrors } from '../../../talk/model/problem.ts';
import { findTooLargeData, LARGE_DATA_HINT } from '../../../talk/problems/data/large-data.ts';
import { shapeFailure } from '../http/bad-response.ts';
import { withoutStop } from './attempt.ts';
import { SourceError } from './failure.ts';
import { hostOf } from './gather.ts';
import type { Target } from './refresh-target.ts';

/** Builds the new text of a file, and refuses an invalid dataset; null for no change. */
export function editDataset(
  target: Target,
  text: string | null,
  fresh: Fresh,
  edits: readonly DatasetEdit[],
): string | null {
  if (edits.length === 0) return null;
  const { name, file, recipe, refresh } = target;
  const host = hostOf(refresh);
  for (const row of edits.flatMap(rowsOf)) checkRow(row, target, host);
  const start = text ?? newText(recipe.title ?? name, isTable(fresh) ? 'editions' : 'rows');
  const { id, source } = refresh;
  const edited = editText(start, { edits, source: { id, source } });
  const size = findTooLargeData(edited);
  if (size !== null) throw new SourceError(shapeFailure(host, size, LARGE_DATA_HINT));
  const { problems } = parseDataset({ path: file, text: edited }, name, recipe);
  const problem = problems.find((one) => hasErrors([one]));
  if (problem) throw new SourceError(shapeFailure(host, withoutStop(problem.message)));
  return edited;
}

function checkRow(row: Row, { recipe }: Target, host: string): void {
  const [issue] = safeParse(recipe.schema, row).issues ?? [];
  if (!issue) return;
  const what = `${printPath(issuePath(issue)) || 'a row'} ${describeIssue(issue)}`;
  throw new SourceError(shapeFailure(host, what));
}

function rowsOf(edit: DatasetEdit): readonly Row[] {
  return 'edition' in edit ? edit.edition.rows : [edit.row];
}

/** Counts the rows with new facts; a second row of a known fact is a correction. */
export function countEdits(edits: readonly DatasetEdit[]): { added: number; corrected: number } {
  const count = (list: readonly DatasetEdit[]): number =>
    list.reduce((sum, edit) => sum + rowsOf(edit).length, 0);
  const corrections = edits.filter((edit) =>
    edit.kind === 'add-row' ? edit.isCorrection : edit.kind !== 'add-edition',
  );
  return {
    added: count(edits.filter((edit) => !corrections.includes(edit))),
    corrected: count(corrections),
  };
}
