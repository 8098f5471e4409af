export * as v from 'valibot';
export { formats } from './data/formats/formats.ts';
export type { HtmlCell, HtmlPage, HtmlTable } from './data/formats/html-page.ts';
export {
  defineDataset,
  type DatasetRecipe,
  type LiveSpec,
  type ValueRule,
} from './data/dataset/recipe.ts';
export type {
  Fresh,
  FreshRows,
  FreshTable,
  RefreshContext,
  RefreshRecipe,
} from './data/update/refresh-context.ts';
export type {
  AnswerFormat,
  AnswerOptions,
  CloneRequest,
  CommandRequest,
  DuckdbRequest,
  FileRequest,
  History,
  LocalRequest,
  NextPage,
  PostgresRequest,
  Query,
  Request,
  Requests,
  Shortlog,
  SqliteRequest,
  WebRequest,
} from './data/update/request.ts';
export type { FeedEntry, XmlElement } from './data/formats/xml.ts';
export { useRow, useRows } from './data/view.ts';
export { MIN_TEXT, ROOM as SLIDE_ROOM } from './blocks/block-fit.ts';
export { textAt } from './data/row-cells.ts';
export { chooseRows, ROW_KEYS, type ChosenRows, type RowSpec } from './blocks/row-filter.ts';
export { timeline } from './blocks/timeline/timeline.ts';
export type { TimelineSpec } from './blocks/timeline/timeline-view.ts';
export { stepAttributes, stepClass, stepMarks } from './blocks/stepped.ts';
export { markEnglish } from './html/direction.ts';
export { html, type Html, type HtmlValue } from './html/html.ts';
export type { BlockFile } from './model/block-files.ts';
export {
  defineBlock,
  type Block,
  type BlockContext,
  type BlockOutput,
  type BlockPath,
  type ColumnUse,
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
export type {
  Cell,
  Dataset,
  DatasetKind,
  DatasetPart,
  DatasetView,
  DataUse,
  Edition,
  IsoDate,
  PartialDate,
  Retirement,
  Row,
  Source,
} from './model/dataset.ts';
export type {
  PptxContext,
  PptxPart,
  PptxPlace,
  PptxShape,
  PptxTable,
  PptxText,
} from './model/pptx/pptx-form.ts';
export type { Problem, Severity, Span } from './model/problem.ts';
export type { TalkMeta } from './model/talk.ts';
export { tooMuchToShow } from './problems/block-problems.ts';
export { unknownRow } from './problems/lookup-problems.ts';
export type { Where } from './data/row-cells.ts';
export type { CadenceSpec, CandidatesSpec } from './blocks/timeline/timeline-cadence.ts';
export type { BelowSpec, ReleaseColumns } from './blocks/timeline/timeline-release.ts';
export type { Aspect, TalkLook } from './model/slide/aspect.ts';
export type { Logo, LogoSpec, Pagination, TalkEdges } from './model/slide/edges.ts';
export type { EventKit, SharedKeys, TalkDefaults, TalkSpec } from './model/talk-spec.ts';
export type { Interval, Unit } from './text/duration.ts';
export type { Live, Ranges, Rule, Shape } from './model/shape.ts';
export type { Speaker } from './model/talk-spec.ts';
