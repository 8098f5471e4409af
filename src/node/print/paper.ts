import { html, rawHtml } from '../../talk/html/html.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { dropUnusedFaces } from '../pages/faces.ts';
import { renderTalkPage } from '../pages/talk-page.ts';
import { linkScript, type PageFilesOptions, type RenderPage } from './page-files.ts';
import { renderScriptStyle } from '../pages/script-faces.ts';
import { ENTRIES, readScripts } from '../client/client.ts';

/*
 * A browser lays a page out for its window, then for paper, then for the window again. Slides that only stand there are
 * spared the first and the last: what is not in the window is left out. Blocks that draw themselves must be laid out to do
 * so, and whatever else lives by itself is left alone.
 */
const STYLE = `@media screen {
.print .slides > .slide:not(:has([data-block], iframe, video, canvas, object, embed)) { content-visibility: auto }
}`;

const HEAD = html`<style>${rawHtml(STYLE)}</style>
`;

/** The letters of blocks that draw themselves are in their scripts. */
const DRAWN = /<rostrum-/;

/** Returns the markup and styles of a page that is only printed. */
export function usePaper(
  talk: Talk,
  { runtime, root }: Pick<PageFilesOptions, 'runtime' | 'root'>,
): Pick<PageFilesOptions, 'runtime' | 'renderPage' | 'trimStyle'> {
  const head = html`${HEAD}${renderScriptStyle(talk, root)}`;
  const renderPage: RenderPage = (part, parts) => {
    const links = { ...parts.links, ...linkScript(runtime, ENTRIES.paper) };
    return renderTalkPage(part, { ...parts, links, hasNotes: false, live: null, head });
  };
  if (talk.meta.css !== null || talk.blockFiles) return { runtime, renderPage };
  // Text is laid out faster the fewer faces it could stand in.
  const trimStyle = (style: string, page: string): string =>
    dropUnusedFaces(style, page, DRAWN.test(page) ? readScripts(runtime) : '');
  return { runtime, renderPage, trimStyle };
}
