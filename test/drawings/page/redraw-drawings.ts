import { BlockElement } from '../../../src/browser/elements/block-element.ts';
import { store } from '../../../src/browser/page/data.ts';
import type { DatasetView } from '../../../src/talk/model/dataset.ts';
import type { PageDrawing } from './page.ts';

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
