import { escapeHtml } from '../../talk/model/html.ts';
import type { AssetUse, Slide, Talk } from '../../talk/model/talk.ts';

const TAIL = /[?#].*$/;

/** Says where a file of the project is served; takes its path from the project's root. */
export type ToUrl = (path: string) => string;

/** Points a slide's pictures and links to where their files are served. */
export function placeAssets(slide: Slide, { assets }: Talk, toUrl: ToUrl): string {
  // An address from the root means the same in every file; a slide can have one from the talk that shows it.
  const own = assets.filter(
    ({ href, span }) => span.file === slide.place.file || href.startsWith('/'),
  );
  return own.reduce((html, asset) => replaceAddress(html, asset, toUrl(asset.path)), slide.html);
}

/** The author's address can stand in the HTML as written, or escaped as an attribute needs it. */
function replaceAddress(html: string, { href }: AssetUse, url: string): string {
  const tail = TAIL.exec(href)?.[0] ?? '';
  const forms = new Set([href, escapeHtml(href), encode(href), escapeHtml(encode(href))]);
  let placed = html;
  for (const form of forms) {
    placed = placed.replaceAll(`="${form}"`, `="${escapeHtml(url + tail)}"`);
  }
  return placed;
}

function encode(href: string): string {
  return encodeURI(href).replaceAll('%25', '%');
}
