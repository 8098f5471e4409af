import { coloured, graded, stopped } from './utility-colours.ts';
import { px, SCALE, sized, WIDTHS } from './utility-sizes.ts';
import { FIXED } from './utility-words.ts';

/** Converts a class of UnoCSS that only lays out, sizes or sets text into CSS; null for any other class. */
export function utilityRule(name: string): string | null {
  // Windows that show slides are wide enough for the rules of wide windows.
  const own = name.replace(/^(?:!|(?:sm|md|lg|xl|2xl):)+/, '');
  const isNegative = own.startsWith('-');
  const words = isNegative ? own.slice(1) : own;
  const fixed = FIXED[words];
  if (fixed !== undefined) return fixed;
  for (const [pattern, toCss] of PATTERNS) {
    const found = pattern.exec(words);
    const css = found && toCss(found[1] ?? '', found[2] ?? '');
    if (css) return isNegative ? css.replaceAll(/: (?=[\d.])/g, ': -') : css;
  }
  return null;
}

/** Writes the rule of a class, with its name escaped for CSS; one for the space between parts is a rule of the parts. */
export function writeUtility(name: string, css: string): string {
  const escaped = name.replaceAll(/[^\w-]/g, String.raw`\$&`).replace(/^\d/, String.raw`\3$& `);
  return `.${escaped}${SPACING.test(name) ? ' > * + *' : ''} { ${css}; }`;
}

const SPACING = /^(?:!|\w+:)*space-[xy]-/;

const UNIT = 4 * SCALE;
const WEIGHTS: Readonly<Record<string, number>> = {
  thin: 100,
  light: 300,
  normal: 400,
  medium: 500,
  semibold: 600,
  bold: 700,
  black: 900,
};
const PLACES: Readonly<Record<string, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  between: 'space-between',
  around: 'space-around',
  evenly: 'space-evenly',
  stretch: 'stretch',
  baseline: 'baseline',
};
const SIDES: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  t: ['-top'],
  b: ['-bottom'],
  l: ['-left'],
  r: ['-right'],
  x: ['-left', '-right'],
  y: ['-top', '-bottom'],
};
type ToCss = (first: string, second: string) => string | null;
const PATTERNS: readonly (readonly [RegExp, ToCss])[] = [
  [/^grid-cols-(\d+)$/, (count) => `grid-template-columns: repeat(${count}, minmax(0, 1fr))`],
  [/^grid-rows-(\d+)$/, (count) => `grid-template-rows: repeat(${count}, minmax(0, 1fr))`],
  [/^grid-cols-\[([^\]]+)\]$/, (value) => `grid-template-columns: ${toTracks(value)}`],
  [/^grid-rows-\[([^\]]+)\]$/, (value) => `grid-template-rows: ${toTracks(value)}`],
  [/^col-span-(\d+)$/, (count) => `grid-column: span ${count} / span ${count}`],
  [/^row-span-(\d+)$/, (count) => `grid-row: span ${count} / span ${count}`],
  [/^(?:flex-|grid-)?gap-(.+)$/, (size) => property('gap', size)],
  [/^gap-([xy])-(.+)$/, (axis, size) => property(axis === 'x' ? 'column-gap' : 'row-gap', size)],
  [
    /^space-([xy])-(.+)$/,
    (axis, size) => property(axis === 'x' ? 'margin-left' : 'margin-top', size),
  ],
  [/^size-(.+)$/, (size) => both(toSize(size))],
  [/^order-(\d+)$/, (place) => `order: ${place}`],
  [/^columns-(\d+)$/, (count) => `columns: ${count}`],
  [/^basis-(.+)$/, (size) => property('flex-basis', size)],
  [/^leading-(\d+)$/, (size) => property('line-height', size)],
  [/^rotate-(\d+)$/, (angle) => `rotate: ${angle}deg`],
  [/^scale-(\d+)$/, (share) => `scale: ${Number(share) / 100}`],
  [/^(?:flex-|grid-)?items-(\w+)$/, (place) => placed('align-items', place)],
  [/^(?:flex-|grid-)?justify-(\w+)$/, (place) => placed('justify-content', place)],
  [/^self-(\w+)$/, (place) => placed('align-self', place)],
  [/^content-(\w+)$/, (place) => placed('align-content', place)],
  [/^place-(?:items|content)-(\w+)$/, (place) => placed('place-items', place)],
  [/^text-(left|right|center|justify)$/, (side) => `text-align: ${side}`],
  [/^text-([a-z\d]+)$/, sized],
  [/^font-(\w+)$/, (weight) => (WEIGHTS[weight] ? `font-weight: ${WEIGHTS[weight]}` : null)],
  [/^(?:op|opacity)-?(\d+)$/, (share) => `opacity: ${Number(share) / 100}`],
  [/^m([tblrxy]?)-?(auto|\[?[\w./%]+\]?)$/, (side, size) => sided('margin', side, size)],
  [/^p([tblrxy]?)-?(\[?[\w./%]+\]?)$/, (side, size) => sided('padding', side, size)],
  [/^w-(.+)$/, (size) => property('width', size)],
  [/^h-(.+)$/, (size) => property('height', size)],
  [/^max-w-(.+)$/, (size) => property('max-width', size)],
  [/^max-h-(.+)$/, (size) => property('max-height', size)],
  [/^min-w-(.+)$/, (size) => property('min-width', size)],
  [/^min-h-(.+)$/, (size) => property('min-height', size)],
  [/^(top|bottom|left|right)-(.+)$/, (side, size) => property(side, size)],
  [/^abs-(?=[tblr])([tb]?)([lr]?)$/, (height, side) => cornered(height || 'tb', side || 'lr')],
  [/^inset-(.+)$/, (size) => property('inset', size)],
  [/^translate-(?:([xy])-)?(-?[\d.[].*|-?full)$/, (axis, size) => shifted(axis, size)],
  [/^z-(\d+)$/, (order) => `z-index: ${order}`],
  [/^border(?:-([tblrxy]))?(?:-(\d+))?$/, (side, width) => bordered(side, width || '1')],
  [/^border-(solid|dashed|dotted|double|none)$/, (style) => `border-style: ${style}`],
  [/^shadow(?:-(?:sm|md|lg|xl|2xl))?$/, () => 'box-shadow: 0 5px 13px rgb(0 0 0 / 20%)'],
  [/^bg-(?:gradient|linear)-to-([tblr]+)$/, graded],
  [/^(from|via|to)-(.+)$/, (end, colour) => stopped(end, colour)],
  [/^(text|bg|border)-(.+)$/, (part, colour) => coloured(part, colour)],
  [/^(?:border-)?rounded(?:-(\w+))?$/, (size) => `border-radius: ${ROUND[size] ?? '5px'}`],
];
/** Writes the sizes of columns or rows, which a class parts by commas or underscores; those within a function stay. */
function toTracks(written: string): string {
  return written.replaceAll('_', ' ').replaceAll(/,\s*(?![^()]*\))/g, ' ');
}

function bordered(side: string, width: string): string {
  return (SIDES[side] ?? [])
    .map((end) => `border${end}-width: ${px(Number(width) * SCALE)}; border${end}-style: solid`)
    .join('; ');
}
const ROUND: Readonly<Record<string, string>> = {
  full: '9999px',
  lg: '10px',
  xl: '16px',
  '2xl': '21px',
};

/** Moves an element by a length; both axes are written together, so that a class for each adds to the other. */
function shifted(axis: string | undefined, written: string): string | null {
  const size = toSize(written.replace(/^-/, ''));
  if (size === null) return null;
  const length = written.startsWith('-') ? `-${size}` : size;
  const axes = axis ? [axis] : ['x', 'y'];
  const own = axes.map((name) => `--deck-${name}: ${length}`).join('; ');
  return `${own}; translate: var(--deck-x, 0) var(--deck-y, 0)`;
}

/** Places an element at its ends; one without a height or a side reaches from end to end. */
function cornered(height: string, side: string): string {
  const ends = [...height, ...side].map((end) => `${SIDES[end]?.[0]?.slice(1)}: 0`);
  return `position: absolute; ${ends.join('; ')}`;
}

function both(size: string | null): string | null {
  return size === null ? null : `width: ${size}; height: ${size}`;
}

function property(name: string, written: string): string | null {
  const named = /width$|basis$/.test(name) ? WIDTHS[written] : undefined;
  const size = named === undefined ? toSize(written) : px(named * SCALE);
  return size === null ? null : `${name}: ${size}`;
}

function placed(name: string, place: string): string | null {
  return PLACES[place] ? `${name}: ${PLACES[place]}` : null;
}

function sided(name: string, side: string, written: string): string | null {
  const size = toSize(written);
  if (size === null) return null;
  return (SIDES[side] ?? []).map((end) => `${name}${end}: ${size}`).join('; ');
}

/** Converts a size: a number of units, a fraction, a share, a word, or a length in brackets. */
function toSize(written: string): string | null {
  const words = written.replace(/^\[(.*)\]$/, '$1').replaceAll('_', ' ');
  if (words === 'auto') return 'auto';
  if (words === 'full' || words === 'screen') return '100%';
  if (words === 'px') return '1px';
  if (/^(?:min|max|fit)$/.test(words)) return `${words}-content`;
  if (/^\d+(?:\.\d+)?$/.test(words)) return px(Number(words) * UNIT);
  const [, above, below] = /^(\d+)\/(\d+)$/.exec(words) ?? [];
  if (above && below) return `${Number(((Number(above) / Number(below)) * 100).toFixed(3))}%`;
  const [, length, unit] = /^(\d*\.?\d+)(px|rem|em|%|vh|vw|ch)$/.exec(words) ?? [];
  if (length === undefined) return null;
  return unit === 'px' ? px(Number(length) * SCALE) : `${length}${unit}`;
}
