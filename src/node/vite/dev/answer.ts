import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from '../../../talk/html/html.ts';
import type { Project } from '../../project/project.ts';
import { renderIndexPage } from '../../pages/index/index-page.ts';
import { LIST_NAME } from '../../pages/index/index-search.ts';
import { countShown, toDevPart } from '../../pages/index/index-part.ts';
import type { LiveTalks } from './live-talks.ts';
import type { ListNewest } from '../../project/cache/newest-talks.ts';
import { renderMissingPage } from '../../pages/missing-page.ts';
import {
  answerOtherDay,
  compileForAddress,
  DAY_PARAMETER,
  decodePart,
} from '../../pages/other-day.ts';
import { PUSHED, toPageLive } from '../../pages/page-data/page-live.ts';
import { renderRoomScript } from '../../pages/page-data/page-room.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { renderTalkPage } from '../../pages/talk-page.ts';
import type { ToUrl } from '../../pages/assets.ts';
import type { DevUrls } from './dev-urls.ts';

/** The inputs of the dev server's pages. */
export interface PageSources {
  project: Project;
  isOffline: boolean;
  isEmbeddable: boolean;
  isRehearsed: boolean;
  live: LiveTalks;
  listNewest: ListNewest;
  openUrls: () => Promise<DevUrls>;
  toUrl: ToUrl;
}

type Next = (error?: unknown) => void;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** `/NAME`, `/NAME/` and `/NAME/index.html` are all a talk's page. */
const TALK_PATH = /^\/([^/]+?)(\/(?:index\.html)?)?$/;

/** Answers requests for the index and for talks; everything else passes. */
export function answerPages(sources: PageSources): Middleware {
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const url = new URL(request.url ?? '/', 'http://localhost');
    answer(url, sources, request.headers.accept ?? '').then((found) => {
      if (!found) return next();
      response.writeHead(found.status, { 'Cache-Control': 'no-cache', ...found.headers });
      response.end(request.method === 'HEAD' ? undefined : found.body);
    }, next);
  };
}

async function answer(url: URL, sources: PageSources, accept: string): Promise<Answer | null> {
  const { project, live, openUrls, toUrl, isOffline, isEmbeddable } = sources;
  if (url.pathname === '/' || url.pathname === '/index.html') {
    return page(200, await renderIndex(url, sources));
  }
  if (url.pathname === `/${LIST_NAME}`) return json(sources.listNewest());
  const day = await answerOtherDay(url, project, toUrl);
  if (day) return json(day);
  const [, encoded, slash] = TALK_PATH.exec(url.pathname) ?? [];
  const name = encoded === undefined ? null : decodePart(encoded);
  const talk = name === null ? undefined : await live.open(name);
  if (talk && slash === undefined) return redirect(`${encoded}/${url.search}`);
  if (talk) {
    const isDated = url.searchParams.has(DAY_PARAMETER);
    const shown = (isDated && (await compileForAddress(talk.name, url, project))) || talk;
    const pageLive = isOffline || isDated ? null : toPageLive(talk, PUSHED);
    const state = live.stateOf(talk);
    const options = {
      links: (await openUrls()).talk(talk),
      hasNotes: true,
      toUrl,
      live: pageLive,
      state,
      isRehearsed: sources.isRehearsed || undefined,
      isDev: true,
      isEmbeddable,
      home: '../',
      head: html`${renderScriptStyle(shown, project.root)}${renderRoomScript(shown, project)}`,
    };
    return page(200, renderTalkPage(shown, options));
  }
  // Missing scripts and pictures get the plain response of the server.
  if (!accept.includes('text/html')) return null;
  return page(404, renderMissingPage(url.pathname, project.talkNames, (await openUrls()).index));
}

/** Renders the newest talks, as many as the address names, and compiles no others. */
async function renderIndex(url: URL, sources: PageSources): Promise<string> {
  const { project, openUrls, toUrl } = sources;
  const datasets = await project.datasets();
  const names = sources.listNewest().map(({ name }) => name);
  const shown = names.slice(0, countShown(names.length, url.searchParams.get('to')));
  const talks = (await project.compileAll(shown)).map(({ value }) => value);
  const { index: links } = await openUrls();
  const part = toDevPart(shown.length, names.length);
  return renderIndexPage({ talks, datasets, links, toUrl, today: project.today(), part });
}

function page(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

function json(value: unknown): Answer {
  const headers = { 'Content-Type': 'application/json' };
  return { status: 200, headers, body: JSON.stringify(value) };
}

function redirect(location: string): Answer {
  return { status: 302, headers: { Location: location }, body: '' };
}
