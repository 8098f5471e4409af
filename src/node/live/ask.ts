import { LockHeldError } from '../data/lock.ts';
import { refreshData } from '../data/refresh.ts';
import { theWorld } from '../data/session.ts';
import { nameUs } from '../data/user-agent.ts';
import { readVia } from '../data/via.ts';

/** Asks the source of one dataset and brings its file up to date; gives the reason why its rows were kept, or null. */
export async function askSource(root: string, dataset: string): Promise<string | null> {
  const world = theWorld();
  try {
    const results = await refreshData({
      root,
      names: [dataset],
      via: readVia([]),
      isDryRun: false,
      userAgent: nameUs(world.env['ROSTRUM_CONTACT']),
      world,
    });
    return results[0]?.failure?.message ?? null;
  } catch (error) {
    // Somebody refreshes by hand meanwhile: what that finds reaches the pages as well.
    if (error instanceof LockHeldError) return null;
    throw error;
  }
}
