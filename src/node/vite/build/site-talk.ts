import type { AssetUse, Talk } from '../../../talk/model/talk.ts';
import { toEntry, type TalkEntry } from '../../project/cache/newest-talks.ts';
import { listAssets, type ToUrl } from '../../pages/assets.ts';
import { toIndexTalk, type IndexTalk } from '../../pages/index/index-talks.ts';
import { listFiled } from '../../pages/page-data/page-live.ts';
import type { Site } from '../site.ts';
import { measureData, type DataSize } from './data-sizes.ts';
import { findElements } from './optional.ts';

/** What a site needs of a talk in addition to its page: a plain value, which is kept from build to build. */
export interface SiteTalk {
  index: IndexTalk;
  entry: TalkEntry;
  /** The files of its page. */
  pages: string[];
  /** What its slides need in addition to the deck itself. */
  elements: string[];
  sizes: DataSize[];
  /** Its own stylesheet, as its head names it. */
  css: string | null;
  assets: Pick<AssetUse, 'path' | 'isLink' | 'room'>[];
  /** The files that its page needs. */
  used: string[];
  /** The files that the head of its page names, as absolute paths. */
  heads: string[];
  /** Its live datasets that are files of the site. */
  filed: string[];
  /** Milliseconds between two looks at its live data. */
  intervals: number[];
}

/** Makes of a talk what its site needs. */
export function toSiteTalk(
  talk: Talk,
  { hasNotes, hasPdf }: Pick<Site, 'hasNotes' | 'hasPdf'>,
  { toUrl, ...names }: { toUrl: ToUrl } & Pick<SiteTalk, 'heads' | 'pages'>,
): SiteTalk {
  const { name, meta, assets, live } = talk;
  return {
    index: toIndexTalk(talk, { toUrl, isLive: false, hasPdf }),
    entry: toEntry(name, meta),
    elements: [...findElements([talk])],
    sizes: measureData([talk]),
    css: meta.css,
    assets: assets.map(({ path, isLink, room }) => ({
      path,
      ...(isLink && { isLink }),
      ...(room && { room }),
    })),
    used: listAssets(talk, hasNotes),
    ...names,
    filed: [...listFiled([talk])],
    intervals: Object.values(live?.datasets ?? {}).map(({ interval }) => interval),
  };
}
