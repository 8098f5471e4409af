import { listCells, listNested } from '../../model/nested-tokens.ts';
import type {
  ForeignToken,
  HeadingToken,
  NestedToken,
  TextToken,
  Token,
} from '../../model/token.ts';
import { unplaced } from '../lex/unplaced.ts';
import { listForeignWords, type Stretch } from './foreign-words.ts';

/** Tokens that other constructs cannot overlap. */
const CLOSED = new Set(['codespan', 'html', 'value', 'link', 'image', 'br']);
/** Elements that take attributes in braces right after them. */
const ELEMENTS = new Set(['codespan', 'link', 'image', 'strong', 'em', 'html']);
const WALL = '\u0000';

/** Splits constructs of other programs off the text of tokens, so that each gets its place. */
export function splitForeign(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'list') splitForeign(listNested(token));
    else if (token.type === 'def' && token.raw.startsWith('[^')) showDefinition(token);
    else if (token.type === 'table') {
      for (const cell of listCells(token)) {
        cell.tokens = splitInline(cell.tokens);
      }
    } else if (isText(token)) {
      if (token.tokens) token.tokens = splitInline(token.tokens);
    } else splitForeign(listNested(token));
  }
}

/** Markdown reads a one-word footnote as a link definition, which would be invisible. */
function showDefinition(token: Token): void {
  const { raw } = token;
  const text = raw.trimEnd();
  const [, label = '', rest = ''] = /^(\[\^[^\]]*\])([^]*)$/.exec(text) ?? [];
  const words = unplaced({ type: 'text', raw: rest, text: rest, escaped: false });
  const mark = toForeign(label, 'footnote');
  Object.assign(token, { type: 'paragraph', text, tokens: [mark, words] });
}

function isText(token: Token): token is NestedToken | HeadingToken | TextToken {
  return token.type === 'paragraph' || token.type === 'heading' || token.type === 'text';
}

function splitInline(tokens: Token[]): Token[] {
  if (!tokens.some(({ raw }) => MAY_BE_FOREIGN.test(raw))) return tokens;
  const formulas = listFormulas(tokens);
  let at = 0;
  return tokens.flatMap((token, index) => {
    const own = formulas.filter(({ start }) => start >= at && start < at + token.raw.length);
    const stretches = own.map((stretch) => ({ ...stretch, start: stretch.start - at }));
    const start = at;
    at += token.raw.length;
    if (token.type !== 'text' || ('tokens' in token && token.tokens)) {
      if (token.type === 'link' && FOOTNOTE.test(token.raw)) {
        return [toForeign(token.raw, 'footnote')];
      }
      if (isSubscript(token, tokens[index - 1])) return [toForeign(token.raw, 'mark')];
      if ('tokens' in token && token.tokens && !CLOSED.has(token.type)) {
        token.tokens = splitInline(token.tokens);
      }
      if (token.type === 'link') token.tokens = splitShortcodes(token.tokens);
      return [token];
    }
    const isFree = (found: Stretch): boolean =>
      !formulas.some((each) => isWithin(start + found.start, each));
    const found = [...listForeignWords(token.raw), ...listInText(token.raw, tokens, index)];
    return cutText(token, [...stretches, ...found.filter(isFree)]);
  });
}

/** Splits short names off the text of a link, whose other signs have no meaning. */
function splitShortcodes(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index): Token[] => {
    if (token.type !== 'text' || token.tokens || token.escaped) return [token];
    const found = listInText(token.raw, tokens, index).filter(({ kind }) => kind === 'emoji');
    return cutText(token, found);
  });
}

function isWithin(at: number, { start, sign }: Stretch): boolean {
  return at > start && at < start + sign.length;
}

/** Single tildes that touch the word before them mark a subscript; GitHub strikes the text through. */
function isSubscript({ type, raw }: Token, before: Token | undefined): boolean {
  if (type !== 'del' || raw.startsWith('~~') || /\s/.test(raw)) return false;
  return before?.type === 'text' && /[\p{L}\p{N})]$/u.test(before.raw);
}

/** Formulas contain Markdown signs, so they are searched in the joined text of several tokens. */
function listFormulas(tokens: readonly Token[]): Stretch[] {
  const text = tokens
    .map(({ type, raw }) => (CLOSED.has(type) ? WALL.repeat(raw.length) : raw))
    .join('');
  return [...text.matchAll(FORMULA)].flatMap(({ index, 0: sign, 1: block, 2: inline = '' }) => {
    const before = text[index - 1] ?? ' ';
    const isFormula =
      block !== undefined || (MATH.test(inline) && !/[\w\\$]/.test(before) && !PRICE.test(inline));
    return isFormula ? [{ start: index, length: 1, kind: 'math' as const, sign }] : [];
  });
}

function listInText(text: string, tokens: readonly Token[], index: number): Stretch[] {
  return [...text.matchAll(IN_TEXT)].flatMap(
    ({ index: start, 0: sign, groups = {} }): Stretch[] => {
      const before = text[start - 1] ?? '';
      const stretch = { start, length: sign.length, sign };
      if (groups['mark']) return [{ ...stretch, kind: 'mark' }];
      if (groups['picture']) return [{ ...stretch, kind: 'picture' }];
      if (groups['footnote']) return [{ ...stretch, kind: 'footnote' }];
      if (groups['emoji']) {
        const isApart = !/[\p{L}\p{N}:`]/u.test(before) && !(start === 0 && index > 0);
        return isApart ? [{ ...stretch, kind: 'emoji' }] : [];
      }
      const isEnd = text.slice(start + sign.length).trim() === '' && index === tokens.length - 1;
      const isTouching = start === 0 && ELEMENTS.has(tokens[index - 1]?.type ?? '');
      const isClass = CLASSES.test(sign);
      const isForeign = isTouching || (isClass && (isEnd || before === ']'));
      return isForeign ? [{ ...stretch, kind: 'attributes' }] : [];
    },
  );
}

function toForeign(raw: string, kind: ForeignToken['kind'], sign = raw): Token {
  return unplaced({ type: 'foreign', raw, kind, sign });
}

function cutText(token: TextToken, stretches: readonly Stretch[]): Token[] {
  const parts: Token[] = [];
  let at = 0;
  const add = (end: number): void => {
    if (end > at)
      parts.push({ ...token, raw: token.raw.slice(at, end), text: token.raw.slice(at, end) });
    at = end;
  };
  for (const { start, length, kind, sign } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    add(start);
    parts.push(toForeign(token.raw.slice(start, start + length), kind, sign));
    at = start + length;
  }
  if (parts.length === 0) return [token];
  add(token.raw.length);
  return parts;
}

const FOOTNOTE = /^\[\^[^\]\s]+\]$/;
const MAY_BE_FOREIGN = /[$:{^~\\]|==|!\[|\[\[|\+\+/;
/** A formula between `$$`, or between `$` that touch it. */
const FORMULA =
  /\$\$([^$\u0000]+)\$\$|\$(?![\s$])([^$\u0000\n]*[^\s$\\\u0000\n])\$(?![\p{L}\p{N}$])/gu;
/** Text that occurs in formulas but not between two prices or variable names. */
const MATH =
  /[\\^={}<>|]|\w_\w(?!\w)|^\p{L}$|^\p{L}\(.*\)$|^(?=.*\p{L})(?:\p{L}{1,2}|\d+)(?:\s*[-+*/]\s*(?:\p{L}{1,2}|\d+))+$/u;
/** "$5 = 4€ and 6$" begins with an amount of money. */
const PRICE = /^\d[\d.,]*\s.*\s/;
const CLASSES = /^\{:?\s*[.#]/;
const IN_TEXT =
  /(?<mark>(?<![\w=!<>])==(?![=\s])[^=\n]*[^\s=]==(?![\w=])|(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,12}\^)|(?<picture>!\[[^\]\n]*\]\([^()\n]*[^()\s][ \t][^()\n]*(?:\([^()\n]*\)[^()\n]*)*\.(?:avif|gif|jpe?g|png|svg|webp)\))|(?<footnote>\[\^[^\]\s^]+\])|(?<emoji>:(?:[a-z0-9][a-z0-9_+-]{0,40}|\+1|-1):)(?![\w:`])|\{:?\s*(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s}"']+))(?:\s+(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s}"']+)))*\s*\}/gu;
