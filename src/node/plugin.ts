export * as v from 'valibot';
export { formats } from '../talk/data/formats.ts';
export { defineDataset, type DatasetRecipe } from '../talk/data/recipe.ts';
export type { RefreshContext } from '../talk/data/refresh.ts';
export { defineBlock, type Block } from '../talk/model/block.ts';
export { html } from '../talk/model/html.ts';
export { rostrum } from './vite/plugin.ts';
export type { RostrumOptions } from './vite/site.ts';
