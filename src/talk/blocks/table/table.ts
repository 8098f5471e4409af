import { extraHeight } from '../../model/slide/aspect.ts';
import { useRows } from '../../data/view.ts';
import { defineBlock, type ColumnUse } from '../../model/block.ts';
import { tooMuchToShow } from '../../problems/block-problems.ts';
import { html } from '../../html/html.ts';
import { ROOM } from '../block-fit.ts';
import { useColumns } from '../part-keys.ts';
import { chooseRows } from '../row-filter.ts';
import { stepAttributes, stepClass, stepMarks } from '../stepped.ts';
import { collapseColumns } from './collapse-columns.ts';
import { namePeriods } from './table-periods.ts';
import { renderTables, writeTable } from './table-html.ts';
import { fitTable, type TableSize } from './table-size.ts';
import { TABLE_SCHEMA, type TableSpec } from './table-spec.ts';
import { tableView, type TableView } from './table-view.ts';

/** Leaves room for a line of links, which often follows a table. */
const HEIGHT = 440;
/** Larger rooms for a table that needs the whole slide: without links, and with a small title. */
const MORE_HEIGHTS = [545, 590];
const BESIDE_GAP = 56;

/** Shows rows of a dataset as a table, with groups, marks, links and verdicts computed from other datasets. */
export const table = defineBlock<TableSpec>({
  name: 'table',
  about: 'Rows of a dataset as a table, with groups, marks, links and computed verdicts.',
  schema: TABLE_SCHEMA,
  live: 'talk/blocks/table/table.ts',
  fillsItself: true,
  isSized: true,
  columnsOf: ({ columns, group }) => [
    ...columns.map((written, index): ColumnUse => {
      const path = ['columns', index];
      return typeof written === 'string'
        ? { column: written, role: 'any', path }
        : { column: written.column, role: 'any', path: [...path, 'column'] };
    }),
    ...useColumns(group, 'part', ['group']),
  ],
  compile(spec, context) {
    const chosen = chooseRows(spec, context, 'table');
    const whole =
      chosen && tableView(spec, chosen.data, namePeriods(chosen.data, chosen.rows), context);
    if (!whole) return null;
    const view = spec.collapse === true ? collapseColumns(whole) : whole;
    const isBeside = view.groups.length > 1 && view.heads.length === 1;
    const size = isBeside
      ? fitBeside(spec, view, extraHeight(context.talk))
      : fitRooms(spec, view, extraHeight(context.talk));
    if (!size) {
      const about = {
        what: 'all these cells',
        hint: 'Show fewer columns or rows ("limit", "where").',
      };
      context.report(tooMuchToShow('table', about, context.spanOf([])));
      return null;
    }
    const steps = spec.highlight?.steps === true ? 1 : 0;
    const element = html`<div
      class="block block-table${stepClass(steps)}"
      data-block="${context.id}"
      ${stepAttributes(steps)}
    >
      ${stepMarks(steps)}${renderTables(view, { size, isBeside, language: context.talk.language })}
    </div>`;
    return {
      html: element.markup,
      steps,
      text: writeTable(view),
      uses: [...useRows(chosen.data, chosen.rows), ...view.uses],
    };
  },
});

/** Tries smaller sizes before it refuses a table: down to the smallest text, then the room of the title. */
function fitRooms(spec: TableSpec, view: TableView, extra: number): TableSize | null {
  const heights =
    spec.height === undefined
      ? [ROOM.height, ...MORE_HEIGHTS].map((room) => room + extra)
      : [spec.height];
  const fitIn = (height: number, isDense: boolean): TableSize | null =>
    fitTable(view, { width: ROOM.width, height }, isDense);
  const usual = spec.height === undefined ? fitIn(HEIGHT + extra, false) : null;
  return heights.reduce(
    (found, height) => found ?? fitIn(height, false) ?? fitIn(height, true),
    usual,
  );
}

/** Sets groups of a single column side by side: the height is that of the highest, the width is shared. */
function fitBeside(spec: TableSpec, view: TableView, extra: number): TableSize | null {
  const { width } = ROOM;
  const height = spec.height ?? HEIGHT + extra;
  const share = (width - BESIDE_GAP * (view.groups.length - 1)) / view.groups.length;
  const sizes = view.groups.map((group) =>
    fitTable({ ...view, groups: [group] }, { width: share, height }),
  );
  const [first, ...rest] = sizes.filter((size) => size !== null);
  if (!first || sizes.includes(null)) return null;
  const size = Math.min(first.size, ...rest.map((one) => one.size));
  const padding = Math.min(first.padding, ...rest.map((one) => one.padding));
  return { size, padding, leading: first.leading, width: 100, columns: [100] };
}
