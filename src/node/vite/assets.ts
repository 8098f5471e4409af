import { escapeHtml } from '../../talk/model/html.ts';
import type { AssetUse, Slide, Talk } from '../../talk/model/talk.ts';

const TAIL = /[?#].*$/;
/** What stands in each attribute. Text of the author's can hold such signs as well, so that each may be the last one's end. */
const ADDRESS = /="(?=([^"]*)")/g;

const STYLE = /<style(?: [^>]*)?>[^]*?<\/style>/g;
const URL_CALL = /url\(/i;
const URL_PARTS =
  /(url\(\s*(?:&quot;|&#39;|["'])?)((?:(?!&quot;|&#39;)[^"'()\s])+)((?:&quot;|&#39;|["'])?\s*\))/gi;
/** How long the name of an attribute of several addresses is, with a blank. */
const LONGEST_LIST = 12;
const LIST = / (?:image)?srcset$/;
const CANDIDATE = /(?<=^|,\s*)[^\s,]\S*?(?=\s|,\s|,?$)/g;

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
  const { everywhere, byFile } = findAddresses(assets);
  const own = byFile.get(slide.place.file);
  if (!own && everywhere.size === 0) return markup;
  const find: FindUrl = (address) => {
    const asset = own?.get(address) ?? everywhere.get(address);
    if (!asset) return null;
    const tail = asset.isWhole ? '' : (TAIL.exec(asset.href)?.[0] ?? '');
    return escapeHtml(toUrl(asset.path) + tail);
  };
  let placed = '';
  let end = 0;
  for (const { 1: address = '', index } of markup.matchAll(ADDRESS)) {
    const url =
      find(address) ??
      placeIn(address, markup.slice(Math.max(0, index - LONGEST_LIST), index), find);
    if (url === null) continue;
    const start = index + '="'.length;
    placed += markup.slice(end, start) + url;
    end = start + address.length;
  }
  const whole = placed + markup.slice(end);
  return whole.replace(STYLE, (style) => placeUrls(style, find));
}

/** Finds where an address leads; null for one that names no file of the slide. */
type FindUrl = (address: string) => string | null;

/** Points the addresses in a list or in CSS to where they are served; null for any other value. */
function placeIn(value: string, before: string, find: FindUrl): string | null {
  if (URL_CALL.test(value)) return placeUrls(value, find);
  if (!LIST.test(before)) return null;
  return value.replace(CANDIDATE, (address) => find(address) ?? address);
}

function placeUrls(css: string, find: FindUrl): string {
  return css.replace(URL_PARTS, (all, start: string, address: string, close: string) => {
    const url = find(address);
    return url === null ? all : `${start}${url}${close}`;
  });
}

/** Files by the addresses that may stand for them. */
interface Addresses {
  /** An address from the root means the same in every file; a slide can have one from the talk that shows it. */
  everywhere: Map<string, AssetUse>;
  /** Others mean something in the file that they stand in. */
  byFile: Map<string, Map<string, AssetUse>>;
}

const known = new WeakMap<readonly AssetUse[], Addresses>();

/** Sorts a talk's files once for all of its slides. */
function findAddresses(assets: readonly AssetUse[]): Addresses {
  const last = known.get(assets);
  if (last) return last;
  const addresses: Addresses = { everywhere: new Map(), byFile: new Map() };
  for (const asset of assets) {
    const { href, span } = asset;
    const inFile = addresses.byFile.get(span.file) ?? new Map<string, AssetUse>();
    if (!href.startsWith('/')) addresses.byFile.set(span.file, inFile);
    const group = href.startsWith('/') ? addresses.everywhere : inFile;
    for (const form of listForms(href)) if (!group.has(form)) group.set(form, asset);
  }
  known.set(assets, addresses);
  return addresses;
}

/** The author's address can stand in the HTML as written, or escaped as an attribute needs it. */
function listForms(href: string): string[] {
  return [href, escapeHtml(href), encode(href), escapeHtml(encode(href))];
}

function encode(href: string): string {
  return encodeURI(href).replaceAll('%25', '%');
}
