import { createHash } from 'node:crypto';
import { html, type Html } from '../../talk/model/html.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';

/** What a page needs beside files of its own origin. */
export interface PolicyNeeds {
  /** Texts of the scripts within the page; each runs by its hash, and no other does. Defaults to none. */
  scripts?: readonly string[];
  /** Origins of live data; defaults to none. */
  origins?: readonly string[];
  /** Whether pictures, media, styles or fonts come from other origins; defaults to no. */
  isOpen?: boolean;
  /** Whether pages of other origins are shown in frames; defaults to no. */
  hasFrames?: boolean;
  /** Whether the dev server's client runs on the page; defaults to no. */
  isDev?: boolean;
}

const ANYWHERE = ['https:', 'http:'];
const LINE_ENDS = /\r\n?/g;
/** Attributes of a slide that load a file from another origin, and a style element that names one. */
const REMOTE =
  /\s(?:src|srcset|poster|data|style|xlink:href|data-[\w-]+)="[^"]*(?:https?:)?\/\/|<(?:image|use|feimage)\b[^>]*\shref="(?:https?:)?\/\/|<style\b[^>]*>[^<]*\/\//i;
const FRAME = /<iframe\b|\sdata-background-iframe=/i;

/** Renders the Content Security Policy of a page; it must stand before everything that is loaded. */
export function renderPolicy(needs: PolicyNeeds): Html {
  return html`<meta http-equiv="Content-Security-Policy" content="${writePolicy(needs)}">\n`;
}

/** Writes the policy of a page: scripts of its own origin and those within the page, known by their hashes, and no others. */
export function writePolicy(needs: PolicyNeeds): string {
  const { scripts = [], origins = [], isOpen = false, hasFrames = false, isDev = false } = needs;
  const remote = isOpen ? ANYWHERE : [];
  const files = ["'self'", 'data:', 'blob:', ...remote];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...new Set(scripts.map(hashScript))],
    'style-src': ["'self'", "'unsafe-inline'", ...remote],
    'img-src': files,
    'media-src': files,
    'font-src': ["'self'", 'data:', ...remote],
    'connect-src': ["'self'", ...new Set(origins), ...(isDev ? ['ws:', 'wss:'] : [])],
    'frame-src': ["'self'", ...(hasFrames ? ANYWHERE : [])],
    // The client of the dev server waits in a worker for a server that is away.
    'worker-src': isDev ? ["'self'", 'blob:'] : ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Says what the page of a talk needs beside its scripts. */
export function findNeeds({ slides, meta, live }: Talk): PolicyNeeds {
  const found = slides.map(findSlideNeeds);
  const addresses = Object.values(live?.datasets ?? {}).flatMap(({ url, stream }) => [url, stream]);
  return {
    origins: addresses.flatMap((address) => (address === undefined ? [] : toOrigin(address))),
    // A stylesheet of the author's own may name files of any origin.
    isOpen: meta.css !== null || found.some(({ isOpen }) => isOpen),
    hasFrames: found.some(({ hasFrames }) => hasFrames),
  };
}

/** Says what a page needs that shows slides of several talks. */
export function mergeNeeds(talks: readonly Talk[]): PolicyNeeds {
  const needs = talks.map(findNeeds);
  return {
    isOpen: needs.some(({ isOpen }) => isOpen),
    hasFrames: needs.some(({ hasFrames }) => hasFrames),
  };
}

const slideNeeds = new WeakMap<Slide, { isOpen: boolean; hasFrames: boolean }>();

function findSlideNeeds(slide: Slide): { isOpen: boolean; hasFrames: boolean } {
  const known = slideNeeds.get(slide);
  if (known) return known;
  const found = { isOpen: REMOTE.test(slide.html), hasFrames: FRAME.test(slide.html) };
  slideNeeds.set(slide, found);
  return found;
}

function toOrigin(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { origin } = new URL(address);
  return origin === 'null' ? [] : [origin];
}

/** Hashes a script as a browser does, which reads its line ends as one kind. */
function hashScript(text: string): string {
  const hash = createHash('sha256').update(text.replace(LINE_ENDS, '\n')).digest('base64');
  return `'sha256-${hash}'`;
}
