export * as v from 'valibot';
export { defineDataset, type DatasetRecipe } from '../talk/data/recipe.ts';
export { defineBlock, type Block } from '../talk/model/block.ts';
export { rostrum } from './vite/plugin.ts';
export type { RostrumOptions } from './vite/site.ts';
