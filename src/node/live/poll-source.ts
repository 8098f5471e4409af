import { LockHeldError } from '../data/refresh/lock.ts';
import { refreshData } from '../data/refresh/refresh.ts';
import { theWorld } from '../data/http/session.ts';
import { nameUs } from '../data/http/user-agent.ts';
import { parseMirrors } from '../data/http/mirror.ts';

/** What became of asking a source. */
export interface Asked {
  /** Why the last rows were kept; null where all is well. */
  failure: string | null;
  /** Whether it could not be asked from here, so that nothing can be said about the source. */
  isNotSetUp: boolean;
}

/** Asks the source of one dataset and brings its file up to date. */
export async function askSource(root: string, dataset: string): Promise<Asked> {
  const world = theWorld();
  try {
    const [result] = await refreshData({
      root,
      names: [dataset],
      mirrors: parseMirrors([]),
      isDryRun: false,
      userAgent: nameUs(world.env['ROSTRUM_CONTACT']),
      world,
    });
    const { failure = null } = result ?? {};
    return { failure: failure?.message ?? null, isNotSetUp: failure?.kind === 'needs' };
  } catch (error) {
    // A refresh by hand is running: its result reaches the pages as well.
    if (error instanceof LockHeldError) return { failure: null, isNotSetUp: false };
    throw error;
  }
}
