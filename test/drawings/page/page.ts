import { defineElements } from '../../../src/browser/elements/define.ts';
import { loadCharts } from '../../../src/browser/elements/rostrum-chart.ts';
import { store } from '../../../src/browser/page/data.ts';
import { directionOf } from '../../../src/talk/html/direction.ts';
import type { DatasetView } from '../../../src/talk/model/dataset.ts';
import type { Drawing } from '../drawing.ts';
import type { Fault } from '../fault.ts';
import { judgeContrast, judgeSlide } from './judge.ts';
import { MODES, setMode } from './looks.ts';
import { followDrawings, redrawDrawings, waitForBlocks } from './redraw-drawings.ts';

/** One slide to draw. */
export interface PageDrawing {
  drawing: Drawing;
  html: string;
  view: DatasetView;
}

/** What was found on one slide. */
export interface PageResult {
  faults: Fault[];
  labels: number;
}

declare global {
  interface Window {
    showDrawings: typeof showDrawings;
    judgeDrawings: typeof judgeDrawings;
    measureDrawings: typeof measureDrawings;
    updateData(view: DatasetView): void;
    redrawDrawings(
      items: readonly PageDrawing[],
      states: readonly (readonly DatasetView[])[],
    ): Promise<string[]>;
    followDrawings(states: readonly (readonly PageDrawing[])[]): Promise<string[][]>;
  }
}

const root = document.documentElement;

/** Draws slides; they replace those that are on the page. All are in one language. */
async function showDrawings(items: readonly PageDrawing[], language: string): Promise<void> {
  root.lang = language;
  root.dir = directionOf(language);
  for (const { view } of items) store.set(view);
  const slides = document.querySelector('.slides');
  if (!slides) return;
  const template = document.createElement('template');
  template.innerHTML = items.map(({ html }) => html).join('');
  await Promise.all([loadCharts(template.content), defineElements(template.content)]);
  slides.replaceChildren(template.content);
  setMode('light');
  await waitForBlocks();
}

/** Draws slides and finds what is wrong with them, light and dark. */
async function judgeDrawings(
  items: readonly PageDrawing[],
  language: string,
): Promise<PageResult[]> {
  await showDrawings(items, language);
  return measureDrawings(items.map(({ drawing }) => drawing));
}

/** Finds what is wrong with the slides on the page, light and dark. */
function measureDrawings(drawings: readonly Drawing[]): PageResult[] {
  const sections = document.querySelectorAll<HTMLElement>('section.slide');
  setMode('light');
  const judged = drawings.map((drawing, index) => {
    const section = sections[index];
    if (!section) throw new Error('A slide is not on the page.');
    return judgeSlide(section, drawing);
  });
  const results = judged.map(({ faults, labels }) => ({ faults: [...faults], labels }));
  for (const mode of MODES) {
    judged.forEach((one, index) => results[index]?.faults.push(...judgeContrast(one, mode)));
  }
  return results;
}

window.measureDrawings = measureDrawings;
window.showDrawings = showDrawings;
window.updateData = (view) => store.set(view);
window.judgeDrawings = judgeDrawings;
window.followDrawings = (states) => followDrawings(states, showDrawings, measureDrawings);
window.redrawDrawings = (items, states) => redrawDrawings(items, states, showDrawings);
// Letters are measured in the faces of the page, so that all are there before the first is.
await Promise.all([...document.fonts].map((face) => face.load().catch(() => null)));
root.setAttribute('data-ready', '');
