import { listNested } from '../../model/nested-tokens.ts';
import type { HtmlToken, Token } from '../../model/token.ts';
import { keptText } from '../../problems/problems.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { isHidden, listKeptReasons, type WrittenElement } from '../../html/hidden-element.ts';
import { indexRules, parseRules, type RuleSet, type StyleRule } from '../../html/style-rules.ts';
import { placeTags } from '../../html/tag-places.ts';
import { scanHtml } from '../../html/tags.ts';

/** The rules of the styles on a slide, and where each begins. */
export interface SlideStyles {
  rules: RuleSet;
  places: ReadonlyMap<StyleRule, Span>;
  /** The rules that were reported already. */
  reported: Set<StyleRule>;
}

/** The elements that Markdown makes of its tokens. */
const NAMES: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  table: 'table',
  list: 'ul',
  definitions: 'dl',
  term: 'dt',
  definition: 'dd',
  strong: 'strong',
  em: 'em',
  del: 'del',
  codespan: 'code',
  link: 'a',
  image: 'img',
};

/** Collects the rules of all styles among tokens, in their order. */
export function collectStyles(tokens: readonly Token[]): SlideStyles {
  const places = new Map<StyleRule, Span>();
  if (tokens.some(({ raw }) => STYLE.test(raw))) collectFrom(tokens, places);
  return { rules: indexRules([...places.keys()]), places, reported: new Set() };
}

/** Checks whether an element is hidden; reports what hides it and leaves it in the page. */
export function checkElement(
  element: WrittenElement,
  { rules, places, reported }: SlideStyles,
  report: { problems: Problem[]; span: Span },
): boolean {
  if (isHidden(element, rules)) return true;
  for (const reason of listKeptReasons(element, rules)) {
    if (reason === 'transparent') {
      const name = element.name || '.element';
      report.problems.push(keptText(`"${name}" holds here in transparent letters`, report.span));
    } else if (!reported.has(reason)) {
      reported.add(reason);
      const what = `the rule "${reason.selector.text}" hides`;
      report.problems.push(keptText(what, places.get(reason) ?? report.span));
    }
  }
  return false;
}

/** Returns the name of the element that is made of a token; empty where it depends on what is around it. */
export function nameOf(token: Token): string {
  return token.type === 'list' && token.ordered ? 'ol' : (NAMES[token.type] ?? '');
}

function collectFrom(tokens: readonly Token[], places: Map<StyleRule, Span>): void {
  for (const token of tokens) {
    if (token.type === 'html') readHtml(token, places);
    else collectFrom(listNested(token), places);
  }
}

function readHtml({ raw, span }: HtmlToken, places: Map<StyleRule, Span>): void {
  if (!STYLE.test(raw)) return;
  const place = placeTags(raw, span);
  for (const piece of scanHtml(raw)) {
    if (piece.kind !== 'open' || piece.name !== 'style' || piece.content === null) continue;
    const isOfMedia = piece.attributes.some(({ name }) => name === 'media');
    for (const read of parseRules(piece.content, isOfMedia ? 'passing' : 'sure')) {
      const rule = { ...read, order: places.size };
      const [line = ''] = rule.selector.text.split('\n');
      const offset = piece.textOffset + rule.offset;
      places.set(rule, place({ offset, name: line.slice(1) }));
    }
  }
}

const STYLE = /<style\b/i;
