import { TokenType, stringify, type CSSToken } from '@csstools/css-tokenizer';
import { isGap } from './css-items.ts';
import type { Attribute } from './tags.ts';

/** How much of a selector is decided by the tag of an element alone. */
export type Certainty =
  /** All of it. */
  | 'sure'
  /** Its last part; the others name elements around or before it. */
  | 'structural'
  /** Its last part; the others hold at times, such as while a pointer is over the element. */
  | 'passing';

/** A selector, as far as the tag of one element can decide it. */
export interface Selector {
  text: string;
  certainty: Certainty;
  /** What the element itself must be; null for a tag of any name. */
  tag: string | null;
  classes: readonly string[];
  ids: readonly string[];
  /** The larger it is, the more it has to say. */
  specificity: number;
}

/** Elements around the content of every slide. */
const ALWAYS_AROUND = new Set(['html', 'body', ':root', '.reveal', '.slides', 'section', '.slide']);
/** Classes that the deck, print and reading view set and take away. */
const STATES = new Set(
  'deck print read fragment visible current-fragment is-later present past future'.split(' '),
);
const STRUCTURAL =
  /^(?:(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)|is|where|not|has|empty|scope)$/;
const PSEUDO_ELEMENTS = new Set(['before', 'after', 'first-letter', 'first-line']);
const COMBINATORS = new Set(['>', '+', '~', '|']);

/** Parses a selector without commas; null for one of a part of an element, such as `::before`. */
export function parseSelector(tokens: readonly CSSToken[]): Selector | null {
  const plain = tokens.filter(([type]) => type !== TokenType.Comment);
  const text = stringify(...plain).trim();
  if (text === '') return null;
  const compounds = splitCompounds(plain);
  const last = compounds.at(-1) ?? [];
  const parsed = compounds.map(parseCompound);
  const own = parseCompound(last);
  if (own.isOfPart) return null;
  const isRelative = plain.some((token) => isCombinator(token));
  const around = compounds.slice(0, -1).map((compound) => stringify(...compound).toLowerCase());
  const isApart = isRelative || around.some((each) => !ALWAYS_AROUND.has(each));
  const isPassing = parsed.some((compound) => compound.certainty === 'passing');
  const isStructural = isApart || own.certainty === 'structural';
  const all = parsed.map(({ weight }) => weight);
  return {
    text,
    certainty: isPassing ? 'passing' : isStructural ? 'structural' : 'sure',
    tag: own.tag,
    classes: own.classes,
    ids: own.ids,
    specificity: all.reduce((sum, weight) => sum + weight, 0),
  };
}

/** Checks whether an element matches the last part of a selector. */
export function matchesLast(
  { tag, classes, ids }: Selector,
  name: string,
  attributes: readonly Attribute[],
): boolean {
  if (tag !== null && tag !== name) return false;
  const valueOf = (wanted: string) => attributes.find((each) => each.name === wanted)?.value ?? '';
  const own = new Set(classes.length > 0 ? valueOf('class').split(/\s+/) : []);
  return classes.every((each) => own.has(each)) && ids.every((each) => each === valueOf('id'));
}

interface Compound extends Pick<Selector, 'certainty' | 'tag' | 'classes' | 'ids'> {
  weight: number;
  isOfPart: boolean;
}

function parseCompound(tokens: readonly CSSToken[]): Compound {
  const classes: string[] = [];
  const ids: string[] = [];
  let tag: string | null = null;
  let certainty: Certainty = 'sure';
  let isOfPart = false;
  let depth = 0;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const isClass = token[0] === TokenType.Ident && before?.[1] === '.';
    if (isClass && STATES.has(token[4].value)) certainty = 'passing';
    if (token[0] === TokenType.CloseParen) depth--;
    if (token[0] === TokenType.OpenSquare) certainty = 'passing';
    if (depth === 0) {
      const pseudo = before?.[0] === TokenType.Colon ? wordOf(token) : null;
      if (pseudo !== null) {
        isOfPart ||= tokens[at - 2]?.[0] === TokenType.Colon || PSEUDO_ELEMENTS.has(pseudo);
        certainty = certainty !== 'passing' && STRUCTURAL.test(pseudo) ? 'structural' : 'passing';
      } else if (isClass) classes.push(token[4].value);
      else if (token[0] === TokenType.Hash) ids.push(token[4].value);
      else if (token[0] === TokenType.Ident && at === 0) tag = token[4].value.toLowerCase();
      else if (token[1] === '&' || (token[1] === '*' && tokens.length === 1)) {
        certainty = certainty === 'passing' ? certainty : 'structural';
      }
    }
    if (token[0] === TokenType.Function) depth++;
  });
  const weight = ids.length * 1e6 + classes.length * 1e3 + (tag === null ? 0 : 1);
  return { certainty, tag, classes, ids, weight, isOfPart };
}

function wordOf(token: CSSToken): string | null {
  return token[0] === TokenType.Ident || token[0] === TokenType.Function
    ? token[4].value.toLowerCase()
    : null;
}

/** Splits a selector at the blanks and signs between its parts, not at those within brackets. */
function splitCompounds(tokens: readonly CSSToken[]): CSSToken[][] {
  const compounds: CSSToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const [type] = token;
    if (type === TokenType.CloseParen || type === TokenType.CloseSquare) depth--;
    if (depth === 0 && (isGap(token) || isCombinator(token))) compounds.push([]);
    else compounds.at(-1)?.push(token);
    if (
      type === TokenType.Function ||
      type === TokenType.OpenParen ||
      type === TokenType.OpenSquare
    )
      depth++;
  }
  return compounds.filter((compound) => compound.length > 0);
}

function isCombinator([type, raw]: CSSToken): boolean {
  return type === TokenType.Delim && COMBINATORS.has(raw);
}
