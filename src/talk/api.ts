export * as v from 'valibot';
export { formats } from './data/formats/formats.ts';
export { defineDataset, type DatasetRecipe } from './data/dataset/recipe.ts';
export type { RefreshContext } from './data/update/refresh-context.ts';
export { useRow, useRows } from './data/view.ts';
export { stepAttributes, stepClass, stepMarks } from './blocks/stepped.ts';
export { html } from './html/html.ts';
export type { BlockFile } from './model/block-files.ts';
export { defineBlock, type Block, type BlockContext, type BlockOutput } from './model/block.ts';
