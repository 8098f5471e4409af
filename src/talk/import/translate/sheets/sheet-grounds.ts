import { stringify, type CSSToken } from '@csstools/css-tokenizer';
import { luminanceOf, parseColour } from '../../../colour/colour.ts';
import { parseItems, readTokens, splitAtCommas } from '../../../html/css-items.ts';
import { textOf } from '../../../text/value/value-text.ts';
import type { Deck } from '../../deck.ts';

/**
 * Gives slides the grounds of their deck's stylesheets, so that words on them get a colour that can be read. A class has
 * the ground of its rule, and all other slides a dark ground of the page.
 */
export function takeGrounds(sheets: readonly string[], { slides }: Deck): void {
  const css = sheets.join('\n').replaceAll(/\/\*[^]*?\*\//g, '');
  const grounds = listGrounds(css);
  for (const { keys } of slides) {
    const names = textOf(keys.class).split(/\s+/);
    const own = names.map((name) => grounds.get(`.${name}`)).findLast(Boolean);
    const cover = keys.layout === 'cover' ? grounds.get('.title-slide') : undefined;
    const ground = own ?? cover ?? grounds.get('');
    if (ground !== undefined) keys.background ??= ground;
  }
}

/** Lists the grounds of rules by the class of a slide that they are for; those for all slides have an empty name. */
function listGrounds(css: string): Map<string, string> {
  const variables = listVariables(css);
  const grounds = new Map<string, string>();
  for (const { name, prelude, block } of parseItems(readTokens(css))) {
    if (name !== null || block === null) continue;
    const [, written = ''] = GROUND.exec(write(block)) ?? [];
    const ground = resolve(written, variables);
    const colour = parseColour(ground);
    if (colour === null || colour.a < 1) continue;
    for (const part of splitAtCommas(prelude)) {
      const selector = write(part).trim();
      const rest = selector.replace(PAGE, '');
      const isOfClass = /^\.[A-Za-z][\w-]*$/.test(rest);
      if (isOfClass) grounds.set(rest, ground);
      // A pale ground of all slides is the part of the theme.
      else if (rest === '' && luminanceOf(colour) < DARK) grounds.set('', ground);
      else if (rest === '') grounds.delete('');
    }
  }
  return grounds;
}

/** Lists the variables of stylesheets with their values. */
export function listVariables(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(VARIABLE)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

function resolve(written: string, variables: ReadonlyMap<string, string>): string {
  let value = written.replace(/!important/, '').trim();
  for (let depth = 0; depth < 4; depth++) {
    const [, name, other = ''] = /^var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)$/.exec(value) ?? [];
    if (name === undefined) return value;
    value = variables.get(name) ?? other.trim();
  }
  return value;
}

function write(tokens: readonly CSSToken[]): string {
  return tokens.length === 0 ? '' : stringify(...(tokens as [CSSToken, ...CSSToken[]]));
}

const VARIABLE = /(--[\w-]+)\s*:\s*([^;{}]+)/g;
const GROUND = /(?:^|[;{\s])background(?:-color)?\s*:\s*([^;{}]+)/;
/** What names slides, or the page around them, in the selectors of programs. */
const PAGE =
  /^(?:(?:html|body|section|\.reveal-viewport|\.reveal|\.slides|(?:div)?\.slide-background|section\.slide|\.remark-slide(?:-\w+)?)[\s>]*)+/;
/** The luminance below which a ground is dark. */
const DARK = 0.18;
