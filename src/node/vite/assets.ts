import { escapeHtml } from '../../talk/model/html.ts';
import type { AssetUse, Slide, Talk } from '../../talk/model/talk.ts';

const TAIL = /[?#].*$/;

/** Says where a file of the project is served; takes its path from the project's root. */
export type ToUrl = (path: string) => string;

/** Points a slide's pictures and links to where their files are served. */
export function placeAssets(slide: Slide, talk: Talk, toUrl: ToUrl): string {
  return place(slide.html, slide, talk, toUrl);
}

/** Points what a slide's speaker notes show and link to where it is served. */
export function placeNotes(slide: Slide, talk: Talk, toUrl: ToUrl): string {
  return place(slide.notes, slide, talk, toUrl);
}

/** Lists the files that a talk's page needs; what only its notes show is needed where those go along. */
export function listAssets(talk: Talk, hasNotes: boolean): string[] {
  const paths = [...new Set(talk.assets.map(({ path }) => path))];
  if (hasNotes) return paths;
  const shown = new Set<string>();
  const spoken = new Set<string>();
  for (const slide of talk.slides) {
    placeAssets(slide, talk, (path) => (shown.add(path), path));
    placeNotes(slide, talk, (path) => (spoken.add(path), path));
  }
  return paths.filter((path) => shown.has(path) || !spoken.has(path));
}

function place(markup: string, slide: Slide, { assets }: Talk, toUrl: ToUrl): string {
  // An address from the root means the same in every file; a slide can have one from the talk that shows it.
  const own = assets.filter(
    ({ href, span }) => span.file === slide.place.file || href.startsWith('/'),
  );
  return own.reduce((html, asset) => replaceAddress(html, asset, toUrl), markup);
}

/** The author's address can stand in the HTML as written, or escaped as an attribute needs it. */
function replaceAddress(html: string, { href, path }: AssetUse, toUrl: ToUrl): string {
  const tail = TAIL.exec(href)?.[0] ?? '';
  const forms = new Set([href, escapeHtml(href), encode(href), escapeHtml(encode(href))]);
  let placed = html;
  for (const form of forms) {
    const address = `="${form}"`;
    if (!placed.includes(address)) continue;
    placed = placed.replaceAll(address, () => `="${escapeHtml(toUrl(path) + tail)}"`);
  }
  return placed;
}

function encode(href: string): string {
  return encodeURI(href).replaceAll('%25', '%');
}
