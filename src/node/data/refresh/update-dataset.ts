import path from 'node:path';
import { parseDataset } from '../../../talk/data/dataset/dataset.ts';
import { toMilliseconds, type Interval } from '../../../talk/text/duration.ts';
import { toUtc } from '../../../talk/data/zone.ts';
import { collectHeld, describeHeld } from '../../../talk/data/update/held-rows.ts';
import { mergeFresh } from '../../../talk/data/update/merge.ts';
import type { MergeOptions } from '../../../talk/data/update/dataset-edit.ts';
import {
  isTable,
  namedRequests,
  type Fresh,
  type RefreshContext,
} from '../../../talk/data/update/refresh-context.ts';
import { toFresh } from '../../../talk/data/update/answer-rows.ts';
import type { Requests } from '../../../talk/data/update/request.ts';
import { countRows, findImplausible } from '../../../talk/data/update/plausibility.ts';
import type { Dataset } from '../../../talk/model/dataset.ts';
import { plural } from '../../../talk/text/plural.ts';
import { showControlsIn } from '../../../talk/text/symbols.ts';
import type { RefreshResult, RefreshTools } from './refresh-result.ts';
import { attempt } from './attempt.ts';
import {
  fileFailure,
  leakFailure,
  recipeFailure,
  plausibilityFailure,
  shapeFailure,
} from '../http/bad-response.ts';
import { findDateFault, findFreshFault, findRequestFault } from './declared.ts';
import { SourceError } from './failure.ts';
import { findLeak, type Secrets } from './secrets.ts';
import { gatherAnswers, hostOf } from './gather.ts';
import { countEdits, editDataset } from './edit-dataset.ts';
import { keepDifferences, nameState, type SourceState } from './source-state.ts';
import { nameMirrors } from './cooldown.ts';
import { readText, type Target } from './refresh-target.ts';
import { writeDataset } from './write-file.ts';

/** What changed in a dataset. */
export type Update = Pick<
  RefreshResult,
  'outcome' | 'added' | 'corrected' | 'isEdition' | 'note' | 'text' | 'sourceState'
>;

const DAY = 86_400_000;

type UpdateTools = RefreshTools & {
  requests: Requests;
  dataset: Dataset | null;
  sourceState: SourceState;
  /** What is neither written nor printed. */
  secrets: Secrets;
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
    root: tools.root,
    session,
    world,
    schema: target.recipe.schema,
    userAgent: refresh.userAgent ?? tools.userAgent,
    validators: sourceState.answers ?? {},
    onRetry: (failure, wait) => tools.onRetry(name, failure, wait),
  });
  const missing = gathered.missing.length > 0 ? `without ${gathered.missing.join(', ')}` : null;
  if (gathered.isSame) return { ...NOTHING, note: missing, sourceState: keepGood(sourceState) };
  const { update, fresh, differences } = mergeAnswers(target, gathered.answers, tools);
  const text = update.text ?? update.before ?? '';
  const state = nameState(text, target.recipeText, ...nameMirrors(requests, mirrors));
  const { before: _before, ...rest } = update;
  const answers = gathered.validators;
  const held =
    differences.length > 0 ? `${plural(differences.length, 'value')} held by hand` : null;
  const note = [missing, held].filter((part) => part !== null).join(', ') || null;
  const count = countRows(fresh);
  return { ...rest, note, sourceState: { count, state, answers, ...keepDifferences(differences) } };
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

function keepGood({ count, state, answers, differences }: SourceState): SourceState {
  return {
    ...(count === undefined ? {} : { count }),
    state,
    answers,
    ...keepDifferences(differences),
  };
}

/** Merges rows into the file; synchronous, so that no save of its author is lost. */
function mergeAnswers(target: Target, answers: Record<string, unknown>, tools: UpdateTools) {
  const { root, today, findDataset, sourceState, isDryRun, secrets } = tools;
  const file = path.join(root, target.file);
  const before = readText(file);
  const last = openDataset(before, target);
  const parsed = parseFresh(target, answers, { today, last, dataset: findDataset });
  const fresh = placeFresh(parsed);
  const leak = findLeak({ fresh, source: target.refresh.source }, secrets);
  if (leak !== undefined) throw new SourceError(leakFailure(hostOf(target.refresh), leak));
  const isAccepted = tools.accepted?.includes(target.name) ?? false;
  const lastCount = sourceState.count ?? null;
  checkPlausibility(target, fresh, { last, today, lastCount, isAccepted });
  const options = mergeOptions(target, last, tools);
  const edits = mergeFresh(last, fresh, options);
  const held = collectHeld(last, options, options.id);
  const differences = describeHeld(fresh, held, options.key);
  const text = editDataset(target, before, fresh, edits);
  if (text === null) return { update: { ...NOTHING, before }, fresh, differences };
  if (!isDryRun) writeDataset(file, text, { isPrecious: true });
  const counted = { ...NOTHING, ...countEdits(edits), isEdition: isTable(fresh) };
  return { update: { ...counted, outcome: 'new' as const, text, before }, fresh, differences };
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
    () => (refresh.parse ? refresh.parse(answers, context) : toFresh(answers, context)),
    (why) => shapeFailure(hostOf(refresh), why),
  );
  const fault = findFreshFault(fresh);
  if (fault !== null) throw new SourceError(recipeFailure(fault));
  const wrongDate = findDateFault(fresh);
  if (wrongDate !== null) throw new SourceError(shapeFailure(hostOf(refresh), wrongDate));
  return showControlsIn(fresh) as Fresh;
}

/** Writes the times of new rows in UTC, as those of known rows are. */
function placeFresh(fresh: Fresh): Fresh {
  if (!isTable(fresh)) {
    return { ...fresh, rows: toUtc({ rows: fresh.rows, editions: [] }).rows };
  }
  const edition = { asOf: fresh.asOf, rows: fresh.table };
  const [placed = edition] = toUtc({ rows: [], editions: [edition] }).editions;
  return { ...fresh, asOf: placed.asOf, table: placed.rows };
}

function durationDays(interval: Interval): number {
  return (toMilliseconds(interval) ?? 0) / DAY;
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

function mergeOptions(
  { recipe, refresh }: Target,
  last: Dataset | null,
  { today, world, isHistory = false }: Pick<UpdateTools, 'today' | 'world' | 'isHistory'>,
): MergeOptions {
  const key = last?.key ?? recipe.key ?? null;
  const updateDays = durationDays(refresh.updatePeriod);
  const prefer = last?.prefer ? { prefer: last.prefer } : {};
  const history = isHistory ? { history: { column: refresh.since ?? null } } : {};
  const now = `${new Date(world.now()).toISOString().slice(0, 16)}Z`;
  const known = { id: refresh.id, today, now, key, ...prefer, updateDays, ...history };
  return { ...known, blank: refresh.blank ?? {} };
}
