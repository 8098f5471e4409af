import * as v from 'valibot';
import { useRows } from '../data/view.ts';
import { defineBlock } from '../model/block.ts';
import { tooMuchToShow } from '../problems/block-problems.ts';
import { html, type Html } from '../html/html.ts';
import { fitColumns, ROOM, roomHeight, type Fit } from './block-fit.ts';
import { textAt } from '../data/row-cells.ts';
import { checkColumn, chooseRows, ROW_KEYS, type RowSpec } from './row-filter.ts';

/** A wall of names as the author wrote it. */
export interface NamesSpec extends RowSpec {
  /** Column of the names; defaults to the dataset's key, else to `name`. */
  column?: string;
  /** Column of a short note beside a name. */
  note?: string;
  /** Text at the end: "and more". */
  more?: string;
  /** Room for the wall in slide pixels; defaults to the room under a title. */
  width?: number;
  height?: number;
}

interface WallFit extends Fit {
  leading: number;
}

interface Name {
  text: string;
  note: string | null;
}

const SCHEMA = v.strictObject({
  ...ROW_KEYS,
  column: v.optional(v.string()),
  note: v.optional(v.string()),
  more: v.optional(v.string()),
  width: v.optional(v.pipe(v.number(), v.minValue(200), v.maxValue(1280))),
  height: v.optional(v.pipe(v.number(), v.minValue(80), v.maxValue(640))),
});

/** The largest text of a wall, and of names with notes. */
const MAX_SIZE = { wall: 48, noted: 30 };
const LEADINGS = [1.4, 1.3, 1.2, 1.15];
const TOO_MUCH = 'Show fewer with "where" or "limit", or spread them over two slides.';

/** Shows names in columns, filled downwards, as large as the slide allows. */
export const names = defineBlock<NamesSpec>({
  name: 'names',
  about: 'A wall of names in columns, as large as the slide allows.',
  schema: SCHEMA,
  live: 'talk/blocks/names.ts',
  isSized: true,
  compile(spec, context) {
    const chosen = chooseRows(spec, context, 'names');
    if (!chosen) return null;
    const column = spec.column ?? chosen.data.key ?? 'name';
    const isGood = checkColumn(column, chosen.data, context, ['column']);
    const hasNote =
      spec.note === undefined || checkColumn(spec.note, chosen.data, context, ['note']);
    if (!isGood || !hasNote) return null;
    const list = chosen.rows.flatMap((row): Name[] => {
      const text = textAt(row, column);
      return text === null ? [] : [{ text, note: spec.note ? textAt(row, spec.note) : null }];
    });
    const height = spec.height ?? roomHeight(context.talk);
    const fit = fitNames({ ...spec, height }, list);
    if (!fit) {
      const about = { what: `${list.length} names`, hint: TOO_MUCH };
      context.report(tooMuchToShow('wall of names', about, context.spanOf([])));
      return null;
    }
    return {
      html: renderNames(spec, list, fit, context.id).markup,
      steps: 0,
      text: writeNames(spec, list),
      uses: useRows(chosen.data, chosen.rows),
    };
  },
});

/** Uses a larger leading when that does not reduce the size. */
function fitNames({ more, note, width, height }: NamesSpec, list: readonly Name[]): WallFit | null {
  const texts = list.map((name) => `${name.text} ${name.note ?? ''}`.trim());
  const fits = LEADINGS.flatMap((leading) => {
    const fit = fitColumns({
      texts: more === undefined ? texts : [...texts, more],
      width: width ?? ROOM.width,
      height: height ?? ROOM.height,
      largest: note === undefined ? MAX_SIZE.wall : MAX_SIZE.noted,
      mostColumns: 8,
      gap: note === undefined ? 16 : 48,
      leading,
      spacing: note === undefined ? 0 : 0.35,
      wraps: note !== undefined,
    });
    return fit ? [{ ...fit, leading }] : [];
  });
  return fits.toSorted((a, b) => b.size - a.size || b.leading - a.leading)[0] ?? null;
}

function renderNames(
  { more, note }: NamesSpec,
  list: readonly Name[],
  { columns, size, leading }: WallFit,
  id: string,
): Html {
  const items = list.map(
    (name) => html`<li>${name.text}${name.note !== null && html` <span>${name.note}</span>`}</li>`,
  );
  if (more !== undefined) items.push(html`<li class="names-more">${more}</li>`);
  let start = 0;
  const lists = columns.map((count) => {
    const column = items.slice(start, start + count);
    start += count;
    return html`<ul>${column}</ul>`;
  });
  const kind = note === undefined ? 'names-wall' : 'names-noted';
  return html`<div class="block block-names ${kind}" data-block="${id}" style="--size: ${size}px; --leading: ${leading}">${lists}</div>`;
}

function writeNames({ more }: NamesSpec, list: readonly Name[]): string {
  const written = list.map(({ text, note }) => (note === null ? text : `${text} (${note})`));
  return [...written, ...(more === undefined ? [] : [more])].map((text) => `- ${text}`).join('\n');
}
