import { useRow } from '../../talk/data/view.ts';
import type { DataUse } from '../../talk/model/dataset.ts';
import type { PageLive } from '../../talk/model/live-shape.ts';
import { renderSources } from '../../talk/render/sources.ts';
import type { DataStore } from '../page/data.ts';

/** Updates the source lines of slides for the newest rows of a dataset. */
export function writeSources({ uses }: PageLive, dataset: string, store: DataStore): void {
  const newest = findNewest(dataset, store);
  if (!newest) return;
  for (const [id, rests] of Object.entries(uses)) {
    if (!rests.some((use) => use.dataset === dataset)) continue;
    const line = document.querySelector(`#${CSS.escape(id)} > .slide-foot .sources`);
    const html = renderSources([...rests, newest], document.documentElement.lang);
    if (!line || !html) continue;
    const template = document.createElement('template');
    template.innerHTML = html.markup;
    const next = template.content.firstElementChild;
    if (next && !line.isEqualNode(next)) line.replaceWith(next);
  }
}

function findNewest(dataset: string, store: DataStore): DataUse | null {
  const view = store.get(dataset);
  const row = view?.rows.at(-1);
  return view && row ? useRow(view, row) : null;
}
