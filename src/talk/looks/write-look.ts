import { listAreas, type SlideLayout, type Theme, type ThemeColours } from '../model/look/theme.ts';
import { SIZES, type SizeName } from '../model/look/tokens.ts';

/** The layers of Rostrum's CSS, in their order. */
const LAYERS = '@layer reveal, tokens, base, blocks, views, theme;';
const PLEX = {
  text: "'IBM Plex Sans', 'Plex Sans Fallback', system-ui, sans-serif",
  mono: "'IBM Plex Mono', 'Plex Mono Fallback', ui-monospace, monospace",
};
/** A colour that a theme leaves out while it sets the other one of the pair. */
const FOLLOWERS: readonly (readonly [name: keyof ThemeColours, of: keyof ThemeColours])[] = [
  ['accent-ink', 'accent'],
  ['cycle-ink', 'cycle'],
  ['code-ground', 'paper-sunk'],
  ...([1, 2, 3, 4, 5, 6] as const).map((n) => [`chart-${n}-ink`, `chart-${n}`] as const),
];

/** What a look's files are on a page. */
export interface LookFiles {
  /** Returns the address of a font file. */
  toUrl(file: string): string;
  /** Returns the rules of a stylesheet, with the addresses in them. */
  readRules(file: string): string;
}

/** Completes the colours of a mode: a colour for words that is left out is the one that they belong to. */
export function completeColours(colours: ThemeColours = {}): ThemeColours {
  const added = FOLLOWERS.filter(
    ([name, of]) => colours[name] === undefined && colours[of] !== undefined,
  );
  return { ...colours, ...Object.fromEntries(added.map(([name, of]) => [name, `var(--${of})`])) };
}

/** Writes the rules of a theme, which hold where `data-theme` has its name. */
export function writeTheme(theme: Theme, { toUrl, readRules }: LookFiles): string {
  const { name, light, dark, sizes = {}, fonts = [], style } = theme;
  const here = `[data-theme='${name}']`;
  const modes = [
    writeRule(
      `${here}:not([data-mode='dark']),${here}[data-mode='dark'] [data-ground='light'],[data-mode='dark'] ${here} [data-ground='light']`,
      writeColours(light),
    ),
    writeRule(
      `${here}[data-mode='dark'],[data-mode='dark'] ${here},${here}:not([data-mode='dark']) [data-ground='dark']`,
      writeColours(dark),
    ),
  ];
  const of = Object.entries(sizes).map(([key, value]) => writeSize(key as SizeName, value));
  const faces = (['text', 'mono'] as const).flatMap((kind) =>
    theme[kind] === undefined ? [] : `--font-${kind}:'${theme[kind]}', ${PLEX[kind]}`,
  );
  const rules = style === undefined ? '' : readRules(String(style));
  const files = fonts.map(
    ({ family, file, weight = 400, italic = false, range }) =>
      `@font-face{font-family:'${family}';src:url("${toUrl(String(file))}") format('woff2');font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};font-display:block${range === undefined ? '' : `;unicode-range:${range}`}}`,
  );
  return `${LAYERS}${files.join('')}${writeLayer('theme', writeRule(here, [...of, ...faces]) + modes.join('') + rules)}`;
}

/** Writes the rules of a layout: its grid, which is a column on a phone that reads, and its own. */
export function writeLayout(layout: SlideLayout, { readRules }: LookFiles): string {
  const { name, areas, columns = [], rows = [], style } = layout;
  const grid = `.layout-${name} .areas`;
  const width = areas[0]?.trim().split(/\s+/).length ?? 1;
  const lines = areas.map((row, index) => `"${row.trim()}" ${writeTrack(rows[index])}`);
  const tracks = Array.from({ length: width }, (_, at) => `minmax(0,${columns[at] ?? 1}fr)`);
  const places = listAreas(layout).map((area) => `${grid}>.area-${area}{grid-area:${area}}`);
  const rules = style === undefined ? '' : readRules(String(style));
  return (
    `${LAYERS}@layer base{${grid}{display:grid;flex:1 1 auto!important;grid-template:${lines.join('')}/${tracks.join(' ')};gap:${GAPS.row}px ${GAPS.column}px;min-height:0}` +
    `${grid}>.area{display:flex;flex-direction:column;gap:var(--air);min-width:0;min-height:0}${places.join('')}` +
    `@media (max-width:720px){html:not(.deck,.print) ${grid}{display:flex;flex-direction:column}}}${writeLayer('theme', rules)}`
  );
}

/** The gaps between areas, in pixels of a slide. */
export const GAPS = { row: 32, column: 64 };

function writeTrack(share: number | undefined): string {
  if (share === undefined) return 'auto';
  return share === 0 ? 'min-content' : `minmax(min-content,${share}fr)`;
}

function writeColours(colours: ThemeColours | undefined): string[] {
  return Object.entries(completeColours(colours)).map(([name, value]) => `--${name}:${value}`);
}

function writeSize(name: SizeName, value: number): string {
  return `--${name}:${value}${SIZES[name]}`;
}

function writeRule(selector: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${selector}{${lines.join(';')}}`;
}

function writeLayer(name: string, rules: string): string {
  return rules === '' ? '' : `@layer ${name}{${rules}}`;
}
