import type { ComposedSlide } from '../model/composed.ts';
import type { Problem } from '../model/problem.ts';
import { idleTransition } from '../problems/problems.ts';
import type { RenderedSlide } from './render-cache.ts';

interface DrawnSlide {
  slide: ComposedSlide;
  rendered: Pick<RenderedSlide, 'parts'>;
}

const HEADING = /<h([1-6])\b[^>]*>([^]*?)<\/h\1>/g;
const ID = /<[^>]* id="([^"]+)"/g;
const TAG = /<[^>]*>/g;
const BLANKS = /\s+/g;

/** Reports slides with a transition that have nothing in common with the slide before. */
export function listIdleGlides(drawn: readonly DrawnSlide[]): Problem[] {
  return drawn.flatMap(({ slide: { spec, source }, rendered }, index) => {
    if (spec.transition !== 'morph') return [];
    const before = drawn[index - 1];
    const names = new Set(before ? listNames(before.rendered) : []);
    if (listNames(rendered).some((name) => names.has(name))) return [];
    const span = source.keySpans.transition ?? source.span;
    return [idleTransition(before !== undefined, span)];
  });
}

/** Lists what glides on a slide: its headings by their words, and elements by their ids. */
function listNames({ parts: { head, body } }: DrawnSlide['rendered']): string[] {
  const markup = head + body;
  const headings = [...markup.matchAll(HEADING)].map(([, , words = '']) =>
    words.replace(TAG, '').replace(BLANKS, ' ').trim(),
  );
  const ids = [...markup.matchAll(ID)].map(([, id]) => `#${id}`);
  return [...headings.filter((words) => words !== ''), ...ids];
}
