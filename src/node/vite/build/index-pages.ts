import type { Talk } from '../../../talk/model/talk.ts';
import { renderIndexPage, type IndexPageOptions } from '../../pages/index/index-page.ts';
import { LIST_NAME } from '../../pages/index/index-search.ts';
import { newestFirst, toEntry } from '../../project/cache/newest-talks.ts';
import { ALL_NAME, countShown } from '../../pages/index/index-part.ts';
import { sortTalks } from '../../pages/index/index-talks.ts';

/** Renders the index; of many talks it shows the newest, and a page beside it shows all. Returns the texts by file name. */
export function renderIndexPages(
  { talks, datasets }: Pick<IndexPageOptions, 'talks' | 'datasets'>,
  options: Pick<IndexPageOptions, 'links' | 'hasPdf' | 'toUrl'>,
): Record<string, string> {
  const render = (shown: readonly Talk[], part?: IndexPageOptions['part']): string =>
    renderIndexPage({ ...options, talks: shown, datasets, today: null, part });
  const total = talks.length;
  const count = countShown(total);
  const isTaken = talks.some(({ name }) => name === ALL_NAME);
  if (count >= total || isTaken) return { 'index.html': render(talks) };
  const newest = sortTalks(talks).slice(0, count);
  const part = { total, more: null, all: `./${ALL_NAME}` };
  const list = talks.map(({ name, meta }) => toEntry(name, meta)).sort(newestFirst);
  return {
    'index.html': render(newest, part),
    [ALL_NAME]: render(talks),
    [LIST_NAME]: JSON.stringify(list),
  };
}
