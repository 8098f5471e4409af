import type { DeckSlide } from '../../deck.ts';
import { walkTokens } from '../../walk.ts';
import { scalePixels } from './slidev-pixels.ts';
import { utilityRule } from './utility-classes.ts';

/** Translates the rules of a slide: sizes that count from the page, and utility classes that a tool would write out. */
export function takeSlideStyles(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'html') return false;
    for (const found of token.raw.matchAll(/<style[^>]*>([^]*?)<\/style>/gi)) {
      const rules = found[1] ?? '';
      const at = slide.edits.text.indexOf(rules, slide.stretch(token).start);
      if (rules.trim() === '' || at < 0) continue;
      const { css: plain, lost } = plainRules(rules);
      const css = scalePixels(plain);
      const stretch = { start: at, end: at + rules.length };
      if (css !== rules) slide.replace(stretch, css);
      if (lost.length > 0)
        slide.note(stretch, 'dropped', `${lost.join(', ')}: no rules for this here.`);
    }
    return false;
  });
}

/** Writes rules as browsers read them, and lists the utility classes and rules of tools that are left out. */
export function plainRules(rules: string): { css: string; lost: string[] } {
  const lost: string[] = [];
  const css = rules
    .replaceAll(/@apply\s+([^;}]*);?/g, (_, names: string) =>
      writeApplied(names.replace(/!important/g, '').trim(), lost),
    )
    .replaceAll(/:deep\(([^()]*)\)/g, '$1')
    .replaceAll(/(\bfont-size\s*:\s*[\d.]+)rem\b/g, '$1em');
  return { css, lost };
}

function writeApplied(names: string, lost: string[]): string {
  const declarations = splitNames(names).flatMap((name) => {
    const css = utilityRule(name);
    if (css === null) lost.push(`@apply ${name}`);
    return css === null ? [] : [`${css};`];
  });
  return declarations.join(' ');
}

/** Splits class names; a group such as "flex-(~ col)" is several. */
function splitNames(names: string): string[] {
  return [...names.matchAll(/([\w!:-]+)-\(([^()]*)\)|[^\s]+/g)].flatMap(
    ([whole, prefix, group = '']) =>
      prefix === undefined
        ? [whole]
        : group.split(/\s+/).map((part) => (part === '~' ? prefix : `${prefix}-${part}`)),
  );
}
