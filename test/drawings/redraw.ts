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
