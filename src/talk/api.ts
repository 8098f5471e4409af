export * as v from 'valibot';
export { formats } from './data/formats/formats.ts';
export type { HtmlCell, HtmlPage, HtmlTable } from './data/formats/html-page.ts';
export {
  defineDataset,
  type DatasetRecipe,
  type LiveSpec,
  type ValueRule,
} from './data/dataset/recipe.ts';
export type { RefreshContext, RefreshRecipe } from './data/update/refresh-context.ts';
export type { Request, WebRequest } from './data/update/request.ts';
export type { FeedEntry, XmlElement } from './data/formats/xml.ts';
export { useRow, useRows } from './data/view.ts';
export { MIN_TEXT, ROOM as SLIDE_ROOM } from './blocks/block-fit.ts';
export { textAt } from './data/row-cells.ts';
export { chooseRows, ROW_KEYS, type ChosenRows, type RowSpec } from './blocks/row-filter.ts';
export { timeline } from './blocks/timeline/timeline.ts';
export type { TimelineSpec } from './blocks/timeline/timeline-view.ts';
export { stepAttributes, stepClass, stepMarks } from './blocks/stepped.ts';
export { markEnglish } from './html/direction.ts';
export { html, type Html } from './html/html.ts';
export type { BlockFile } from './model/block-files.ts';
export {
  defineBlock,
  type Block,
  type BlockContext,
  type BlockOutput,
  type BlockPath,
  type ItemSizes,
} from './model/block.ts';
export {
  defineLayout,
  defineTheme,
  type SlideLayout,
  type Theme,
  type ThemeColours,
  type ThemeFont,
} from './model/look/theme.ts';
export type { ColourName, SizeName } from './model/look/tokens.ts';
export type { Cell, DatasetView, DataUse, IsoDate, Row, Source } from './model/dataset.ts';
export type { Problem, Severity, Span } from './model/problem.ts';
export type { TalkMeta } from './model/talk.ts';
export { tooMuchToShow } from './problems/block-problems.ts';
export { unknownRow } from './problems/lookup-problems.ts';
