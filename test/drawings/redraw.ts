import type { DatasetView } from '../../src/talk/model/dataset.ts';
import type { Drawing } from './drawing.ts';
import { toItem } from './item.ts';
import type { DrawingJudge } from './open-judge.ts';

/** How many states of its data a drawing has before its own. */
const STATES = 4;

/**
 * Draws other states of the data first, made by `alter`, and then the data themselves; returns what differs from
 * drawings that are made at once.
 */
export async function redraw(
  { page }: DrawingJudge,
  drawings: readonly Drawing[],
  alter: (view: DatasetView) => DatasetView,
): Promise<string[]> {
  const items = drawings.flatMap((drawing, index) => toItem(drawing, index).item ?? []);
  const states = Array.from({ length: STATES }, () => items.map(({ view }) => alter(view)));
  const changes = await page.evaluate(
    (text) => window.redrawDrawings(...(JSON.parse(text) as RedrawRequest)),
    JSON.stringify([items, states]),
  );
  return changes.flatMap((change, index) => {
    const { spec } = items[index]?.drawing ?? {};
    return change === '' ? [] : [`${JSON.stringify(spec)}: ${change}`];
  });
}

type RedrawRequest = Parameters<Window['redrawDrawings']>;

/** Drawings whose words are not all written by the drawing. */
const OTHERS: readonly Drawing['kind'][] = ['spark', 'timeline', 'kernel-timeline'];

/** How many rows a drawing may have, so that its table shows all of them. */
const MAX_ROWS = 120;

/**
 * Changes the rows of drawings step by step with `grow`, and judges each state as it is drawn over the one before. Returns
 * what is wrong, or differs from the drawing that is made at once.
 */
export async function follow(
  { page }: DrawingJudge,
  drawings: readonly Drawing[],
  grow: (drawing: Drawing) => Drawing,
): Promise<string[]> {
  // Notes can be at rows that a source takes back.
  const plain = drawings
    .filter(({ kind, rows }) => !OTHERS.includes(kind) && rows.length <= MAX_ROWS)
    .map(({ spec: { annotate: _, ...spec }, ...one }) => ({ ...one, spec, language: 'en' }));
  const first = plain.flatMap((drawing, index) => toItem(drawing, index).item ?? []);
  const states = [first];
  for (let state = 0; state < STATES; state++) {
    const before = states.at(-1) ?? [];
    states.push(
      before.map((item) => {
        const name = Number(item.view.name.replace('drawing', ''));
        const next = grow(item.drawing);
        const isSmall = next.rows.length <= MAX_ROWS;
        // What an error takes the place of is not drawn, and the drawing before stays.
        const { item: drawn } = isSmall ? toItem(next, name) : { item: null };
        // Live data change a page that was built before.
        return drawn ? { ...drawn, html: item.html } : item;
      }),
    );
  }
  const wrong = await page.evaluate(
    (text) => window.followDrawings(JSON.parse(text) as FollowRequest),
    JSON.stringify(states),
  );
  return wrong.flatMap((slides, state) =>
    slides.flatMap((text, slide) => {
      const { drawing } = states[state + 1]?.[slide] ?? {};
      return text === '' ? [] : [`${JSON.stringify(drawing)}: ${text}`];
    }),
  );
}

type FollowRequest = Parameters<Window['followDrawings']>[0];
