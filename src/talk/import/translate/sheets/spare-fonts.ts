import { TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { isGap, readTokens } from '../../../html/css-items.ts';

/**
 * Names the fonts of the talk behind those of a deck, which are seldom at hand here. Without them, a browser
 * that has no named font shows words in a font with serifs.
 */
export function addSpareFonts(css: string): string {
  if (!/\bfont(?:-family)?\s*:/i.test(css)) return css;
  const added: { at: number; text: string }[] = [];
  const selectors: string[] = [];
  let statement: CSSToken[] = [];
  const end = (): void => {
    const spare = spareFont(statement, selectors.at(-1) ?? '');
    if (spare) added.push(spare);
    statement = [];
  };
  for (const token of readTokens(css)) {
    const [type] = token;
    if (type === TokenType.OpenCurly) {
      selectors.push(statement.map(([, raw]) => raw).join(''));
      statement = [];
    } else if (type === TokenType.Semicolon) end();
    else if (type === TokenType.CloseCurly) {
      end();
      selectors.pop();
    } else statement.push(token);
  }
  end();
  return added.reduceRight(
    (text, { at, text: spare }) => text.slice(0, at) + spare + text.slice(at),
    css,
  );
}

/** Returns what follows the last font that a declaration names, and where; undefined where it needs no other. */
function spareFont(
  declaration: readonly CSSToken[],
  selector: string,
): { at: number; text: string } | undefined {
  const [name, colon, ...value] = declaration.filter((token) => !isGap(token));
  if (name?.[0] !== TokenType.Ident || colon?.[0] !== TokenType.Colon) return undefined;
  if (!/^font(?:-family)?$/i.test(name[1]) || /^\s*@font-face/i.test(selector)) return undefined;
  const mark = value.findIndex(([type, raw]) => type === TokenType.Delim && raw === '!');
  const families = mark < 0 ? value : value.slice(0, mark);
  const last = families.at(-1);
  const words = families.map(([, raw]) => raw).join(' ');
  if ((last?.[0] !== TokenType.String && last?.[0] !== TokenType.Ident) || SETTLED.test(words))
    return undefined;
  const font = CODE.test(`${selector} ${words}`) ? 'mono' : 'text';
  return { at: last[3] + 1, text: `, var(--font-${font})` };
}

/** Values that name a kind of font, a font of the talk, or that of the element around. */
const SETTLED =
  /(?:^|[\s,])(?:serif|sans-serif|monospace|cursive|fantasy|math|emoji|system-ui|ui-[\w-]+|inherit|initial|unset|revert|caption|icon|menu|message-box|small-caption|status-bar)(?=$|[\s,;])|var\(/i;
const CODE = /\b(?:code|pre|kbd|samp|tt|mono\w*|consolas|courier|menlo|monaco)\b|mono\b/i;
