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

/** Tokens of running text. */
const INLINE = new Set(['paragraph', 'heading', 'text', 'term']);
/** Tokens that other constructs cannot overlap. */
const CLOSED = new Set(['codespan', 'html', 'value', 'formula', 'link', 'image', 'br']);
/** Elements that take attributes in braces right after them. */
const ELEMENTS = new Set(['codespan', 'link', 'image', 'strong', 'em', 'html']);

/** Splits constructs of other programs off the text of tokens, so that each gets its place. */
export function splitForeign(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'list') splitForeign(listNested(token));
    else if (token.type === 'table') {
      for (const cell of listCells(token)) {
        cell.tokens = splitInline(cell.tokens);
      }
    } else if (isText(token)) {
      if (token.tokens) token.tokens = splitInline(token.tokens);
    } else splitForeign(listNested(token));
  }
}

function isText(token: Token): token is NestedToken | HeadingToken | TextToken {
  return INLINE.has(token.type);
}

function splitInline(tokens: Token[]): Token[] {
  if (!tokens.some(({ raw }) => MAY_BE_FOREIGN.test(raw))) return tokens;
  return tokens.flatMap((token, index) => {
    if (token.type !== 'text' || ('tokens' in token && token.tokens)) {
      if (isSubscript(token, tokens[index - 1])) return [toForeign(token.raw, 'mark')];
      if ('tokens' in token && token.tokens && !CLOSED.has(token.type)) {
        token.tokens = splitInline(token.tokens);
      }
      if (token.type === 'link') token.tokens = splitShortcodes(token.tokens);
      return [token];
    }
    return cutText(token, [
      ...listForeignWords(token.raw),
      ...listInText(token.raw, tokens, index),
    ]);
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

/** Single tildes that touch the word before them mark a subscript; GitHub strikes the text through. */
function isSubscript({ type, raw }: Token, before: Token | undefined): boolean {
  if (type !== 'del' || raw.startsWith('~~') || /\s/.test(raw)) return false;
  return before?.type === 'text' && /[\p{L}\p{N})]$/u.test(before.raw);
}

function listInText(text: string, tokens: readonly Token[], index: number): Stretch[] {
  let endOfEmoji = -1;
  return [...text.matchAll(IN_TEXT)].flatMap(
    ({ index: start, 0: sign, groups = {} }): Stretch[] => {
      const before = text[start - 1] ?? '';
      const stretch = { start, length: sign.length, sign };
      if (groups['mark']) return [{ ...stretch, kind: 'mark' }];
      if (groups['picture']) return [{ ...stretch, kind: 'picture' }];
      if (groups['emoji']) {
        const isInWord = /[\p{L}\p{N}:`]/u.test(before) && !WITHOUT_BLANKS.test(before);
        const isApart = !isInWord && !(start === 0 && index > 0);
        if (!isApart && start !== endOfEmoji) return [];
        endOfEmoji = start + sign.length;
        return [{ ...stretch, kind: 'emoji' }];
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

const MAY_BE_FOREIGN = /[:{^~\\]|==|!\[|\[\[|\+\+/;
/** Letters of scripts that write words without blanks between them. */
const WITHOUT_BLANKS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Hangul}]/u;
const CLASSES = /^\{:?\s*[.#]/;
const IN_TEXT =
  /(?<mark>(?<![\w=!<>])==(?![=\s])[^=\n]*[^\s=]==(?![\w=])|(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,12}\^)|(?<picture>!\[[^\]\n]*\]\([^()\n]*[^()\s][ \t][^()\n]*(?:\([^()\n]*\)[^()\n]*)*\.(?:avif|gif|jpe?g|png|svg|webp)\))|(?<emoji>:(?:[a-z0-9][a-z0-9_+-]{0,40}|\+1|-1):)(?![\w`]|:(?![a-z0-9+-][a-z0-9_+-]*:))|\{:?\s*(?:(?:[.#][A-Za-z][\w-]*)+|[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s}"']+))(?:\s+(?:(?:[.#][A-Za-z][\w-]*)+|[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s}"']+)))*\s*\}/gu;
