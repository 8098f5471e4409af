import { BlockElement } from '../../../src/browser/elements/block-element.ts';
import { store } from '../../../src/browser/page/data.ts';
import type { DatasetView } from '../../../src/talk/model/dataset.ts';
import type { Drawing } from '../drawing.ts';
import type { PageDrawing, PageResult } from './page.ts';

/** Draws slides with other data first, and then with their own; returns how each differs from its drawing at once, or an empty text. */
export async function redrawDrawings(
  items: readonly PageDrawing[],
  states: readonly (readonly DatasetView[])[],
  show: (items: readonly PageDrawing[], language: string) => Promise<void>,
): Promise<string[]> {
  await show(items, 'en');
  const atOnce = readMarks();
  const [first = [], ...later] = states;
  const begun = items.map((item, index) => ({ ...item, view: first[index] ?? item.view }));
  await show(begun, 'en');
  for (const views of [...later, items.map(({ view }) => view)]) {
    for (const view of views) store.set(view);
    await waitForBlocks();
  }
  return readMarks().map((marks, index) => describeChange(atOnce[index] ?? '', marks));
}

/** What slides show in one state of their data: their marks, and what is wrong with them. */
interface Shown {
  marks: string[];
  results: PageResult[];
}

/**
 * Draws slides and gives them the data of each state in turn, with their tables; then draws each state at once. Returns
 * for each state and slide what differs from its drawing at once, and what is wrong.
 */
export async function followDrawings(
  states: readonly (readonly PageDrawing[])[],
  show: (items: readonly PageDrawing[], language: string) => Promise<void>,
  measure: (drawings: readonly Drawing[]) => PageResult[],
): Promise<string[][]> {
  const [first = [], ...later] = states;
  const language = first[0]?.drawing.language ?? 'en';
  await show(first, language);
  const followed: Shown[] = [];
  for (const items of later) {
    for (const { view } of items) store.set(view);
    await waitForBlocks();
    // Tables are written later than drawings, and before a page is printed.
    dispatchEvent(new Event('beforeprint'));
    followed.push({ marks: readMarks(), results: measure(items.map(({ drawing }) => drawing)) });
  }
  const wrong: string[][] = [];
  for (const [index, items] of later.entries()) {
    await show(items, language);
    const atOnce = readMarks();
    const { marks = [], results = [] } = followed[index] ?? {};
    wrong.push(
      items.map((_, slide) => {
        const [fault] = results[slide]?.faults ?? [];
        const change = describeChange(atOnce[slide] ?? '', marks[slide] ?? '');
        return change === '' && fault ? `${fault.kind}: ${fault.text}` : change;
      }),
    );
  }
  return wrong;
}

/** Reads the marks of each slide as text. */
function readMarks(): string[] {
  const sections = [...document.querySelectorAll('section.slide')];
  return sections.map((section) =>
    [...section.querySelectorAll('svg *')]
      .map(({ tagName, attributes, textContent }) => {
        const own = [...attributes].map(({ name, value }) => `${name}="${value}"`);
        return [tagName, ...own.sort(), textContent].join(' ');
      })
      .join('\n'),
  );
}

/** Returns the first line that differs in two texts; empty for equal ones. */
function describeChange(before: string, after: string): string {
  if (before === after) return '';
  const [lines, others] = [before.split('\n'), after.split('\n')];
  const at = others.findIndex((line, index) => line !== lines[index]);
  return `${lines[at] ?? 'nothing'}, and after updates ${others[at] ?? 'nothing'}`;
}

/** Waits until all blocks are drawn. */
export async function waitForBlocks(): Promise<void> {
  const elements = [...document.querySelectorAll('.block')];
  const blocks = elements.filter((one) => one instanceof BlockElement);
  await Promise.all(blocks.map((block) => block.ready));
}
