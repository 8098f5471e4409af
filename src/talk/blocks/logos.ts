import * as v from 'valibot';
import { extraHeight } from '../model/slide/aspect.ts';
import { formatCell } from '../data/value/format.ts';
import { useRows } from '../data/view.ts';
import { defineBlock, type BlockContext } from '../model/block.ts';
import { missingIcons, tooMuchToShow } from '../problems/problems.ts';
import type { Row } from '../model/dataset.ts';
import { html, rawHtml, type Html } from '../html/html.ts';
import { ROOM, MIN_TEXT } from './block-fit.ts';
import { countLines, measureText } from './text-width.ts';
import { cellAt, textAt } from '../data/row-cells.ts';
import { checkColumn, chooseRows, ROW_KEYS, type RowSpec } from './row-filter.ts';

/** A wall of logos as the author wrote it. */
export interface LogosSpec extends RowSpec {
  /** Column that splits the logos into groups. */
  group?: string;
  /** Room for the wall in slide pixels; defaults to the room under a title and above a line of links. */
  height?: number;
}

interface Logo {
  name: string;
  /** Path on a grid of 24 by 24; null for a word mark. */
  icon: string | null;
  /** http(s) only; null for none. */
  url: string | null;
}

interface Group {
  label: string | null;
  logos: Logo[];
}

interface Grid {
  columns: number;
  size: number;
  /** Height of a cell. */
  cell: number;
}

const SCHEMA = v.strictObject({
  ...ROW_KEYS,
  group: v.optional(v.string()),
  height: v.optional(v.pipe(v.number(), v.minValue(80), v.maxValue(640))),
});

const HTTP = /^https?:\/\//i;
const PATH = /^[\d\s.,a-zA-Z+-]+$/;
const HEIGHT = 400;
const GAP = 16;
const LABEL = 40;
const CELL = { least: 56, most: 120, padding: 18 };
const COLUMNS = [3, 4, 5, 6];
const MAX_SIZE = 28;
/** A sign and its gap, in text sizes. */
const SIGN = 2.5;
const STRONG = 1.06;

/** Shows names of companies and projects in an even grid, with their icons if available. */
export const logos = defineBlock<LogosSpec>({
  name: 'logos',
  about: 'Names of companies and projects in an even grid, with their signs.',
  schema: SCHEMA,
  live: 'talk/blocks/logos.ts',
  compile(spec, context) {
    const chosen = chooseRows(spec, context, 'logos');
    if (!chosen) return null;
    const { data, rows } = chosen;
    const column = data.key ?? 'name';
    const isGood = checkColumn(column, data, context, ['data']);
    const { group } = spec;
    if (!isGood || (group !== undefined && !checkColumn(group, data, context, ['group']))) {
      return null;
    }
    if (!context.icon && rows.some((row) => textAt(row, 'icon') !== null)) {
      context.report(missingIcons(context.spanOf([])));
    }
    const groups = groupLogos(rows, column, group, context);
    const grid = fitGrid(groups, spec.height ?? HEIGHT + extraHeight(context.talk));
    if (!grid) {
      const about = { what: `${rows.length} names`, hint: 'Show fewer with "where" or "limit".' };
      context.report(tooMuchToShow('wall of logos', about, context.spanOf([])));
      return null;
    }
    return {
      html: renderLogos(groups, grid, context.id).markup,
      steps: 0,
      text: writeLogos(groups),
      uses: useRows(data, rows),
    };
  },
});

function groupLogos(
  rows: readonly Row[],
  column: string,
  group: string | undefined,
  context: BlockContext,
): Group[] {
  const groups = new Map<string | null, Logo[]>();
  for (const row of rows) {
    const name = textAt(row, column);
    if (name === null) continue;
    const label = group === undefined ? null : formatCell(cellAt(row, group));
    const slug = textAt(row, 'icon');
    const path = slug === null ? undefined : context.icon?.(slug);
    const url = textAt(row, 'url');
    const logo = {
      name,
      icon: path !== undefined && PATH.test(path) ? path : null,
      url: url !== null && HTTP.test(url) ? url : null,
    };
    groups.set(label, [...(groups.get(label) ?? []), logo]);
  }
  return [...groups].map(([label, members]) => ({ label, logos: members }));
}

/** Finds the grid with the fewest empty cells and readable names, then the largest of those. */
function fitGrid(groups: readonly Group[], height: number): Grid | null {
  const fits = COLUMNS.flatMap((columns) => fitColumnsOf(groups, columns, height) ?? []);
  const empty = ({ columns }: Grid): number =>
    groups.reduce((sum, group) => sum + ((columns - (group.logos.length % columns)) % columns), 0);
  const best = fits.toSorted((a, b) => empty(a) - empty(b) || b.size - a.size);
  return best[0] ?? null;
}

function fitColumnsOf(groups: readonly Group[], columns: number, height: number): Grid | null {
  const rows = groups.reduce((sum, group) => sum + Math.ceil(group.logos.length / columns), 0);
  const labels = groups.filter(({ label }) => label !== null).length;
  const room = height - labels * LABEL - (rows + labels - 1) * GAP;
  const cell = Math.min(CELL.most, Math.floor(room / rows));
  if (cell < CELL.least) return null;
  const width = (ROOM.width - (columns - 1) * GAP) / columns - 2 * CELL.padding;
  const all = groups.flatMap((group) => group.logos);
  for (let size = MAX_SIZE; size >= MIN_TEXT; size--) {
    if (all.every((logo) => fitsIn(logo, size, width, cell))) return { columns, size, cell };
  }
  return null;
}

function fitsIn({ name, icon }: Logo, size: number, width: number, cell: number): boolean {
  const room = icon === null ? width : width - SIGN * size;
  const word = Math.max(...name.split(' ').map((one) => measureText(one, size * STRONG)));
  return word <= room && countLines(name, size * STRONG, room) * size * 1.15 <= cell - 16;
}

function renderLogos(groups: readonly Group[], { columns, size, cell }: Grid, id: string): Html {
  const style = `--columns: ${columns}; --size: ${size}px; --cell: ${cell}px`;
  return html`<div class="block block-logos" data-block="${id}" style="${style}">
    ${groups.map(
      (group) =>
        html`${group.label !== null && html`<p class="logos-label">${group.label}</p>`}
          <ul class="logos">
            ${group.logos.map(renderLogo)}
          </ul>`,
    )}
  </div>`;
}

function renderLogo({ name, icon, url }: Logo): Html {
  const sign =
    icon !== null &&
    html`<svg class="logo-sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${rawHtml(icon)}" /></svg>`;
  const content = html`${sign}<span>${name}</span>`;
  return html`<li class="logo">${url === null ? content : html`<a href="${url}">${content}</a>`}</li>`;
}

function writeLogos(groups: readonly Group[]): string {
  return groups
    .map(({ label, logos: list }) => {
      const lines = list.map(({ name, url }) => `- ${url === null ? name : `[${name}](${url})`}`);
      return [...(label === null ? [] : [`**${label}**`, '']), ...lines].join('\n');
    })
    .join('\n\n');
}
