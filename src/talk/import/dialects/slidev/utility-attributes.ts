import type { TagPiece } from '../../../html/tags.ts';
import { utilityRule } from './utility-classes.ts';

type Attributes = TagPiece['attributes'];

/**
 * Splits the attributes of an element into those of HTML and the classes that UnoCSS reads from others. `mx-auto` is that
 * class, `w="90%"` is `w-90%`, and `grid="~ cols-2 gap-2"` is `grid`, `grid-cols-2` and `gap-2`.
 */
export function splitUtilities(attributes: Attributes): { others: Attributes; names: string[] } {
  const names: string[] = [];
  const others = attributes.filter(({ name, value }) => {
    const classes =
      value.trim() === '' ? [name] : GROUPS.test(name) ? joinGroup(name, splitWords(value)) : [];
    const isUtility = classes.some((each) => utilityRule(each) !== null);
    if (isUtility) names.push(...classes);
    return !isUtility;
  });
  return { others, names };
}

/** Writes out the groups in a list of classes: `text-(sm center)` is `text-sm` and `text-center`. */
export function openGroups(classes: string): string {
  return classes.replaceAll(GROUP, (_, start: string, name: string, inner: string) => {
    const joined = joinGroup(name, splitWords(inner));
    return start + joined.join(' ');
  });
}

/** Joins the name of a group with its words; a word that is a class by itself stays one. */
function joinGroup(name: string, words: readonly string[]): string[] {
  return words.map((word) => {
    if (word === '~') return name;
    const sign = word.startsWith('-') ? '-' : '';
    const end = word.slice(sign.length);
    const forms = [`${sign}${name}-${end}`, `${sign}${name}${end}`, word];
    return forms.find((form) => utilityRule(form) !== null) ?? `${name}-${word}`;
  });
}

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

const GROUP = /(^|\s)([a-z][\w-]*)-\(([^()]*)\)/g;

/** Adds names to the classes of an element. */
export function addClass(attributes: Attributes, names: string): Attributes {
  const given = attributes.find(({ name }) => name === 'class');
  if (!given) return [...attributes, { name: 'class', value: names }];
  return attributes.map((each) =>
    each === given ? { ...each, value: `${each.value} ${names}`.trim() } : each,
  );
}

/** Leaves out what makes an element smaller as a whole. */
export function withoutScale(attributes: Attributes): Attributes {
  return attributes.map((each) => {
    if (each.name === 'style') return { ...each, value: each.value.replaceAll(SCALE, '').trim() };
    const names = each.value
      .split(/\s+/)
      .filter((name) => !/^(?:scale-\d{1,2}|transform)$/.test(name));
    return each.name === 'class' ? { ...each, value: names.join(' ') } : each;
  });
}

const SCALE = /(?:\btransform\s*:\s*scale\(\s*0?\.\d+\s*\)|\b(?:scale|zoom)\s*:\s*0?\.\d+)\s*;?/g;

/** Attributes whose words are the ends of classes. */
const GROUPS =
  /^(?:[wh]|m[tblrxy]?|p[tblrxy]?|max-[wh]|min-[wh]|text|font|bg|flex|grid|gap|op|opacity|rounded|items|justify|self|border|leading)$/;
