import { coloured, graded, stopped } from './utility-colours.ts';
import { px, SCALE, sized } from './utility-sizes.ts';

/** Converts a class of UnoCSS that only lays out, sizes or sets text into CSS; null for any other class. */
export function utilityRule(name: string): string | null {
  const own = name.startsWith('!') ? name.slice(1) : name;
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

/** Writes the rule of a class, with its name escaped for CSS. */
export function writeUtility(name: string, css: string): string {
  return `.${name.replaceAll(/[^\w-]/g, String.raw`\$&`).replace(/^\d/, String.raw`\3$& `)} { ${css}; }`;
}

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
const FIXED: Readonly<Record<string, string>> = {
  flex: 'display: flex',
  'inline-flex': 'display: inline-flex',
  grid: 'display: grid',
  block: 'display: block',
  inline: 'display: inline',
  'inline-block': 'display: inline-block',
  contents: 'display: contents',
  'flex-col': 'flex-direction: column',
  'flex-row': 'flex-direction: row',
  'flex-wrap': 'flex-wrap: wrap',
  'flex-nowrap': 'flex-wrap: nowrap',
  'flex-1': 'flex: 1 1 0%',
  'flex-auto': 'flex: 1 1 auto',
  'flex-none': 'flex: none',
  'flex-grow': 'flex-grow: 1',
  grow: 'flex-grow: 1',
  absolute: 'position: absolute',
  relative: 'position: relative',
  italic: 'font-style: italic',
  underline: 'text-decoration: underline',
  'line-through': 'text-decoration: line-through',
  uppercase: 'text-transform: uppercase',
  lowercase: 'text-transform: lowercase',
  capitalize: 'text-transform: capitalize',
  'font-mono': 'font-family: var(--font-mono)',
  'leading-none': 'line-height: 1',
  'leading-tight': 'line-height: 1.25',
  'leading-relaxed': 'line-height: 1.625',
  'whitespace-nowrap': 'white-space: nowrap',
  'overflow-hidden': 'overflow: hidden',
  'object-contain': 'object-fit: contain',
  'object-cover': 'object-fit: cover',
  'list-none': 'list-style: none',
  // Words with a gradient as their colour have its first colour, which every export shows.
  'bg-clip-text': 'background-image: none !important; color: var(--deck-from, inherit)',
  'text-transparent': 'opacity: 1',
};

type ToCss = (first: string, second: string) => string | null;
const PATTERNS: readonly (readonly [RegExp, ToCss])[] = [
  [/^grid-cols-(\d+)$/, (count) => `grid-template-columns: repeat(${count}, minmax(0, 1fr))`],
  [/^grid-rows-(\d+)$/, (count) => `grid-template-rows: repeat(${count}, minmax(0, 1fr))`],
  [/^grid-cols-\[([^\]]+)\]$/, (value) => `grid-template-columns: ${value.replaceAll('_', ' ')}`],
  [/^col-span-(\d+)$/, (count) => `grid-column: span ${count} / span ${count}`],
  [/^row-span-(\d+)$/, (count) => `grid-row: span ${count} / span ${count}`],
  [/^(?:flex-|grid-)?gap-(.+)$/, (size) => property('gap', size)],
  [/^gap-([xy])-(.+)$/, (axis, size) => property(axis === 'x' ? 'column-gap' : 'row-gap', size)],
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

function property(name: string, written: string): string | null {
  const size = toSize(written);
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
  if (/^\d+(?:\.\d+)?$/.test(words)) return px(Number(words) * UNIT);
  const [, above, below] = /^(\d+)\/(\d+)$/.exec(words) ?? [];
  if (above && below) return `${Number(((Number(above) / Number(below)) * 100).toFixed(3))}%`;
  const [, length, unit] = /^(\d*\.?\d+)(px|rem|em|%|vh|vw|ch)$/.exec(words) ?? [];
  if (length === undefined) return null;
  return unit === 'px' ? px(Number(length) * SCALE) : `${length}${unit}`;
}
