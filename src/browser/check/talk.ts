import { mergeFindings, type Finding, type Look } from '../../talk/model/finding.ts';
import { findSlides } from '../page.ts';
import { checkColours, checkSlide } from './slide.ts';
import { countSteps, layOut, settle, showAll, showStep } from './stage.ts';

/** Measures every slide of a page: the deck at every step in light and dark, the print view as it is. */
export async function checkTalk(): Promise<Finding[]> {
  const slides = findSlides(document);
  const isPrint = document.documentElement.classList.contains('print');
  return mergeFindings(isPrint ? checkPages(slides) : await checkDeck(slides));
}

function checkPages(slides: readonly HTMLElement[]): Finding[] {
  return slides.flatMap((slide) =>
    checkSlide(slide, { view: 'print', mode: 'light', step: countSteps(slide) }),
  );
}

async function checkDeck(slides: readonly HTMLElement[]): Promise<Finding[]> {
  layOut(slides);
  const found: Finding[] = [];
  let left = slides;
  for (let step = 0; left.length > 0; step++) {
    for (const slide of left) showStep(slide, step);
    await settle();
    found.push(...checkModes(left, step));
    left = left.filter((slide) => countSteps(slide) > step);
  }
  slides.forEach(showAll);
  return found;
}

function checkModes(slides: readonly HTMLElement[], step: number): Finding[] {
  const root = document.documentElement;
  const look = (mode: Look['mode']): Look => ({ view: 'deck', mode, step });
  root.dataset['mode'] = 'light';
  const light = slides.flatMap((slide) => checkSlide(slide, look('light')));
  root.dataset['mode'] = 'dark';
  const dark = slides.flatMap((slide) => checkColours(slide, look('dark')));
  return [...light, ...dark];
}
