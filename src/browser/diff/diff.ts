import '../styles/rostrum.css';
import '../styles/diff.css';
import type { DatasetView } from '../../talk/model/dataset.ts';
import {
  DIFF_DATA_ID,
  READY_ATTRIBUTE,
  type DiffPageData,
  type DiffSide,
} from '../../talk/model/wire.ts';
import { store } from '../page/data.ts';
import { defineElements } from '../elements/define.ts';
import { waitForDrawing } from '../page/ready.ts';

void start();

async function start(): Promise<void> {
  const root = document.documentElement;
  const text = document.getElementById(DIFF_DATA_ID)?.textContent ?? '{}';
  const data = JSON.parse(text) as DiffPageData;
  // Slides are drawn as in a deck, but all of them are visible.
  root.classList.add('deck');
  for (const side of ['before', 'after'] as const) takeSide(side, data[side]);
  await defineElements(document);
  root.setAttribute(READY_ATTRIBUTE, (await waitForDrawing(document)).join('\n'));
}

/** Renames one side's datasets, because both talks use the same names. */
function takeSide(side: DiffSide, datasets: Record<string, DatasetView>): void {
  for (const view of Object.values(datasets)) {
    const part = view.part && { part: { ...view.part, id: `${side} ${view.part.id}` } };
    store.set({ ...view, ...part, name: `${side} ${view.name}` });
  }
  const blocks = document.querySelectorAll<HTMLElement>(`[data-side="${side}"] [data-spec]`);
  for (const block of blocks) {
    const spec = JSON.parse(block.dataset['spec'] ?? '{}') as { data?: unknown };
    if (typeof spec.data !== 'string') continue;
    block.dataset['spec'] = JSON.stringify({ ...spec, data: `${side} ${spec.data}` });
  }
}
