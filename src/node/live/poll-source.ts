import { LockHeldError } from '../data/refresh/lock.ts';
import { refreshData, type RefreshOptions } from '../data/refresh/refresh.ts';
import { theWorld } from '../data/http/session.ts';
import { buildUserAgent } from '../data/http/user-agent.ts';
import { parseMirrors } from '../data/http/mirror.ts';

/** The result of polling a source. */
export interface Asked {
  /** Why the last rows were kept; null after success. */
  failure: string | null;
  /** Whether this machine could not send the request, which says nothing about the source. */
  isNotSetUp: boolean;
}

/** Queries the source of one dataset and updates its file. */
export async function askSource(
  { root, today, loaders }: Pick<RefreshOptions, 'root' | 'today' | 'loaders'>,
  dataset: string,
): Promise<Asked> {
  const world = theWorld();
  try {
    const [result] = await refreshData({
      root,
      names: [dataset],
      mirrors: parseMirrors([]),
      isDryRun: false,
      userAgent: buildUserAgent(world.env['ROSTRUM_CONTACT']),
      world,
      ...(today && { today }),
      ...(loaders && { loaders }),
    });
    const { failure = null } = result ?? {};
    return { failure: failure?.message ?? null, isNotSetUp: failure?.kind === 'needs' };
  } catch (error) {
    // A refresh by hand is running: its result reaches the pages as well.
    if (error instanceof LockHeldError) return { failure: null, isNotSetUp: false };
    throw error;
  }
}
