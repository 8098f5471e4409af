import { TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { isGap, parseItems, readTokens, splitAtCommas, type CssItem } from './css-items.ts';
import { listDeclarations, type Declaration } from './declarations.ts';
import { matchesLast, parseSelector, type Selector } from './selector.ts';
import type { Attribute } from './tags.ts';

/** A rule of a slide's own style, with one selector. */
export interface StyleRule {
  selector: Selector;
  declarations: readonly Declaration[];
  /** Where its selector begins in the style. */
  offset: number;
  /** Its place among the rules of the slide. */
  order: number;
}

/** The rules of a slide, also by the first class, id or tag that their elements must have. */
export interface RuleSet {
  all: readonly StyleRule[];
  byKey: ReadonlyMap<string, readonly StyleRule[]>;
}

/** What the rules of a slide say of an element. */
export interface RuleStyle {
  /** What holds below the element's own style, and what holds above it. */
  normal: ReadonlyMap<string, string>;
  important: ReadonlyMap<string, string>;
  /** Rules that may or may not apply to the element. */
  doubtful: readonly StyleRule[];
}

/** At-rules with conditional rules, and at-rules with rules of lower priority. */
const PASSING_GROUPS = new Set(['media', 'container', 'supports']);
const STRUCTURAL_GROUPS = new Set(['layer', 'scope']);
/** How deep rules may be in each other. */
const MAX_DEPTH = 16;
/** Properties that the deck itself sets on what comes with a step. */
const OF_STEPS = ['opacity', 'visibility'];

/** Parses the rules of a style; its `media` can make them conditional. */
export function parseRules(css: string, certainty: Selector['certainty'] = 'sure'): StyleRule[] {
  return parseItems(readTokens(css)).flatMap((item) => readItem(item, certainty, 0));
}

/** Sorts rules for looking them up by an element; a style can have thousands. */
export function indexRules(all: readonly StyleRule[]): RuleSet {
  const byKey = new Map<string, StyleRule[]>();
  for (const rule of all) {
    const { classes, ids, tag } = rule.selector;
    const key =
      classes.length > 0 ? `.${classes[0]}` : ids.length > 0 ? `#${ids[0]}` : (tag ?? '*');
    const known = byKey.get(key);
    if (known) known.push(rule);
    else byKey.set(key, [rule]);
  }
  return { all, byKey };
}

/** Returns what rules say of an element with a tag. */
export function findRuleStyle(
  rules: RuleSet,
  name: string,
  attributes: readonly Attribute[],
): RuleStyle {
  const own = findCandidates(rules, name, attributes).filter(({ selector }) =>
    matchesLast(selector, name, attributes),
  );
  const doubtful = own.filter(({ selector }) => selector.certainty !== 'sure');
  const sure = own
    .filter(({ selector }) => selector.certainty === 'sure')
    .sort((a, b) => a.selector.specificity - b.selector.specificity)
    .flatMap(({ declarations }) => declarations);
  const classes = attributes.find((each) => each.name === 'class')?.value.split(/\s+/) ?? [];
  const left = classes.includes('fragment')
    ? sure.filter(({ property }) => !OF_STEPS.includes(property))
    : sure;
  const toMap = (isImportant: boolean) =>
    new Map(
      left
        .filter((each) => each.isImportant === isImportant)
        .map(({ property, value }) => [property, value]),
    );
  return { normal: toMap(false), important: toMap(true), doubtful };
}

/** Finds the rules that could match an element, in their order. */
function findCandidates(
  { byKey }: RuleSet,
  name: string,
  attributes: readonly Attribute[],
): StyleRule[] {
  const valueOf = (wanted: string) => attributes.find((each) => each.name === wanted)?.value;
  const classes = valueOf('class')?.split(/\s+/) ?? [];
  const keys = new Set([
    '*',
    name,
    `#${valueOf('id') ?? ''}`,
    ...classes.map((each) => `.${each}`),
  ]);
  return [...keys].flatMap((key) => byKey.get(key) ?? []).sort((a, b) => a.order - b.order);
}

function readItem(item: CssItem, certainty: Selector['certainty'], depth: number): StyleRule[] {
  const { name, prelude, block, offset } = item;
  if (!block || depth > MAX_DEPTH) return [];
  if (name !== null) {
    const inner = PASSING_GROUPS.has(name) ? 'passing' : weaken(certainty);
    if (!PASSING_GROUPS.has(name) && !STRUCTURAL_GROUPS.has(name)) return [];
    return parseItems(block).flatMap((each) => readItem(each, inner, depth + 1));
  }
  const { own, nested } = splitNested(block);
  const declarations = listDeclarations(own);
  const rules = splitAtCommas(prelude).flatMap((part) => {
    const selector = parseSelector(part);
    if (!selector) return [];
    const start = part.find((token) => !isGap(token))?.[2] ?? offset;
    return [{ selector: atLeast(selector, certainty), declarations, offset: start, order: 0 }];
  });
  const inner = nested.flatMap((tokens) => parseItems(tokens));
  return [
    ...rules,
    // Only the last part of a nested selector is known; a group in a rule holds for the rule's own elements.
    ...inner.flatMap((each) => {
      if (each.name === null) return readItem(each, weaken(certainty), depth + 1);
      const wrapped = { ...each, name: null, prelude };
      return PASSING_GROUPS.has(each.name) ? readItem(wrapped, 'passing', depth + 1) : [];
    }),
  ];
}

function weaken(certainty: Selector['certainty']): Selector['certainty'] {
  return certainty === 'sure' ? 'structural' : certainty;
}

function atLeast(selector: Selector, certainty: Selector['certainty']): Selector {
  if (certainty === 'sure' || selector.certainty === 'passing') return selector;
  return { ...selector, certainty };
}

/** Parts the declarations of a block from the rules that are nested in it. */
function splitNested(block: readonly CSSToken[]): { own: CSSToken[]; nested: CSSToken[][] } {
  const own: CSSToken[] = [];
  const nested: CSSToken[][] = [];
  let segment: CSSToken[] = [];
  let depth = 0;
  for (const token of block) {
    segment.push(token);
    if (token[0] === TokenType.OpenCurly) depth++;
    if (token[0] === TokenType.CloseCurly && depth > 0 && --depth === 0) {
      nested.push(segment);
      segment = [];
    } else if (token[0] === TokenType.Semicolon && depth === 0) {
      own.push(...segment);
      segment = [];
    }
  }
  if (depth > 0) nested.push(segment);
  else own.push(...segment);
  return { own, nested };
}
