import { refreshData } from '../data/refresh.ts';
import { theWorld } from '../data/session.ts';
import { readVia } from '../data/via.ts';
import { readEngineVersion } from '../engine.ts';

/** Asks the source of one dataset and brings its file up to date; gives the reason why its rows were kept, or null. */
export async function askSource(root: string, dataset: string): Promise<string | null> {
  const world = theWorld();
  const contact = (world.env['ROSTRUM_CONTACT'] ?? '').replace(/[^\x20-\x7e]/g, '');
  const results = await refreshData({
    root,
    names: [dataset],
    via: readVia([]),
    isDryRun: false,
    userAgent: `rostrum/${readEngineVersion()}${contact === '' ? '' : ` (${contact})`}`,
    world,
  });
  return results[0]?.failure?.message ?? null;
}
