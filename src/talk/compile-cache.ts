import { createComposeCache, type ComposeCache } from './compose/compose-cache.ts';
import type { Dataset } from './model/dataset.ts';
import { createRenderCache, type RenderCache } from './render/render-cache.ts';

/** Everything that compiling caches between calls; the talks of a project share it. It can be dropped at any time. */
export interface CompileCache {
  compose: ComposeCache;
  render: RenderCache;
  /** Datasets with times, by the clocks of the time zones of talks; null for that of the machine. */
  placed: WeakMap<Dataset, Map<string | null, Dataset>>;
}

/** Returns an empty cache. */
export function createCompileCache(): CompileCache {
  return { compose: createComposeCache(), render: createRenderCache(), placed: new WeakMap() };
}
