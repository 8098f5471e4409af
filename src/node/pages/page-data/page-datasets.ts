import type { Talk } from '../../../talk/model/talk.ts';
import { rootOfView } from '../../../talk/data/periods/plan.ts';
import { listRead } from './page-live.ts';

/** Lists the datasets and their parts that a page needs: all where it changes, else those that blocks draw; values are written already. */
export function pickDatasets({ datasets, slides }: Talk, isChanging: boolean): Talk['datasets'] {
  if (isChanging) return datasets;
  const drawn = new Set(slides.flatMap(({ blocks }) => blocks.flatMap(listRead)));
  return Object.fromEntries(
    Object.entries(datasets).filter(([name]) => drawn.has(rootOfView(name))),
  );
}
