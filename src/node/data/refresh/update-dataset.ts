import path from 'node:path';
import { safeParse } from 'valibot';
import { editText, newText } from '../../../talk/data/update/edit.ts';
import { parseDataset } from '../../../talk/data/dataset/dataset.ts';
import { printPath } from '../../../talk/data/dataset/dataset-file.ts';
import { toDays } from '../../../talk/text/duration.ts';
import { mergeFresh, type DatasetEdit } from '../../../talk/data/update/merge.ts';
import {
  isTable,
  namedRequests,
  type Fresh,
  type RefreshContext,
  type Requests,
} from '../../../talk/data/update/refresh-context.ts';
import { describeIssue, issuePath } from '../../../talk/data/dataset/row-schema.ts';
import { countRows, findImplausible } from '../../../talk/data/update/plausibility.ts';
import type { Dataset, Row } from '../../../talk/model/dataset.ts';
import { hasErrors } from '../../../talk/model/problem.ts';
import { showControlsIn } from '../../../talk/text/symbols.ts';
import type { RefreshResult, RefreshTools } from './refresh-result.ts';
import { attempt, withoutStop } from './attempt.ts';
import {
  fileFailure,
  recipeFailure,
  plausibilityFailure,
  shapeFailure,
} from '../http/bad-response.ts';
import { findFreshFault, findRequestFault } from './declared.ts';
import { SourceError } from './failure.ts';
import { gatherAnswers, hostOf } from './gather.ts';
import { nameState, type SourceState } from './source-state.ts';
import { nameMirrors } from './cooldown.ts';
import { readText, type Target } from './refresh-target.ts';
import { writeDataset } from './write-file.ts';

/** What changed in a dataset. */
export type Update = Pick<
  RefreshResult,
  'outcome' | 'added' | 'corrected' | 'isEdition' | 'note' | 'text' | 'sourceState'
>;

type UpdateTools = RefreshTools & {
  requests: Requests;
  dataset: Dataset | null;
  sourceState: SourceState;
};

/** Reads a dataset's text; null when it has no rows yet. */
export function openDataset(text: string | null, target: Target): Dataset | null {
  const { name, file, recipe } = target;
  if (text === null) return null;
  const { value } = parseDataset({ path: file, text }, name, recipe);
  if (value) return value;
  // An empty dataset may have this problem, and no other.
  const waiting = text.replace(/("(?:rows|editions)"\s*:\s*)\[\s*\]/, '$1null');
  if (waiting !== text) return null;
  throw new SourceError(fileFailure(file));
}

/** Queries a dataset's source, and merges the rows into the file. */
export async function updateDataset(target: Target, tools: UpdateTools): Promise<Update> {
  const { requests, sourceState, session, world, mirrors } = tools;
  const { refresh, name } = target;
  const gathered = await gatherAnswers(requests, {
    session,
    world,
    userAgent: refresh.userAgent ?? tools.userAgent,
    validators: sourceState.answers ?? {},
    onRetry: (failure, wait) => tools.onRetry(name, failure, wait),
  });
  const note = gathered.missing.length > 0 ? `without ${gathered.missing.join(', ')}` : null;
  if (gathered.isSame) return { ...NOTHING, note, sourceState: keepGood(sourceState) };
  const { update, fresh } = mergeAnswers(target, gathered.answers, tools);
  const text = update.text ?? update.before ?? '';
  const state = nameState(text, target.recipeText, ...nameMirrors(requests, mirrors));
  const { before: _before, ...rest } = update;
  const answers = gathered.validators;
  return { ...rest, note, sourceState: { count: countRows(fresh), state, answers } };
}

/** Builds the result of a dataset whose source has not changed. */
export const NOTHING = {
  outcome: 'unchanged',
  added: 0,
  corrected: 0,
  isEdition: false,
  note: null,
  text: null,
} as const;

function keepGood({ count, state, answers }: SourceState): SourceState {
  return { ...(count === undefined ? {} : { count }), state, answers };
}

/** Merges rows into the file; synchronous, so that no save of its author is lost. */
function mergeAnswers(target: Target, answers: Record<string, unknown>, tools: UpdateTools) {
  const { root, today, findDataset, sourceState, isDryRun } = tools;
  const file = path.join(root, target.file);
  const before = readText(file);
  const last = openDataset(before, target);
  const fresh = parseFresh(target, answers, { today, last, dataset: findDataset });
  const isAccepted = tools.accepted?.includes(target.name) ?? false;
  const lastCount = sourceState.count ?? null;
  checkPlausibility(target, fresh, { last, today, lastCount, isAccepted });
  const edits = mergeFresh(last, fresh, mergeOptions(target, last, today));
  const text = editDataset(target, before, fresh, edits);
  if (text === null) return { update: { ...NOTHING, before }, fresh };
  if (!isDryRun) writeDataset(file, text, { isPrecious: true });
  const counted = { ...NOTHING, ...countEdits(edits), isEdition: isTable(fresh) };
  return { update: { ...counted, outcome: 'new' as const, text, before }, fresh };
}

/** Lists the requests of a recipe. */
export function listRequests({ refresh }: Target, context: RefreshContext): Requests {
  const requests = attempt(() => namedRequests(refresh, context), recipeFailure);
  const fault = findRequestFault(requests);
  if (fault !== null) throw new SourceError(recipeFailure(fault));
  return requests;
}

function parseFresh(
  { refresh }: Target,
  answers: Record<string, unknown>,
  context: RefreshContext,
): Fresh {
  const fresh = attempt(
    () => refresh.parse(answers, context),
    (why) => shapeFailure(hostOf(refresh), why),
  );
  const fault = findFreshFault(fresh);
  if (fault !== null) throw new SourceError(recipeFailure(fault));
  return showControlsIn(fresh) as Fresh;
}

function checkPlausibility(
  { recipe, refresh, name }: Target,
  fresh: Fresh,
  about: { last: Dataset | null; today: string; lastCount: number | null; isAccepted: boolean },
): void {
  const key = about.last?.key ?? recipe.key ?? null;
  const { id } = refresh;
  const { ranges = {}, changes = {} } = recipe;
  const why = findImplausible(fresh, { ...about, id, key, ranges, changes });
  if (why !== null) throw new SourceError(plausibilityFailure(hostOf(refresh), why, name));
}

function mergeOptions({ recipe, refresh }: Target, last: Dataset | null, today: string) {
  const key = last?.key ?? recipe.key ?? null;
  const updateDays = toDays(refresh.updatePeriod);
  return { id: refresh.id, today, key, updateDays, blank: refresh.blank ?? {} };
}

/** Builds the new text of a file, and refuses an invalid dataset; null for no change. */
function editDataset(
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
function countEdits(edits: readonly DatasetEdit[]): { added: number; corrected: number } {
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
