import type { TagPiece } from '../../../html/tags.ts';
import { utilityRule } from './utility-classes.ts';

type Attributes = TagPiece['attributes'];

/**
 * Splits the attributes of an element into those of HTML and the classes that UnoCSS reads from others. `mx-auto` is that
 * class, `w="90%"` is `w-90%`, and `flex="~ col"` is `flex` and `flex-col`.
 */
export function splitUtilities(attributes: Attributes): { others: Attributes; names: string[] } {
  const names: string[] = [];
  const others = attributes.filter(({ name, value }) => {
    const classes =
      value.trim() === ''
        ? [name]
        : GROUPS.test(name)
          ? value.split(/\s+/).map((word) => (word === '~' ? name : `${name}-${word}`))
          : [];
    const isUtility = classes.length > 0 && classes.every((each) => utilityRule(each) !== null);
    if (isUtility) names.push(...classes);
    return !isUtility;
  });
  return { others, names };
}

/** Adds names to the classes of an element. */
export function addClass(attributes: Attributes, names: string): Attributes {
  const given = attributes.find(({ name }) => name === 'class');
  if (!given) return [...attributes, { name: 'class', value: names }];
  return attributes.map((each) =>
    each === given ? { ...each, value: `${each.value} ${names}`.trim() } : each,
  );
}

/** Attributes whose words are the ends of classes. */
const GROUPS =
  /^(?:[wh]|m[tblrxy]?|p[tblrxy]?|max-[wh]|min-[wh]|text|font|bg|flex|grid|gap|op|opacity|rounded|items|justify|self|border|leading)$/;
