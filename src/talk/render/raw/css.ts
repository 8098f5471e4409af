import { TokenType, stringify, type CSSToken } from '@csstools/css-tokenizer';
import {
  isGap,
  parseItems,
  readTokens,
  splitAtCommas,
  type CssItem,
} from '../../html/css-items.ts';
import { renameHash, renameValues, type OwnNames } from './css-names.ts';

/** At-rules that contain rules, to which the scope applies as well. */
const GROUPS = new Set(['media', 'supports', 'layer', 'container', 'starting-style']);
/** At-rules that define a name; they are outside the scope. */
const NAMING = new Set([
  'font-face',
  'property',
  'counter-style',
  'font-palette-values',
  'font-feature-values',
  'position-try',
]);
/** Maximum nesting of groups. */
const MAX_GROUPS = 16;
const KEYFRAMES = /^(?:-\w+-)?keyframes$/;
/** Selectors for the whole slide, which become the slide itself. */
const WHOLE = new Set(['html', 'body', ':root', '.reveal', '.slides', '.reveal .slides']);
const TAG_START = /<(?=[a-z/!?])/gi;
/** A condition that is always true; it lets a selector begin outside the scope if it ends inside. */
const ANYWHERE = ':where(:scope,*)';

/** What `h1` selects: titles are written with one `#`, and most are `h2` on the page. It weighs as much as before. */
const TITLE: CSSToken = [TokenType.Ident, ':is(h1,:where(.slide-title))', 0, 0, { value: 'h1' }];
/** Before a name, these make it something else than the name of an element. */
const BEFORE_OTHER_NAMES = new Set([TokenType.Colon, TokenType.OpenSquare]);

/** Lists the keyframe names of a stylesheet. */
export function listKeyframes(css: string): string[] {
  return parseItems(readTokens(css)).flatMap(({ name, prelude }) =>
    name !== null && KEYFRAMES.test(name) ? readName(prelude) : [],
  );
}

/** Scopes a stylesheet to the slide that contains it. */
export function scopeCss(css: string, keyframes: ReadonlySet<string>, names: OwnNames): string {
  const inside: string[] = [];
  const outside: string[] = [];
  for (const item of parseItems(readTokens(css))) {
    if (item.name !== null && KEYFRAMES.test(item.name)) outside.push(renameKeyframes(item, names));
    else if (item.name !== null && NAMING.has(item.name)) outside.push(writeItem(item));
    else if (isScoped(item)) inside.push(scopeItem(item, keyframes, names));
  }
  const scoped = inside.length > 0 ? [`@scope{${inside.join('\n')}}`] : [];
  // In SVG, a style is parsed as markup, so nothing in it may look like a tag.
  return [...outside, ...scoped].join('\n').replace(TAG_START, '\\3c ');
}

/** Lists the ids in the selectors of a stylesheet. */
export function listSelectedIds(css: string): string[] {
  return listRules(parseItems(readTokens(css))).flatMap(({ name, prelude }) => {
    if (name !== null) return [];
    return prelude.flatMap((token) => (token[0] === TokenType.Hash ? token[4].value : []));
  });
}

/** Lists the rules of a stylesheet that would affect other slides or are nested too deep; they are removed. */
export function listForbidden(css: string): CssItem[] {
  const items = parseItems(readTokens(css));
  const outer = items.filter((item) => !isScoped(item) && !isNaming(item));
  const inner = listRules(items).filter(
    ({ name, block }) => isGroup({ name }) && !block && name !== 'layer',
  );
  return [...outer, ...inner];
}

/** Lists rules with their nested rules; a group nested too deep loses its content. */
function listRules(items: readonly CssItem[], depth = 0): CssItem[] {
  return items.flatMap((item) => {
    if (!isGroup(item) || !item.block) return [item];
    if (depth >= MAX_GROUPS) return [{ ...item, block: null }];
    return [item, ...listRules(parseItems(item.block), depth + 1)];
  });
}

function isGroup({ name }: Pick<CssItem, 'name'>): boolean {
  return name !== null && GROUPS.has(name);
}

function isNaming({ name }: CssItem): boolean {
  return name !== null && (NAMING.has(name) || KEYFRAMES.test(name));
}

function isScoped({ name, block }: CssItem): boolean {
  return name === null ? block !== null : name === 'scope' || GROUPS.has(name);
}

function scopeItem(
  item: CssItem,
  keyframes: ReadonlySet<string>,
  names: OwnNames,
  depth = 0,
): string {
  const { name, prelude, block } = item;
  if (isGroup(item) && block) {
    if (depth >= MAX_GROUPS) return '';
    const rules = parseItems(block).map((each) => scopeItem(each, keyframes, names, depth + 1));
    return `@${name}${write(prelude)}{${rules.join('\n')}}`;
  }
  const written = { ...item, block: block && renameValues(block, keyframes, names) };
  if (name !== null) return writeItem(written);
  const selectors = splitAtCommas(prelude).map((part) => scopeSelector(part, names.ids));
  return writeItem({ ...written, prelude: [] }, selectors.join(','));
}

/** Lets a selector match ancestors in the whole page; its target must be on the slide. */
function scopeSelector(tokens: readonly CSSToken[], ids: OwnNames['ids']): string {
  const part = tokens.map((token, at) =>
    isTitleName(token, tokens[at - 1]) ? TITLE : renameHash(token, ids),
  );
  const selector = write(part.filter(([type]) => type !== TokenType.Comment)).trim();
  if (WHOLE.has(selector.toLowerCase())) return ':scope';
  const isBound = part.some(
    (token, at) =>
      isDelim(token, '&') || (isWord(token, 'scope') && part[at - 1]?.[0] === TokenType.Colon),
  );
  const first = part.findIndex((token) => !isGap(token));
  const start = part[first];
  if (isBound || !start || ['>', '+', '~'].some((sign) => isDelim(start, sign))) return selector;
  const hasName = start[0] === TokenType.Ident || isDelim(start, '*');
  const end = hasName ? first + 1 : first;
  return write(part.slice(0, end)).trim() + ANYWHERE + write(part.slice(end)).trimEnd();
}

function isTitleName(token: CSSToken, before: CSSToken | undefined): boolean {
  if (token[0] !== TokenType.Ident || token[4].value.toLowerCase() !== 'h1') return false;
  if (!before) return true;
  return !BEFORE_OTHER_NAMES.has(before[0]) && !isDelim(before, '.') && !isDelim(before, '=');
}

function renameKeyframes(item: CssItem, { prefix }: OwnNames): string {
  const [name = ''] = readName(item.prelude);
  return writeItem({ ...item, prelude: [] }, ` ${prefix}${name}`);
}

function readName(prelude: readonly CSSToken[]): string[] {
  const found = prelude.find(([type]) => type === TokenType.Ident || type === TokenType.String);
  return found?.[0] === TokenType.Ident || found?.[0] === TokenType.String ? [found[4].value] : [];
}

function isDelim(token: CSSToken, sign: string): boolean {
  return token[0] === TokenType.Delim && token[4].value === sign;
}

function isWord(token: CSSToken, word: string): boolean {
  return token[0] === TokenType.Ident && token[4].value.toLowerCase() === word;
}

function writeItem({ name, prelude, block }: CssItem, head = write(prelude)): string {
  const start = name === null ? head.trim() : `@${name}${head}`;
  return block ? `${start}{${write(block)}}` : `${start};`;
}

function write(tokens: readonly CSSToken[]): string {
  return stringify(...tokens);
}
