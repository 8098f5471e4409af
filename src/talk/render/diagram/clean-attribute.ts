import { DIAGRAM_COLOURS } from '../../model/diagram/diagram-source.ts';
import type { Element } from '../raw/nodes.ts';
import { ATTRIBUTES } from './drawing-lists.ts';
import { prefixClasses, renameUrls } from './drawing-names.ts';

/** State of cleaning one drawing. */
export interface Cleaning {
  prefix: string;
  ids: Set<string>;
  leftOut: Set<string>;
  sizes: Set<number>;
  count: number;
  hasStyle: boolean;
  /** Whether its unit is so small that a hundredth of it is not seen. */
  isLarge: boolean;
}

const THEMED: ReadonlyMap<string, string> = new Map(Object.values(DIAGRAM_COLOURS));
const NAMES: Readonly<Record<string, string>> = { black: '#1b1916', white: '#fbf9f4' };
const COLOURED = new Set(['fill', 'stroke', 'stop-color']);
const REFERENCES = new Set(['href']);
/** A whole number of a path or a list. Arcs stay as they are: their flags may touch the number that follows. */
const NUMBER = /[aA][^a-zA-Z]*|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;
const LONG = /^-?\d*\.\d{3,}/;
const WORDS = 'data-part';

type NamedAttribute = Element['attrs'][number];

/** Returns what an attribute becomes: itself, with names and colours of the page, or nothing. */
export function cleanAttribute(
  attribute: NamedAttribute,
  { tagName }: Element,
  state: Cleaning,
): NamedAttribute[] {
  const { name, value } = attribute;
  const { prefix, ids } = state;
  if (name === 'id') return ids.has(value) ? [{ name, value: prefix + value }] : [];
  if (name === 'class') return state.hasStyle ? [{ name, value: prefixClasses(value) }] : [];
  if (REFERENCES.has(name)) {
    const isOwn = value.startsWith('#') && tagName !== 'a';
    return isOwn ? [{ name, value: `#${prefix}${value.slice(1)}` }] : [];
  }
  if (!ATTRIBUTES.has(name)) {
    if (name.startsWith('on')) state.leftOut.add(name);
    return [];
  }
  if (name === 'font-size') state.sizes.add(parseFloat(value));
  if (COLOURED.has(name)) return [{ name, value: toTheme(value, prefix) }];
  const own = renameUrls(value, prefix);
  if (own === null) return [];
  const isNumbers = state.isLarge && name !== WORDS;
  return [{ name, value: isNumbers ? own.replaceAll(NUMBER, shorten) : own }];
}

/** Drops decimals that nothing on a slide shows. A path may have its numbers without spaces: `1.004.5` are two. */
function shorten(number: string, at: number, text: string): string {
  if (!LONG.test(number)) return number;
  const short = String(Number(Number(number).toFixed(2)));
  const before = /[\d.]/.test(text.charAt(at - 1)) && !short.startsWith('-') ? ' ' : '';
  const isLost = !short.includes('.') && text.charAt(at + number.length) === '.';
  return before + short + (isLost ? ' ' : '');
}

/** Returns a colour of the theme for one that the program was given. */
function toTheme(value: string, prefix: string): string {
  const colour = value.trim().toLowerCase();
  const given = NAMES[colour] ?? colour;
  return THEMED.get(given) ?? renameUrls(value, prefix) ?? 'none';
}
