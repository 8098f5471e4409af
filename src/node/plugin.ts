export * as v from 'valibot';
export { formats } from '../talk/data/formats.ts';
export { defineDataset, type DatasetRecipe } from '../talk/data/recipe.ts';
export type { RefreshContext } from '../talk/data/refresh.ts';
export { defineBlock, type Block } from '../talk/model/block.ts';
export { html } from '../talk/model/html.ts';
import type { RostrumOptions, RostrumPlugin } from './options.ts';
import { rostrum as createPlugins } from './vite/plugin.ts';

export type { RostrumOptions, RostrumPlugin };

/** Turns a folder of slides and data into talks, in `vite` and in `vite build`. */
export function rostrum(options: RostrumOptions = {}): RostrumPlugin[] {
  return createPlugins(options);
}

/** Gives a configuration of Vite its type, for projects that have no package of Vite of their own. */
export function defineConfig<Config extends object>(config: Config): Config {
  return config;
}
