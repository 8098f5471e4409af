import { isLink, mapAddresses, type AddressPlace } from '../../talk/html/listed-addresses.ts';
import { printNumber } from '../../talk/model/slide/slide-number.ts';
import type { AssetUse, Slide, Talk } from '../../talk/model/talk.ts';

const TAIL = /[?#].*$/;
const STYLE = /<style(?: [^>]*)?>[^]*?<\/style>/g;
/** Matches a CSS selector for the URL of a file. */
const SELECTED = /(?<==")[^"]*(?="\])/g;

/** Returns the URL of a project file, from its path from the project's root, and whether a link leads to it. */
export type ToUrl = (path: string, isLink?: boolean) => string;

/** Replaces the URLs of a slide's pictures and links with those of the served files, and prints its number. */
export function placeAssets(slide: Slide, talk: Talk, toUrl: ToUrl): string {
  return printNumber(placeSection(slide, talk, toUrl), slide);
}

/** Does so without the number, which other slides before it change. */
export function placeSection(slide: Slide, talk: Talk, toUrl: ToUrl): string {
  return place(slide.html, slide, talk, toUrl);
}

/** Replaces the URLs in a slide's speaker notes with those of the served files. */
export function placeNotes(slide: Slide, talk: Talk, toUrl: ToUrl): string {
  return place(slide.notes, slide, talk, toUrl);
}

/** Lists the files that a talk's page needs; those of its notes only when notes are included. */
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
  const { everywhere, byFile } = sortAddresses(assets);
  const own = byFile.get(slide.place.file);
  if (!own && everywhere.size === 0) return markup;
  const find = (address: string, at?: AddressPlace): string | null => {
    const asset = own?.get(address) ?? everywhere.get(address);
    if (!asset) return null;
    const tail = asset.isWhole ? '' : (TAIL.exec(asset.href)?.[0] ?? '');
    return toUrl(asset.path, at !== undefined && isLink(at)) + tail;
  };
  const select = (address: string): string => find(address) ?? address;
  return mapAddresses(markup, find).replace(STYLE, (style) => style.replace(SELECTED, select));
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
function sortAddresses(assets: readonly AssetUse[]): Addresses {
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

/** Describes which files the addresses in a slide file lead to, to compare them with an earlier state. */
export function describeAddresses({ assets }: Talk, file: string): string {
  const { everywhere, byFile } = sortAddresses(assets);
  const groups = [everywhere, byFile.get(file) ?? new Map<string, AssetUse>()];
  return JSON.stringify(
    groups.map((group) => [...group].map(([form, { path, isWhole }]) => [form, path, isWhole])),
  );
}

/** Lists the forms of an address in the HTML: as written, and encoded as an address needs it. */
function listForms(href: string): string[] {
  return [href, encodeURI(href).replaceAll('%25', '%')];
}
