import { stringify, tokenize, TokenType } from '@csstools/css-tokenizer';
import { isGap, withRaw } from './css-items.ts';

const LIST_STYLE = /^list-style(?:-type)?$/i;
const OWN = '--list-mark: none; ';
/** The browser's own marks need room before the items. */
const ROOM = '--indent: 0px; padding-inline-start: 1.9em; ';

/** Returns CSS in which rules that choose the marks of lists replace the marks that slides give them. */
export function chooseListMarks(css: string): string {
  if (!/list-style/i.test(css)) return css;
  const tokens = tokenize({ css });
  const chosen = tokens.map((token, at) => {
    if (token[0] !== TokenType.Ident || !LIST_STYLE.test(token[4].value)) return token;
    const [colon, value] = tokens.slice(at + 1).filter((next) => !isGap(next));
    if (colon?.[0] !== TokenType.Colon) return token;
    const isNone = value?.[0] === TokenType.Ident && value[4].value.toLowerCase() === 'none';
    return withRaw(token, `${OWN}${isNone ? '' : ROOM}${token[1]}`);
  });
  return stringify(...chosen);
}
