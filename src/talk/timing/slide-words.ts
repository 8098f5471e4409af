import { countWords } from '../model/time-plan.ts';
import type { Slide } from '../model/talk.ts';

/** Counts the words on a slide and in its notes as the speaker's page does, which sees no drawings and no foot. */
export function countSlideWords({ html, notes }: Pick<Slide, 'html' | 'notes'>): number {
  const shown = html.replaceAll(NOT_WORDS, '').replaceAll(TAG, '');
  return countWords(`${shown} ${notes.replaceAll(TAG, '')}`);
}

const NOT_WORDS =
  /<(svg|style|script)\b[^>]*>[\s\S]*?<\/\1>|<footer class="slide-foot">[\s\S]*?<\/footer>|<div class="slide-band[\s\S]*?<\/div>/g;
const TAG = /<[^>]*>/g;
