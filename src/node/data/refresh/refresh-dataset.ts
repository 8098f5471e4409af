import type { RefreshResult, RefreshTools } from './refresh-result.ts';
import path from 'node:path';
import { needsFailure } from '../http/bad-response.ts';
import { SourceError, type Failure } from './failure.ts';
import { collectSecrets, redactFailure, withoutLeaks, type Secrets } from './secrets.ts';
import { hostOf } from './gather.ts';
import { nameState, type SourceState } from './source-state.ts';
import { findCooldown, isElsewhere, nameMirrors } from './cooldown.ts';
import type { World } from '../http/session.ts';
import { readText, type Target } from './refresh-target.ts';
import { listRequests, NOTHING, openDataset, updateDataset } from './update-dataset.ts';

/** Queries a dataset's source, checks the response, and writes it whole or not at all. */
export async function refreshDataset(
  target: Target,
  last: SourceState,
  tools: RefreshTools,
): Promise<RefreshResult> {
  const { name, file, refresh, recipeText } = target;
  const { world, mirrors, today, findDataset } = tools;
  const host = hostOf(refresh);
  const text = readText(path.join(tools.root, file));
  const about = { name, file, host, ...NOTHING, failure: null };
  let secrets: Secrets = new Map();
  try {
    const dataset = openDataset(text, target);
    requireNeeds(refresh.needs ?? [], world.env);
    secrets = collectSecrets({}, world.env, refresh.needs);
    const requests = listRequests(target, { today, last: dataset, dataset: findDataset });
    secrets = collectSecrets(requests, world.env, refresh.needs);
    // What a mirror said is not what the source says, so one is asked after the other as if for the first time.
    const state = nameState(
      text ?? '',
      recipeText,
      ...nameMirrors(requests, mirrors),
      ...(tools.isHistory ? ['history'] : []),
    );
    const note = isElsewhere(requests, { mirrors, env: world.env })
      ? null
      : findCooldown(refresh, { sourceState: last, host, state, now: world.now() });
    if (note !== null) return { ...about, outcome: 'unchanged', note, sourceState: last };
    const sourceState = last.state === state ? last : {};
    const known = { requests, dataset, sourceState, secrets };
    const update = await updateDataset(target, { ...tools, ...known });
    const at = new Date(world.now()).toISOString();
    const answers = withoutLeaks(update.sourceState.answers ?? {}, secrets);
    return {
      ...about,
      ...update,
      sourceState: { asked: at, good: at, ...update.sourceState, answers },
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const failure = redactFailure(error.failure, secrets);
    const outcome = hasRows(text, target) ? 'kept' : 'never';
    return { ...about, outcome, failure, sourceState: rememberFailure(last, failure, world.now()) };
  }
}

function requireNeeds(needs: readonly string[], env: World['env']): void {
  const missing = needs.filter((name) => !env[name]);
  if (missing.length > 0) throw new SourceError(needsFailure(missing));
}

/** Returns whether a file has rows, or errors, behind which rows may be hidden. */
function hasRows(text: string | null, target: Target): boolean {
  if (text === null) return false;
  try {
    return openDataset(text, target) !== null;
  } catch {
    return true;
  }
}

function rememberFailure(last: SourceState, failure: Failure, now: number): SourceState {
  const { kind, message, advice, retryAfter } = failure;
  const at = new Date(now).toISOString();
  const wasAsked = kind !== 'needs' && kind !== 'file' && kind !== 'recipe';
  return {
    ...last,
    ...(wasAsked ? { asked: at } : {}),
    ...(retryAfter === null ? {} : { notBefore: new Date(now + retryAfter).toISOString() }),
    failed: { at, kind, message, advice },
  };
}
