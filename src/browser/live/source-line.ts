import { useRow, useRows } from '../../talk/data/view.ts';
import type { DatasetView, DataUse } from '../../talk/model/dataset.ts';
import type { PageLive } from '../../talk/model/live-shape.ts';
import { distinctUses, renderSources } from '../../talk/render/sources.ts';
import type { ValueElement } from '../elements/rostrum-value.ts';
import type { DataStore } from '../page/data.ts';

/** What lines were written for: live rows mostly have the sources and dates of those before. */
const written = new WeakMap<Element, string>();

/** Updates the source lines of slides for the newest rows of a dataset. */
export function writeSources({ uses }: PageLive, dataset: string, store: DataStore): void {
  const view = store.get(dataset);
  const newest = findNewest(view);
  if (!view || !newest) return;
  const present = new Set(useRows(view).map(nameRow));
  for (const [id, all] of Object.entries(uses)) {
    if (!all.some((use) => use.dataset === dataset)) continue;
    const slide = document.querySelector(`#${CSS.escape(id)}`);
    const line = slide?.querySelector(':scope > .slide-foot .sources');
    if (!slide || !line) continue;
    // A row that the page was built with may have been taken back or retired since.
    const known = all.filter(
      (use) => use.dataset !== dataset || (!use.isEarlier && present.has(nameRow(use))),
    );
    const earlier = findEarlier(slide).filter((use) => use.dataset === dataset);
    const now = distinctUses([...known, newest, ...earlier]);
    const name = JSON.stringify(now);
    if (written.get(line) === name) continue;
    const html = renderSources(now, document.documentElement.lang);
    if (!html) continue;
    const template = document.createElement('template');
    template.innerHTML = html.markup;
    const next = template.content.firstElementChild;
    if (!next) continue;
    written.set(next, name);
    line.replaceWith(next);
  }
}

/** Collects what the values of a slide look back to now. */
function findEarlier(slide: Element): DataUse[] {
  const values = slide.querySelectorAll<Partial<ValueElement> & Element>('rostrum-value');
  return [...values].flatMap(({ earlierUses }) => earlierUses ?? []);
}

function findNewest(view: DatasetView | undefined): DataUse | null {
  const row = view?.rows.at(-1);
  return view && row ? useRow(view, row) : null;
}

/** Names the rows of a source and a date. */
function nameRow({ source, asOf }: DataUse): string {
  return JSON.stringify([source?.name, source?.url, asOf]);
}
