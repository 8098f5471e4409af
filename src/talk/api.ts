export * as v from 'valibot';
export { formats } from './data/formats/formats.ts';
export type { HtmlCell, HtmlPage, HtmlTable } from './data/formats/html-page.ts';
export { defineDataset, type DatasetRecipe } from './data/dataset/recipe.ts';
export type { RefreshContext, RefreshRecipe, WebRequest } from './data/update/refresh-context.ts';
export { useRow, useRows } from './data/view.ts';
export { MIN_TEXT, ROOM as SLIDE_ROOM } from './blocks/block-fit.ts';
export {
  chooseRows,
  ROW_KEYS,
  textAt,
  type ChosenRows,
  type RowSpec,
} from './blocks/row-filter.ts';
export { timeline } from './blocks/timeline/timeline.ts';
export type { TimelineSpec } from './blocks/timeline/timeline-view.ts';
export { stepAttributes, stepClass, stepMarks } from './blocks/stepped.ts';
export { markEnglish } from './html/direction.ts';
export { html, type Html } from './html/html.ts';
export type { BlockFile } from './model/block-files.ts';
export { defineBlock, type Block, type BlockContext, type BlockOutput } from './model/block.ts';
export type { Cell, DatasetView, IsoDate, Row } from './model/dataset.ts';
export { tooMuchToShow } from './problems/block-problems.ts';
export { unknownRow } from './problems/lookup-problems.ts';
