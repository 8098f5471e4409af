import { readDeclarations } from '../../../html/declarations.ts';
import { findRuleStyle, indexRules, parseRules, type RuleSet } from '../../../html/style-rules.ts';
import type { Token } from '../../../model/token.ts';
import { DeckSlide } from '../../deck.ts';
import { attributeOf, listTags, type DeckTag } from '../../deck-tags.ts';
import type { Stretch } from '../../text-edits.ts';

/**
 * Puts what floats on a slide, and what follows it, into an element in which floats go beside each other; the parts of a
 * slide themselves never do. A title below a float is placed above it, as in all talks.
 */
export function frameFloats(text: string, css: string): string {
  if (!/float|\balign=/i.test(text + css)) return text;
  const slide = new DeckSlide({ file: '', line: 1, text });
  const tags = listTags(slide);
  const rules = indexRules(parseRules([css, ...listStyles(slide.tokens)].join('\n')));
  const floats = tags.filter((tag) => isFloat(tag, rules) && !isWithin(tag, tags, rules));
  if (floats.length > 0) frameIn(slide.tokens, slide, floats);
  return slide.edits.apply();
}

/** The rules of the element that holds floats. */
export const FLOW_RULES = `.deck-flow { display: flow-root; width: 100%; }
.deck-flow > * { box-sizing: border-box; }
.deck-flow > :is(p, ul, ol, pre) { margin-bottom: 12px; }`;

function isFloat(tag: DeckTag, rules: RuleSet): boolean {
  if (tag.kind !== 'open') return false;
  const name = tag.name.toLowerCase();
  const own = readDeclarations(attributeOf(tag, 'style') ?? '').get('float');
  const { normal, important } = findRuleStyle(rules, name, tag.attributes);
  const said = important.get('float') ?? own ?? normal.get('float');
  const align = /^(?:img|table)$/.test(name) ? attributeOf(tag, 'align') : undefined;
  return SIDES.test(said ?? align ?? '');
}

/** Checks whether a float is in an element that holds it already. */
function isWithin(float: DeckTag, tags: readonly DeckTag[], rules: RuleSet): boolean {
  return tags.some(
    (tag) =>
      tag.kind === 'open' &&
      tag.start < float.start &&
      (tag.partner?.start ?? 0) > float.start &&
      (!FLOWING.test(tag.name) || isFloat(tag, rules)),
  );
}

/** Frames the floats among the tokens of a slide or of a container, up to the next step or container. */
function frameIn(tokens: readonly Token[], slide: DeckSlide, floats: readonly DeckTag[]): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type === 'rawcontainer') frameIn(token.tokens, slide, floats);
    if (!token || !/^(?:html|paragraph)$/.test(token.type)) continue;
    const stretch = slide.stretch(token);
    const float = floats.find(({ start }) => start >= stretch.start && start < stretch.end);
    if (!float) continue;
    const end = tokens.findIndex((other, index) => index > at && endsFlow(other));
    const last = (end < 0 ? tokens.length : end) - 1;
    frame(
      tokens.slice(at, last + 1),
      slide,
      token.type === 'html' ? outermost(float, slide) : stretch.start,
    );
    at = last;
  }
}

function endsFlow({ type, raw }: Token): boolean {
  return type === 'rawcontainer' || /^<!--[ \t]*pause\b/.test(raw);
}

function outermost(float: DeckTag, slide: DeckSlide): number {
  const around = listTags(slide).find(
    (tag) =>
      tag.kind === 'open' && tag.start < float.start && (tag.partner?.start ?? 0) > float.start,
  );
  return around?.start ?? float.start;
}

function frame(tokens: readonly Token[], slide: DeckSlide, start: number): void {
  const { text } = slide.edits;
  const words = tokens.filter(({ type }) => type !== 'space');
  const last = words.at(-1);
  if (!last) return;
  const { end } = slide.stretch(last);
  const isFirst = !slide.tokens.some(
    (token) => token.type === 'heading' && slide.stretch(token).start < start,
  );
  const title = isFirst ? tokens.find(({ type }) => type === 'heading') : undefined;
  if (title) {
    const below = slide.stretch(title);
    const lead: Stretch = { start, end: below.start };
    slide.edits.remove(lead);
    const above = text.slice(lead.start, lead.end).trim();
    slide.edits.insert(below.end, `\n\n${OPENING}\n\n${above}`);
  } else slide.edits.insert(start, `${OPENING}\n\n`);
  slide.edits.insert(end, '\n\n</div>');
}

function listStyles(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ type, raw }) => {
    const [, css] = type === 'html' ? (/<style\b[^>]*>([^]*?)<\/style>/i.exec(raw) ?? []) : [];
    return css ?? [];
  });
}

const OPENING = '<div class="deck-flow">';
const SIDES = /^(?:left|right)$/i;
/** Elements that only hold words: a float is taken out of them. */
const FLOWING = /^(?:p|a|span|b|strong|em|i|center|small|font)$/i;
