import { createHash } from 'node:crypto';
import { listLoaded } from '../../talk/html/listed-addresses.ts';
import { html, type Html } from '../../talk/html/html.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';

/** What a page needs beside files of its own origin. */
export interface PolicyNeeds {
  /** Texts of the scripts within the page; each runs by its hash, and no other does. Defaults to none. */
  scripts?: readonly string[];
  /** Origins of live data, of the relay by which a room follows, and of pages in frames, which the page asks whether they answer; defaults to none. */
  origins?: readonly string[];
  /** Origins that slides and stylesheets name for pictures, media and fonts; defaults to none. */
  hosts?: readonly string[];
  /** Origins of stylesheets; defaults to none. */
  styles?: readonly string[];
  /** Whether pictures, media, styles and fonts may come from any origin, since a stylesheet cannot be read; defaults to no. */
  isOpen?: boolean;
  /** Whether pages of other origins are shown in frames; defaults to no. */
  hasFrames?: boolean;
  /** Whether a service worker keeps the page; defaults to no. */
  hasWorker?: boolean;
  /** Whether the dev server's client runs on the page; defaults to no. */
  isDev?: boolean;
}

const ANYWHERE = ['https:', 'http:'];
const LINE_ENDS = /\r\n?/g;
const REMOTE = /^\s*(?:https?:)?\/\//i;
const SLASHES = '//';
const FRAMED = /<a class="frame-still" href="([^"]*)"/g;
const FRAME = /<iframe\b|\sdata-(?:background-iframe|preview-link)=/i;

/** Headers by which pages of other origins may not frame a page. */
export const FRAME_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Frame-Options': 'SAMEORIGIN',
};

/** Renders the Content Security Policy of a page; it must stand before everything that is loaded. */
export function renderPolicy(needs: PolicyNeeds): Html {
  return html`<meta http-equiv="Content-Security-Policy" content="${writePolicy(needs)}">\n`;
}

/** Writes the policy of a page: scripts of its own origin and those within the page, known by their hashes, and no others. */
export function writePolicy(needs: PolicyNeeds): string {
  const { scripts = [], origins = [], hosts = [], styles = [], isDev = false } = needs;
  const { isOpen = false, hasFrames = false, hasWorker = false } = needs;
  const remote = isOpen ? ANYWHERE : [...new Set(hosts)].sort();
  const sheets = isOpen ? ANYWHERE : [...new Set(styles)].sort();
  const files = ["'self'", 'data:', 'blob:', ...remote];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...new Set(scripts.map(hashScript))],
    'style-src': ["'self'", "'unsafe-inline'", ...sheets],
    'img-src': files,
    'media-src': files,
    'font-src': ["'self'", 'data:', ...remote],
    'connect-src': ["'self'", ...new Set(origins), ...(isDev ? ['ws:', 'wss:'] : [])],
    'frame-src': ["'self'", ...(hasFrames ? ['data:', ...ANYWHERE] : [])],
    // The client of the dev server waits in a worker for a server that is away.
    'worker-src': isDev ? ["'self'", 'blob:'] : [hasWorker ? "'self'" : "'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Lists what the page of a talk needs beside its scripts; what only notes show is needed where those go along. */
export function collectNeeds(
  { meta, slides, styleNeeds, live }: Talk,
  hasNotes = false,
  found = slides.map(collectSlideNeeds),
): PolicyNeeds {
  const noted = hasNotes ? found.flatMap(({ noted }) => noted) : [];
  const { sheets = [], files = [], isWhole = true } = styleNeeds ?? {};
  const styles = sheets.flatMap(toHosts);
  const feeds = Object.values(live?.datasets ?? {}).flatMap(({ url, stream }) => [url, stream]);
  const addresses = [...feeds, meta.follow ?? undefined];
  return {
    origins: [
      ...addresses.flatMap((address) => (address === undefined ? [] : toOrigin(address))),
      ...found.flatMap(({ framed }) => framed),
    ],
    // What a stylesheet names without an origin comes from its own.
    hosts: [...found.flatMap(({ hosts }) => hosts), ...noted, ...files.flatMap(toHosts), ...styles],
    styles,
    isOpen: !isWhole,
    hasFrames: found.some(({ hasFrames }) => hasFrames),
  };
}

/** Returns what a page with slides of several talks may load. */
export function mergeNeeds(talks: readonly Talk[]): PolicyNeeds {
  return joinNeeds(talks.map((talk) => collectNeeds(talk)));
}

/** Joins what several pages need to what one page of all their slides needs. */
export function joinNeeds(needs: readonly PolicyNeeds[]): PolicyNeeds {
  return {
    hosts: needs.flatMap(({ hosts = [] }) => hosts),
    styles: needs.flatMap(({ styles = [] }) => styles),
    isOpen: needs.some(({ isOpen }) => isOpen),
    hasFrames: needs.some(({ hasFrames }) => hasFrames),
  };
}

/** What a slide needs: origins that it names, and those of its notes and of pages in frames. */
export interface SlideNeeds extends Required<Pick<PolicyNeeds, 'hosts' | 'hasFrames'>> {
  noted: readonly string[];
  framed: readonly string[];
}

const slideNeeds = new WeakMap<Slide, SlideNeeds>();

/** Finds what a slide and its notes need. */
export function collectSlideNeeds(slide: Slide): SlideNeeds {
  const known = slideNeeds.get(slide);
  if (known) return known;
  const hasFrames = FRAME.test(slide.html);
  const addresses = hasFrames ? [...slide.html.matchAll(FRAMED)] : [];
  const framed = addresses.flatMap(([, address = '']) => toOrigin(address));
  const [hosts, noted] = [listHosts(slide.html), listHosts(slide.notes)];
  const found = { hosts, noted, hasFrames, framed };
  slideNeeds.set(slide, found);
  return found;
}

function listHosts(markup: string): string[] {
  return markup.includes(SLASHES) ? listLoaded(markup).flatMap(toHosts) : [];
}

/** Returns the origin of a URL for a policy, which cannot express IPv6 hosts. */
function toHosts(address: string): string[] {
  if (!REMOTE.test(address)) return [];
  return ANYWHERE.flatMap((scheme) => {
    const url = URL.canParse(address, `${scheme}//x`) ? new URL(address, `${scheme}//x`) : null;
    return url?.protocol !== scheme ? [] : url.hostname.startsWith('[') ? scheme : url.origin;
  });
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
