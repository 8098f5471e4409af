import type { IsoDate } from '../../../talk/model/dataset.ts';
import { html } from '../../../talk/html/html.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { INDEX_EVENT } from '../../../talk/model/wire.ts';
import type { DatasetSummary } from '../../project/index-summary.ts';
import type { ToUrl } from '../assets.ts';
import { renderDocument, renderScript, type DocumentLinks } from '../document.ts';
import { FIRST_TALK_SCRIPT } from './first-talk.ts';
import { DROP_SCRIPT, renderDrop, renderDropScript } from './index-drop.ts';
import { EXPORT_SCRIPT, renderExportScript } from './index-export.ts';
import { renderThemes } from '../look-style.ts';
import { MODE_SCRIPT, renderIndexHead, renderMarkTitle, renderModeScript } from './index-head.ts';
import { renderDatasets } from './index-lists.ts';
import { renderSearch, renderSearchScript, SEARCH_SCRIPT } from './index-search.ts';
import { renderMore, type IndexPart } from './index-part.ts';
import { renderFirstSteps, renderKeys, renderNoTalks } from './index-steps.ts';
import { joinNeeds } from '../policy.ts';
import { renderTalks, sortTalks, toIndexTalk, type IndexTalk } from './index-talks.ts';

/** What the index shows. */
export interface IndexPageOptions {
  talks: readonly Talk[];
  datasets: readonly DatasetSummary[];
  links: DocumentLinks;
  toUrl: ToUrl;
  /** Today's date in a page of the dev server, which is updated; null in a build. */
  today: IsoDate | null;
  /** Whether a build has the PDF of each talk beside its page; defaults to false. */
  hasPdf?: boolean;
  /** Where the other talks are when `talks` are only the newest; absent where they are all. */
  part?: IndexPart | undefined;
}

/** Writes the page that lists a project's talks and datasets. */
export function renderIndexPage(options: IndexPageOptions): string {
  const { talks, toUrl, today, hasPdf = false } = options;
  const isLive = today !== null;
  const cards = { toUrl, isLive, hasPdf };
  const shown = sortTalks(talks.map((talk) => ({ ...toIndexTalk(talk, cards), talk })));
  return renderIndex({ ...options, talks: shown, example: shown[0]?.talk ?? null });
}

/** What the page is made of, where its talks are in their order. */
export interface IndexParts extends Pick<
  IndexPageOptions,
  'datasets' | 'links' | 'today' | 'part'
> {
  talks: readonly IndexTalk[];
  /** The talk by which a new user of a dev server is shown the first steps; defaults to none. */
  example?: Talk | null;
}

/** Writes the page of what the index shows of talks. */
export function renderIndex(parts: IndexParts): string {
  const { talks, datasets, links, today, part, example = null } = parts;
  const isLive = today !== null;
  const lead = html`<p class="index-lead">A talk is made of three things: <b>slides</b>, <b>data</b> and a <b>date</b>.</p>`;
  const following = writeFollowing(links);
  const own = [EXPORT_SCRIPT, FIRST_TALK_SCRIPT, DROP_SCRIPT, following];
  const scripts = [MODE_SCRIPT, ...(part ? [SEARCH_SCRIPT] : []), ...(isLive ? own : [])];
  const policy = { ...joinNeeds(talks.map(({ needs }) => needs)), scripts, isDev: isLive };
  const body = html`${renderModeScript()}
<main class="index">
${renderIndexHead(renderMarkTitle(), lead)}
${part ? renderSearch(part.total) : null}${talks.length > 0 ? renderTalks(talks) : renderNoTalks(today ?? '2026-01-31')}
${part ? renderMore(talks.length, part) : null}
${isLive && example ? renderFirstSteps(example) : null}
${datasets.length > 0 ? renderDatasets({ datasets, talks: part ? null : talks, today }) : null}
${isLive ? renderDrop() : null}
${renderKeys()}
</main>
${part ? renderSearchScript() : null}${isLive ? html`${renderExportScript()}${renderDropScript()}${renderScript(following, 'module')}` : null}`;
  const about = 'The talks of this project, and the data they rest on.';
  const page = { title: 'Talks', description: about, language: 'en', theme: 'rostrum' };
  // A change loads the index again.
  const head = renderThemes(talks);
  return renderDocument({ ...page, links, policy, body, mayChange: false, ...(head && { head }) });
}

/** Loads the index again when a talk or dataset changed. */
function writeFollowing({ scripts }: DocumentLinks): string {
  return `
import { createHotContext } from ${JSON.stringify(scripts[0] ?? '')};
createHotContext('/@rostrum/index').on('${INDEX_EVENT}', () => location.reload());
`;
}
