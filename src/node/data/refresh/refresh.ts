import path from 'node:path';
import type { Dataset } from '../../../talk/model/dataset.ts';
import { createLibrary } from '../../project/library.ts';
import { listProject, type Listing } from '../../project/read-folder.ts';
import type { Loader } from '../../project/options/loader-options.ts';
import { openWithLoaders } from '../../project/options/loader-recipes.ts';
import { NO_RECIPES, type RecipeBook } from '../../project/project-recipes.ts';
import { today, type ProjectCalendar } from '../../project/today.ts';
import { refreshDataset } from './refresh-dataset.ts';
import { type RefreshResult, type RefreshTools } from './refresh-result.ts';
import { recipeFailure } from '../http/bad-response.ts';
import type { Failure } from './failure.ts';
import { waitForLock, type LockWait } from './lock.ts';
import {
  lockFile,
  readSourceStates,
  writeSourceStates,
  type SourceStates,
} from './source-state.ts';
import { mapInParallel } from '../http/queue.ts';
import { openSession, type World } from '../http/session.ts';
import { listTargets, type Target } from './refresh-target.ts';
import type { Mirrors } from '../http/mirror.ts';
import { NOTHING } from './update-dataset.ts';
import { sweepDrafts } from './write-file.ts';

/** What to refresh, and how. */
export interface RefreshOptions {
  root: string;
  /** Names of datasets; none for all that have a source. */
  names: readonly string[];
  mirrors: Mirrors;
  /** Queries and checks, but writes nothing. */
  isDryRun: boolean;
  userAgent: string;
  world: World;
  /** Returns the current date; defaults to the machine's calendar at the time of `world`. */
  today?: ProjectCalendar;
  /** Programs in `data/` that print rows; defaults to none. */
  loaders?: readonly Loader[];
  /** Names of datasets whose answers are taken although they look wrong; defaults to none. */
  accepted?: readonly string[];
  /** Whether rows of the past are known from their own dates on, instead of from today; defaults to false. */
  isHistory?: boolean;
  watch?: Partial<RefreshWatch>;
}

/** Called with the progress of a refresh. */
export interface RefreshWatch {
  onBegin(total: number): void;
  onStart(name: string): void;
  onRetry(name: string, failure: Failure, wait: number): void;
  onEnd(result: RefreshResult): void;
}

/** Queries the sources of a project's datasets, and updates the files. */
export async function refreshData(options: RefreshOptions): Promise<RefreshResult[]> {
  const { root, names, loaders = [] } = options;
  const listing = listProject(root);
  const book = await openWithLoaders(loaders)(root, listing, NO_RECIPES);
  const library = createLibrary(root, []);
  library.update(listing, book);
  const files = new Map(loaders.map(({ name, file }) => [name, file]));
  const targets = listTargets(root, listing, { book, names, loaders: files });
  const results = await refreshTargets(targets, (name) => library.dataset(name), options);
  return names.length > 0 ? results : [...results, ...listBroken(listing, book)];
}

/** Lists the datasets whose recipes cannot be used, which are not asked for. */
function listBroken({ datasets }: Listing, { faults }: RecipeBook): RefreshResult[] {
  return [...faults].map(([name, reason]) => ({
    ...NOTHING,
    name,
    file: datasets.get(name) ?? `data/${name}.json`,
    host: '',
    outcome: datasets.has(name) ? 'kept' : 'never',
    failure: recipeFailure(reason),
    sourceState: {},
  }));
}

/** Refreshes datasets, a few at a time, under a lock. */
export async function refreshTargets(
  targets: readonly Target[],
  findDataset: (name: string) => Dataset | undefined,
  options: RefreshOptions,
): Promise<RefreshResult[]> {
  const { root, isDryRun, world, watch = {} } = options;
  const free = isDryRun ? null : await waitForLock(lockFile(root), lockWait(world));
  const session = openSession(options.mirrors, world);
  try {
    if (!isDryRun) sweepDrafts(path.join(root, 'data'));
    const states = readSourceStates(root);
    const tools: RefreshTools = {
      ...options,
      session,
      today: options.today?.() ?? today(new Date(world.now())),
      findDataset,
      onRetry: (...news) => watch.onRetry?.(...news),
    };
    watch.onBegin?.(targets.length);
    const work = async (target: Target): Promise<RefreshResult> => {
      watch.onStart?.(target.name);
      const result = await refreshDataset(target, states[target.name] ?? {}, tools);
      watch.onEnd?.(result);
      // Written after each dataset, so that a killed run leaves its state.
      if (!isDryRun) writeSourceState(states, result, root);
      return result;
    };
    return await mapInParallel(targets, world.limits.parallel, work);
  } finally {
    session.end();
    free?.();
  }
}

function lockWait({ now, sleep, limits }: World): LockWait {
  const { signal } = new AbortController();
  return { now, sleep: (wait) => sleep(wait, signal), patience: limits.lock };
}

function writeSourceState(
  states: SourceStates,
  { name, sourceState }: RefreshResult,
  root: string,
): void {
  states[name] = sourceState;
  writeSourceStates(root, states);
}
