import { TokenType, stringify, type CSSToken } from '@csstools/css-tokenizer';
import {
  isGap,
  parseItems,
  readTokens,
  splitAtCommas,
  withRaw,
  type CssItem,
} from './css-items.ts';

/** The names that are a slide's own: each becomes another, so that no slide takes the one of another. */
export interface OwnNames {
  /** Ids of elements, by the author's name. */
  ids: ReadonlyMap<string, string>;
  /** What begins the names of keyframes. */
  prefix: string;
}

/** At-rules that hold other rules, for which the scope holds as well. */
const GROUPS = new Set(['media', 'supports', 'layer', 'container', 'starting-style']);
/** At-rules that name something; they stand outside of the scope. */
const NAMING = new Set([
  'font-face',
  'property',
  'counter-style',
  'font-palette-values',
  'font-feature-values',
  'position-try',
]);
const KEYFRAMES = /^(?:-\w+-)?keyframes$/;
const ANIMATION = /^(?:-\w+-)?animation(?:-name)?$/i;
/** What authors call the whole slide; it becomes the slide itself. */
const WHOLE = new Set(['html', 'body', ':root', '.reveal', '.slides', '.reveal .slides']);
const TAG_START = /<(?=[a-z/!?])/gi;
/** Always true; with it a selector may begin outside of the scope, as long as it ends within. */
const ANYWHERE = ':where(:scope,*)';

/** Finds the names of the keyframes that a stylesheet holds. */
export function listKeyframes(css: string): string[] {
  return parseItems(readTokens(css)).flatMap(({ name, prelude }) =>
    name !== null && KEYFRAMES.test(name) ? readName(prelude) : [],
  );
}

/** Makes a stylesheet hold for the slide alone in which its element stands. */
export function scopeCss(css: string, keyframes: ReadonlySet<string>, names: OwnNames): string {
  const inside: string[] = [];
  const outside: string[] = [];
  for (const item of parseItems(readTokens(css))) {
    if (item.name !== null && KEYFRAMES.test(item.name)) outside.push(renameKeyframes(item, names));
    else if (item.name !== null && NAMING.has(item.name)) outside.push(writeItem(item));
    else if (isScoped(item)) inside.push(scopeItem(item, keyframes, names));
  }
  const scoped = inside.length > 0 ? [`@scope{${inside.join('\n')}}`] : [];
  // Inside of SVG the content of a style is no text of its own, so nothing in it may look like a tag.
  return [...outside, ...scoped].join('\n').replace(TAG_START, '\\3c ');
}

/** Writes a value of CSS with the slide's own names for what it refers to. */
export function renameInCss(css: string, keyframes: ReadonlySet<string>, names: OwnNames): string {
  return write(renameValues(readTokens(css), keyframes, names));
}

/** Lists the ids that a value or a stylesheet refers to. */
export function listReferences(css: string): string[] {
  return readTokens(css).flatMap((token, at, tokens) => readReference(token, tokens[at - 1]) ?? []);
}

/** Lists the ids that the selectors of a stylesheet name. */
export function listSelectedIds(css: string): string[] {
  return parseItems(readTokens(css)).flatMap(function listIn(item): string[] {
    if (item.name !== null) return item.block ? parseItems(item.block).flatMap(listIn) : [];
    return item.prelude.flatMap((token) => (token[0] === TokenType.Hash ? token[4].value : []));
  });
}

/** Lists the rules of a stylesheet that would reach over the slide; they are left out. */
export function listForbidden(css: string): CssItem[] {
  return parseItems(readTokens(css)).filter((item) => !isScoped(item) && !isNaming(item));
}

function isNaming({ name }: CssItem): boolean {
  return name !== null && (NAMING.has(name) || KEYFRAMES.test(name));
}

function isScoped({ name, block }: CssItem): boolean {
  return name === null ? block !== null : name === 'scope' || GROUPS.has(name);
}

function scopeItem(item: CssItem, keyframes: ReadonlySet<string>, names: OwnNames): string {
  const { name, prelude, block } = item;
  if (name !== null && name !== 'scope' && block) {
    const rules = parseItems(block).map((each) => scopeItem(each, keyframes, names));
    return `@${name}${write(prelude)}{${rules.join('\n')}}`;
  }
  const written = { ...item, block: block && renameValues(block, keyframes, names) };
  if (name !== null) return writeItem(written);
  const selectors = splitAtCommas(prelude).map((part) => scopeSelector(part, names.ids));
  return writeItem({ ...written, prelude: [] }, selectors.join(','));
}

/** Lets a selector match as it would in the whole page; what it matches still has to stand on the slide. */
function scopeSelector(tokens: readonly CSSToken[], ids: OwnNames['ids']): string {
  const part = tokens.map((token) => renameHash(token, ids));
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

function renameKeyframes(item: CssItem, { prefix }: OwnNames): string {
  const [name = ''] = readName(item.prelude);
  return writeItem({ ...item, prelude: [] }, ` ${prefix}${name}`);
}

function readName(prelude: readonly CSSToken[]): string[] {
  const found = prelude.find(([type]) => type === TokenType.Ident || type === TokenType.String);
  return found?.[0] === TokenType.Ident || found?.[0] === TokenType.String ? [found[4].value] : [];
}

function renameValues(
  tokens: readonly CSSToken[],
  keyframes: ReadonlySet<string>,
  { ids, prefix }: OwnNames,
): CSSToken[] {
  let property = '';
  let word = '';
  return tokens.map((token, at) => {
    if (token[0] === TokenType.Colon) property = word;
    if (token[0] === TokenType.Semicolon || token[0] === TokenType.CloseCurly) property = '';
    if (!isGap(token)) word = token[0] === TokenType.Ident ? token[4].value : '';
    const isName = token[0] === TokenType.Ident || token[0] === TokenType.String;
    if (isName && ANIMATION.test(property) && keyframes.has(token[4].value)) {
      return withRaw(token, prefix + token[4].value);
    }
    const id = readReference(token, tokens[at - 1]);
    const own = id === undefined ? undefined : ids.get(id);
    if (own === undefined) return token;
    return withRaw(token, token[0] === TokenType.URL ? `url(${quote(own)})` : quote(own));
  });
}

/** Writes an address within the page as a string. */
function quote(id: string): string {
  return `"#${id.replaceAll(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}

/** The id that a token refers to, as `url(#id)` or `url("#id")`. */
function readReference(token: CSSToken, before: CSSToken | undefined): string | undefined {
  const isQuoted =
    token[0] === TokenType.String &&
    before?.[0] === TokenType.Function &&
    before[4].value.toLowerCase() === 'url';
  if (token[0] !== TokenType.URL && !isQuoted) return undefined;
  const { value } = token[4] as { value: string };
  return value.startsWith('#') ? value.slice(1) : undefined;
}

function renameHash(token: CSSToken, ids: OwnNames['ids']): CSSToken {
  const own = token[0] === TokenType.Hash ? ids.get(token[4].value) : undefined;
  return own === undefined ? token : withRaw(token, `#${own}`);
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
