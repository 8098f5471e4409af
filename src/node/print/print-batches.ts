import { takeSlides } from '../../talk/model/sections.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { listPages } from './printed-pages.ts';

/** Most pages that are printed at once: for each of them a browser looks at all the others. */
const MAX_PAGES = 250;
/** What reaches from one slide to others: links in the talk, and styles and scripts that a slide brings along. */
const REACHING = /\s(?:xlink:)?href="#|<style\b|<script\b/i;

/** Cuts a talk into parts of about as many pages that print as they would in one piece; talks with styles of their own stay whole. */
export function cutTalk(talk: Talk, hasSteps: boolean, most = MAX_PAGES): Talk[] {
  const pages = listPages(talk.slides, hasSteps).length;
  const count = Math.ceil(pages / most);
  if (count < 2 || reaches(talk)) return [talk];
  const parts: Slide[][] = [[]];
  let passed = 0;
  for (const slide of talk.slides) {
    if (passed >= (pages / count) * parts.length) parts.push([]);
    parts.at(-1)?.push(slide);
    passed += hasSteps ? slide.steps + 1 : 1;
  }
  return parts.map((slides) => takeSlides(talk, slides));
}

function reaches({ meta, slides }: Talk): boolean {
  return meta.css !== null || slides.some(({ html }) => REACHING.test(html));
}
