import type { RevealApi } from 'reveal.js';
import { mergeFindings, toProblem, type Look } from '../../talk/problems/finding.ts';
import { html } from '../../talk/html/html.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { isScrollView } from '../deck/deck-view.ts';
import { checkSlide } from './slide-rules.ts';

/** How long a slide must be unchanged before it is measured, so that animations have ended. */
const DEBOUNCE_MS = 700;
const EVENTS = [
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'overviewshown',
  'overviewhidden',
  'resize',
  // Dispatched after every hot update.
  'resumed',
];

/** Shows a mark on the current slide when its layout has problems. */
export function startMark(deck: RevealApi): void {
  // The speaker's window and the index show slides in frames, where a mark would distract.
  if (window.parent !== window) return;
  const mark = createMark();
  deck.getViewportElement()?.append(mark);
  let timer = 0;
  const lookSoon = (): void => {
    mark.hidden = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => look(deck, mark), DEBOUNCE_MS);
  };
  for (const event of EVENTS) deck.on(event, lookSoon);
  const modes = new MutationObserver(lookSoon);
  modes.observe(document.documentElement, { attributeFilter: ['data-mode'] });
  lookSoon();
}

function createMark(): HTMLElement {
  const mark = document.createElement('aside');
  mark.className = 'check-mark';
  mark.hidden = true;
  mark.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return;
    event.stopPropagation();
    event.target.blur();
  });
  return mark;
}

function look(deck: RevealApi, mark: HTMLElement): void {
  const slide = deck.getCurrentSlide() as HTMLElement | undefined;
  if (!slide || deck.isOverview() || isScrollView(deck)) return;
  // A problem panel has its own text.
  const faults = slide.querySelector('.problem') ? [] : listProblems(slide, lookOf(deck));
  const problems = [...readMarked(slide), ...faults];
  mark.hidden = problems.length === 0;
  mark.innerHTML = renderMark(problems);
}

function lookOf(deck: RevealApi): Look {
  const mode = document.documentElement.dataset['mode'] === 'dark' ? 'dark' : 'light';
  return { view: 'deck', mode, step: (deck.getIndices().f ?? -1) + 1 };
}

function listProblems(slide: HTMLElement, sight: Look): Problem[] {
  return mergeFindings(checkSlide(slide, sight)).map((finding) => toProblem(finding));
}

/** Reads the inline problems of a slide, which are otherwise only visible on hover. */
function readMarked(slide: HTMLElement): Problem[] {
  const marks = [...slide.querySelectorAll<HTMLElement>('.problem-inline')];
  return marks.map(({ dataset, title }) => ({
    code: dataset['code'] ?? '',
    severity: 'error',
    message: title,
  }));
}

function renderMark(problems: readonly Problem[]): string {
  const { length } = problems;
  const label = `${length} ${length === 1 ? 'thing is' : 'things are'} wrong on this slide`;
  return html`<button
      type="button"
      class="check-mark-sign"
      aria-label="${label}"
      aria-describedby="rostrum:check-mark-list"
    >
      ${length}
    </button>
    <ul id="rostrum:check-mark-list" class="check-mark-list">
      ${problems.map(
        ({ code, message, hint }) =>
          html`<li>
            <code>${code}</code>
            <p>${message}</p>
            ${hint && html`<p class="check-mark-hint">${hint}</p>`}
          </li>`,
      )}
    </ul>`.markup;
}
