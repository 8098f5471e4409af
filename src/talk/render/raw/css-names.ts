import { TokenType, stringify, type CSSToken } from '@csstools/css-tokenizer';
import { isGap, readTokens, withRaw } from '../../html/css-items.ts';

/** The names defined on a slide, each with its unique replacement. */
export interface OwnNames {
  /** Replacement ids by the author's id. */
  ids: ReadonlyMap<string, string>;
  /** Prefix of keyframe names. */
  prefix: string;
}

const ANIMATION = /^(?:-\w+-)?animation(?:-name)?$/i;

/** Replaces the names in a CSS value by the slide's own. */
export function renameInCss(css: string, keyframes: ReadonlySet<string>, names: OwnNames): string {
  return stringify(...renameValues(readTokens(css), keyframes, names));
}

/** Lists the ids that a value or stylesheet references. */
export function listReferences(css: string): string[] {
  return readTokens(css).flatMap((token, at, tokens) => readReference(token, tokens[at - 1]) ?? []);
}

/** Replaces the names in declaration tokens by the slide's own. */
export function renameValues(
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

/** Formats an address within the page as a string. */
function quote(id: string): string {
  return `"#${id.replaceAll(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}

/** Reads the id that a token references, as `url(#id)` or `url("#id")`. */
function readReference(token: CSSToken, before: CSSToken | undefined): string | undefined {
  const isQuoted =
    token[0] === TokenType.String &&
    before?.[0] === TokenType.Function &&
    before[4].value.toLowerCase() === 'url';
  if (token[0] !== TokenType.URL && !isQuoted) return undefined;
  const { value } = token[4] as { value: string };
  return value.startsWith('#') ? value.slice(1) : undefined;
}

/** Replaces an id in a selector by the slide's own. */
export function renameHash(token: CSSToken, ids: OwnNames['ids']): CSSToken {
  const own = token[0] === TokenType.Hash ? ids.get(token[4].value) : undefined;
  return own === undefined ? token : withRaw(token, `#${own}`);
}
