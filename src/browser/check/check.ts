import { mergeFindings, type Finding, type Look } from '../../talk/problems/finding.ts';
import { defineElements } from '../elements/define.ts';
import { findSlides } from '../page/page.ts';
import { checkNeverSeen, type SeenText } from './never-seen.ts';
import { checkNotes, type NotesOf } from './notes-letters.ts';
import { checkColours, checkSlide } from './slide-rules.ts';
import { countSteps, layOut, waitForBlocks, showStep } from './stage.ts';

/** Measures every slide of a page: the deck with its notes, at every step in light and dark, the print view as it is. */
export async function checkTalk(notesOf: NotesOf): Promise<Finding[]> {
  const slides = findSlides(document);
  const isPrint = document.documentElement.classList.contains('print');
  return mergeFindings(isPrint ? checkPages(slides) : await checkDeck(slides, notesOf));
}

function checkPages(slides: readonly HTMLElement[]): Finding[] {
  const mode = document.documentElement.dataset['mode'] === 'dark' ? 'dark' : 'light';
  return slides.flatMap((slide) => {
    const look: Look = { view: 'print', mode, step: countSteps(slide) };
    const seen: SeenText = new Set();
    return [...checkSlide(slide, look, seen), ...checkNeverSeen(slide, look, seen)];
  });
}

async function checkDeck(slides: readonly HTMLElement[], notesOf: NotesOf): Promise<Finding[]> {
  // A deck loads only the code of slides that are near.
  await defineElements(document);
  layOut(slides);
  const last = Math.max(0, ...slides.map(countSteps));
  const steps = Array.from({ length: last + 1 }, (_, step) => step);
  const seen: SeenText = new Set();
  const light = await checkMode('light', { slides, steps, seen, check: checkSlide });
  // Steps go backwards and modes change last, because switching the mode costs more than a step.
  const dark = await checkMode('dark', {
    ...{ slides, steps: steps.reverse(), seen },
    check: checkColours,
  });
  const unseen = slides.flatMap((slide) =>
    checkNeverSeen(slide, { view: 'deck', mode: 'light', step: 0 }, seen),
  );
  const noted = slides.flatMap((slide) => checkNotes(slide, notesOf));
  return [...light, ...dark, ...unseen, ...noted];
}

interface Pass {
  slides: readonly HTMLElement[];
  steps: readonly number[];
  seen: SeenText;
  check: (slide: HTMLElement, look: Look, seen: SeenText) => Finding[];
}

async function checkMode(
  mode: Look['mode'],
  { slides, steps, seen, check }: Pass,
): Promise<Finding[]> {
  document.documentElement.dataset['mode'] = mode;
  const found: Finding[] = [];
  for (const step of steps) {
    const shown = slides.filter((slide) => countSteps(slide) >= step);
    for (const slide of shown) showStep(slide, step);
    await waitForBlocks();
    // A slide can have more findings than a function call accepts arguments.
    for (const slide of shown)
      for (const finding of check(slide, { view: 'deck', mode, step }, seen)) found.push(finding);
  }
  return found;
}
