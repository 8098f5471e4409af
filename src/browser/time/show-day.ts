import { printDate } from '../../talk/data/date.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { printShownDay } from '../../talk/render/sources.ts';
import { STILL, type Motion } from '../charts/motion.ts';
import { pickMotion } from '../elements/sight.ts';
import { parseOutput } from '../live/blocks/compile-block.ts';
import { drawsItself, showOutput } from '../live/blocks/show-output.ts';
import { slideDays, store } from '../page/data.ts';
import { openDay } from './day-data.ts';
import { runNumber } from './run-number.ts';
import { NOTHING, type BlockState, type SlideClock, type SlideState } from './slide-state.ts';
import { addTimeStyle } from './time-style.ts';

/** A block that draws itself. */
type DrawingBlock = HTMLElement & { ready?: Promise<void>; invalidate?(): void };

/** Code with values, which stay as they are. */
const CODE = '[data-values]';
const FIGURE = '.figure-value > span:first-child';

/** Returns the earlier day that a slide shows; null for that of the page. */
export function readShownDay(section: HTMLElement): IsoDate | null {
  return slideDays.get(section)?.asOf ?? null;
}

/** How a slide goes to another day. */
export interface ShowOptions {
  clock: SlideClock;
  /** Whether its numbers run; defaults to true, where its readers allow motion. */
  isMoving?: boolean;
}

/** Shows a slide as of an earlier day; null for that of the page. */
export function showDay(
  section: HTMLElement,
  day: IsoDate | null,
  { clock, isMoving = true }: ShowOptions,
): void {
  addTimeStyle(section.ownerDocument);
  const data = day === null ? store : openDay(day, store);
  if (day === null) slideDays.delete(section);
  else slideDays.set(section, data);
  const state = clock.compute(section, data);
  const motion = isMoving ? pickMotion(section) : STILL;
  const words = `No data on ${printDate(data.asOf)}`;
  for (const [id, block] of state.blocks) {
    const element = section.querySelector<DrawingBlock>(`[data-block="${CSS.escape(id)}"]`);
    if (element) showBlock(element, block, { isEarlier: day !== null, words, motion });
  }
  for (const code of section.querySelectorAll(CODE)) {
    code.toggleAttribute('data-still', day !== null);
  }
  showValues(section, state, motion);
  showSources(section, state);
  const label = section.querySelector(':scope > .slide-foot .day-shown');
  if (label) label.textContent = printShownDay(data.asOf);
}

function showBlock(
  element: DrawingBlock,
  state: BlockState,
  { isEarlier, words, motion }: { isEarlier: boolean; words: string; motion: Motion },
): void {
  element.toggleAttribute('data-still', isEarlier && state.kind === 'still');
  if (isEarlier && state.kind === 'gap') element.dataset['gap'] = words;
  else delete element.dataset['gap'];
  if (state.kind === 'still' || state.kind === 'gap') return;
  const before = element.querySelector(FIGURE)?.textContent ?? null;
  const next = state.kind === 'compiled' ? parseOutput(state.output) : null;
  if (next && !drawsItself(element)) keepSteps(element, next);
  if (next) showOutput(element, next);
  element.invalidate?.();
  if (before !== null) void runFigure(element, before, motion);
}

/** The steps of a slide are those of its own day. */
function keepSteps(element: HTMLElement, next: HTMLElement): void {
  const { steps } = element.dataset;
  const isStepped = element.classList.contains('stepped');
  const state = ['gap', 'still'].map((name) => [name, element.dataset[name]] as const);
  if (steps === undefined) delete next.dataset['steps'];
  else next.dataset['steps'] = steps;
  next.classList.toggle('stepped', isStepped);
  for (const [name, value] of state) if (value !== undefined) next.dataset[name] = value;
}

async function runFigure(element: DrawingBlock, before: string, motion: Motion): Promise<void> {
  await element.ready;
  const number = element.querySelector(FIGURE);
  if (number) runNumber(number, before, number.textContent, motion);
}

function showValues(section: HTMLElement, { values, titles }: SlideState, motion: Motion): void {
  section.querySelectorAll<HTMLElement>('rostrum-value:not(.notes *)').forEach((element, index) => {
    const text = values[index] ?? NOTHING;
    const before = element.textContent;
    element.title = titles[index] ?? '';
    if (before !== text) runNumber(element, before, text, motion);
  });
}

function showSources(section: HTMLElement, { sources }: SlideState): void {
  const foot = section.querySelector(':scope > .slide-foot');
  const line = foot?.querySelector(':scope > .sources');
  const template = document.createElement('template');
  template.innerHTML = sources ?? '';
  const next = template.content.firstElementChild;
  if (!next) return line?.remove();
  if (line?.isEqualNode(next)) return;
  if (line) return line.replaceWith(next);
  const label = foot?.querySelector(':scope > .days-before');
  if (label) label.after(next);
  else foot?.prepend(next);
}
