import { listNested } from '../../model/nested-tokens.ts';
import type { HtmlToken, Token } from '../../model/token.ts';
import type { SlideAnchors } from '../../model/slide-file.ts';
import type { Span } from '../../model/problem.ts';
import { placeTags } from '../../html/tag-places.ts';
import { scanHtml } from '../../html/tags.ts';

const HREF = new Set(['href', 'xlink:href']);
/** reveal.js reads `#/id/2` as a step, and `#/3` as a slide number. */
const TARGET = /^#\/?([^/]+)/;
const NUMBER = /^\d+$/;

/** Finds a slide's links to slides of its talk, and the ids that its author gave to elements. */
export function listAnchors(tokens: readonly Token[]): SlideAnchors {
  const anchors: SlideAnchors = { links: [], ids: [] };
  collect(tokens, anchors);
  return anchors;
}

function collect(tokens: readonly Token[], anchors: SlideAnchors): void {
  for (const token of tokens) {
    if (token.type === 'link') noteLink(token.href, token.span, anchors);
    if (token.type === 'html') noteHtml(token, anchors);
    if (token.type === 'attributes' && token.attributes.id) anchors.ids.push(token.attributes.id);
    collect(listNested(token), anchors);
  }
}

function noteHtml({ raw, span }: HtmlToken, anchors: SlideAnchors): void {
  const place = placeTags(raw, span);
  for (const piece of scanHtml(raw)) {
    if (piece.kind !== 'open') continue;
    for (const { name, value } of piece.attributes) {
      if (name === 'id') anchors.ids.push(value);
      if (piece.name !== 'a' || !HREF.has(name)) continue;
      noteLink(value, place(piece), anchors);
    }
  }
}

function noteLink(href: string, span: Span, { links }: SlideAnchors): void {
  const [, target] = TARGET.exec(href) ?? [];
  if (target === undefined || NUMBER.test(target)) return;
  links.push({ to: decode(target), span });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
