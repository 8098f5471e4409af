import type { DeckSlide } from '../../deck.ts';
import { listTags, attributeOf, type DeckTag } from '../../deck-tags.ts';

/** Notes steps that had an effect in reveal.js, since all steps appear alike. */
export function takeEffects(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (!/^\s*<!--\s*\.element:/.test(token.raw) || !/^(?:comment|html)$/.test(token.type))
      continue;
    const effect = EFFECT.exec(token.raw)?.[0];
    if (effect !== undefined) slide.note(token, 'approximated', `a step without "${effect}"`);
  }
  const tags = listTags(slide);
  const hides = tags.some((tag) => HIDING.test(attributeOf(tag, 'class') ?? ''));
  for (const tag of tags) {
    if (hides) unstack(tag, slide);
    const names = attributeOf(tag, 'class') ?? '';
    const effect = names.includes('fragment') ? EFFECT.exec(names)?.[0] : undefined;
    if (effect !== undefined) slide.note(tag, 'approximated', `a step without "${effect}"`);
  }
}

/** Puts the parts of a stack below each other, which would hide each other where none of them goes away again. */
function unstack(tag: DeckTag, slide: DeckSlide): void {
  const found = /(?<=class=["'][^"']*)\br-stack\b/.exec(slide.edits.text.slice(tag.start, tag.end));
  if (!found) return;
  const start = tag.start + found.index;
  slide.replace({ start, end: start + found[0].length }, 'unstacked', [
    'approximated',
    'its parts stand below each other',
  ]);
}

const HIDING = /\b(?:fade-out|fade-in-then-(?:semi-)?out|semi-fade-out|current-visible)\b/;

/** Translates the steps that reveal.js writes in square brackets behind the language of a fence. */
export function takeFenceSteps(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'code') continue;
    const [written, language = '', brackets = ''] =
      /^(\S*)\s*\[([^\]]*)\]/.exec(token.lang ?? '') ?? [];
    if (written === undefined) continue;
    const [, start, steps = ''] = /^\s*(?:(\d+)\s*:)?\s*([\d,|\s-]*)$/.exec(brackets) ?? [];
    const shift = Number(start ?? 1) - 1;
    const marked = steps
      .replaceAll(/\d+/g, (line) => String(Number(line) + shift))
      .replaceAll(/\s/g, '');
    const info = [
      language || 'text',
      marked && `{${marked.replace(/^\|/, 'all|')}}`,
      start && `{startLine=${start}}`,
    ]
      .filter(Boolean)
      .join(' ');
    const at = slide.edits.text.indexOf(written, slide.stretch(token).start);
    if (at >= 0) slide.replace({ start: at, end: at + written.length }, info, ['translated', info]);
  }
}

const EFFECT =
  /\b(?:fade-(?:out|up|down|left|right|in-then-out|in-then-semi-out)|current-visible|grow|shrink|strike|semi-fade-out|highlight-(?:current-)?(?:red|green|blue))\b/;
