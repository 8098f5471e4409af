import { renderIndex, type IndexParts } from '../../pages/index/index-page.ts';
import { LIST_NAME } from '../../pages/index/index-search.ts';
import { newestFirst, type TalkEntry } from '../../project/cache/newest-talks.ts';
import { ALL_NAME, countShown } from '../../pages/index/index-part.ts';
import { sortTalks, type IndexTalk } from '../../pages/index/index-talks.ts';

/** A talk on the index, and in the list that is searched. */
interface ListedTalk {
  index: IndexTalk;
  entry: TalkEntry;
}

/** Renders the index; of many talks it shows the newest, and a page beside it shows all. Returns the texts by file name. */
export function renderIndexPages(
  talks: readonly ListedTalk[],
  options: Pick<IndexParts, 'links' | 'datasets'>,
): Record<string, string> {
  const sorted = sortTalks(talks.map(({ index }) => index));
  const render = (shown: readonly IndexTalk[], part?: IndexParts['part']): string =>
    renderIndex({ ...options, talks: shown, today: null, part });
  const total = sorted.length;
  const count = countShown(total);
  const isTaken = sorted.some(({ name }) => name === ALL_NAME);
  if (count >= total || isTaken) return { 'index.html': render(sorted) };
  const part = { total, more: null, all: `./${ALL_NAME}` };
  const list = talks.map(({ entry }) => entry).sort(newestFirst);
  return {
    'index.html': render(sorted.slice(0, count), part),
    [ALL_NAME]: render(sorted),
    [LIST_NAME]: JSON.stringify(list),
  };
}
