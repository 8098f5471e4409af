import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect } from 'vite';
import { html } from '../../../talk/html/html.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { parsePath } from '../../pages/address.ts';
import type { ToUrl } from '../../pages/assets.ts';
import type { DocumentLinks } from '../../pages/document.ts';
import { renderIndexPage } from '../../pages/index/index-page.ts';
import { renderRoomScript } from '../../pages/page-data/page-room.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { renderTalkPage } from '../../pages/talk-page.ts';
import { listDatasets } from '../../project/index-summary.ts';
import type { Project } from '../../project/project.ts';
import type { NetworkOptions } from '../site.ts';
import type { Middleware } from './gate.ts';
import { isSeen } from './guest-files.ts';

/** The inputs of what those without the token get. */
export interface GuestSources {
  project: Project;
  base: string;
  /** The talks that they may see. */
  talks: NetworkOptions['guestTalks'];
  isEmbeddable: boolean;
  toUrl: ToUrl;
  /** Finds what the page of a talk loads, or the index for null. */
  openLinks(talk: Talk | null): Promise<DocumentLinks>;
  /** Answers requests for files of the client. */
  answerClient: Connect.NextHandleFunction;
}

const READING = ['GET', 'HEAD'];
const INDEX = /^(?:index\.html)?$/;
/** `NAME`, `NAME/` and `NAME/index.html` are all a talk's page. */
const TALK = /^([^/]+?)(\/(?:index\.html)?)?$/;
const STYLE = /\.(?:css|scss|sass|less|styl|stylus|pcss|postcss)$/;
const WORDS =
  'Without the token there are only slides here, and no others than those that are listed.\n';

/** Answers with what a build without notes would hold: the index, the talks as plain decks, and the files that they show. */
export function answerGuests(sources: GuestSources): Middleware {
  const { base, answerClient } = sources;
  return (request, response, next) => {
    const pathname = parsePath(request.url) ?? '';
    const isReading = READING.includes(request.method ?? '') && pathname.startsWith(base);
    if (!isReading) return refuse(response);
    const name = pathname.slice(base.length);
    answerClient(request, response, (error?: unknown) => {
      if (error) next(error);
      else void answerOther(name, { request, response, next, sources });
    });
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  next: (error?: unknown) => void;
  sources: GuestSources;
}

async function answerOther(name: string, { request, response, next, sources }: Exchange) {
  try {
    const page = await answerPage(name, sources);
    if (page) return send(page, request, response);
    if (!(await isSeenByGuests(name, sources))) return refuse(response);
    prepareForVite(request);
    next();
  } catch (error) {
    next(error);
  }
}

/** A page, or the address at which it is. */
type Page = { body: string } | { location: string };

async function answerPage(name: string, sources: GuestSources): Promise<Page | null> {
  if (INDEX.test(name)) return { body: await renderIndex(sources) };
  const [, talkName = '', slash] = TALK.exec(name) ?? [];
  const talk = await findTalk(talkName, sources);
  if (!talk) return null;
  if (slash === undefined) return { location: `${encodeURIComponent(talkName)}/` };
  return { body: await renderTalk(talk, sources) };
}

async function renderIndex(sources: GuestSources): Promise<string> {
  const { project, openLinks, toUrl } = sources;
  const found = await Promise.all(listTalks(sources).map((name) => findTalk(name, sources)));
  const talks = found.filter((talk) => talk !== null);
  const users = new Set(talks.flatMap(listDatasets));
  const datasets = (await project.datasets()).filter(({ name }) => users.has(name));
  return renderIndexPage({ talks, datasets, toUrl, links: await openLinks(null), today: null });
}

async function renderTalk(talk: Talk, sources: GuestSources): Promise<string> {
  const { project, openLinks, toUrl, isEmbeddable } = sources;
  const links = await openLinks(talk);
  const head = html`${renderScriptStyle(talk, project.root)}${renderRoomScript(talk, project)}`;
  const shown = { links, toUrl, isEmbeddable, head, home: '../' };
  return renderTalkPage(talk, { ...shown, hasNotes: false, hasLatePictures: true });
}

function listTalks({ project, talks }: GuestSources): readonly string[] {
  return talks === 'all' ? project.talkNames : talks;
}

/** Compiles a talk that guests may see, as it is when it is opened: nothing on it changes by itself. */
async function findTalk(name: string, sources: GuestSources): Promise<Talk | null> {
  if (!listTalks(sources).includes(name)) return null;
  const checked = await sources.project.compile(name);
  if (!checked) return null;
  const { live: _live, ...talk } = checked.value;
  return talk;
}

async function isSeenByGuests(file: string, sources: GuestSources): Promise<boolean> {
  for (const name of listTalks(sources)) {
    const talk = await findTalk(name, sources);
    if (talk && isSeen(file, talk, sources.project)) return true;
  }
  return false;
}

/** Removes what makes Vite answer with a module or another form of a file. */
function prepareForVite(request: IncomingMessage): void {
  const [address = '/'] = (request.url ?? '/').split('?');
  request.url = address;
  request.headers['sec-fetch-dest'] = STYLE.test(address) ? 'style' : 'image';
  request.headers.accept = STYLE.test(address) ? 'text/css' : '*/*';
}

function send(page: Page, request: IncomingMessage, response: ServerResponse): void {
  if ('location' in page) {
    response.writeHead(302, { Location: page.location }).end();
    return;
  }
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' };
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : page.body);
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(WORDS);
}
