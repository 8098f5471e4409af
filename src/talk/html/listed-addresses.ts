import { mapCssUrls, type MapAddress } from './css-urls.ts';
import { escapeHtml, unescapeHtml } from './html.ts';

/** Attributes with link targets that load nothing by themselves. */
const LINKS = ['href', 'xlink:href', 'action', 'cite'];
/** Attributes with the address of a file, including those that reveal.js copies into others. */
const FILES =
  `src background poster data-src data-background-image data-background-video data-background-iframe
  data-preview-link data-preview-image data-preview-video`.split(/\s+/);
/** Attributes by which reveal.js opens a page in a frame. */
const FRAMES = new Set(['data-background-iframe', 'data-preview-link']);
const LISTS = ['srcset', 'imagesrcset', 'data-srcset'];
/** Attributes with CSS, directly or through an animation. */
const STYLES =
  `style fill stroke filter mask clip-path marker marker-start marker-mid marker-end cursor values to from
  by`.split(/\s+/);

const ADDRESSES = new Set([...LINKS, ...FILES]);
const FILE_ADDRESSES = new Set(FILES);
const ADDRESS_LISTS = new Set(LISTS);
const CSS_ATTRIBUTES = new Set(STYLES);
/** Elements that draw the target of their `href`. */
const DRAWING = new Set(['image', 'use', 'feimage']);
const HREF = new Set(['href', 'xlink:href']);
const SWITCH = /^(?:|true|false)$/;
/** A candidate of a list: its address and its condition. */
const CANDIDATE = /[\s,]*([^\s,]\S*?)(?:,+(?=\s|$)|(?=\s|$)(?:[^,(]|\([^)]*\)?)*(?:,|$))/g;

/** A start tag in HTML of a slide, where text never looks like a tag and any `>` in a tag is in quotes. */
const TAG = /<([a-z][^\s>"]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /( ([^\s="]+)=")([^"]*)/g;
const STYLE = /(<style(?: [^>]*)?>)([^]*?)(?=<\/style>)/g;

/** Lists the addresses in an attribute's value. */
export function listAddresses(name: string, value: string): string[] {
  if (ADDRESS_LISTS.has(name)) {
    return [...value.matchAll(CANDIDATE)].map(([, address = '']) => address);
  }
  return ADDRESSES.has(name) ? [value] : [];
}

/** Checks whether an attribute holds CSS, which may name files. */
export function holdsCss(name: string): boolean {
  return CSS_ATTRIBUTES.has(name);
}

/** Lists the addresses of files that an attribute loads, CSS aside. */
export function listFiles(tag: string, name: string, value: string): string[] {
  const isDrawn = HREF.has(name) && DRAWING.has(tag.toLowerCase());
  const isLoaded = isDrawn || FILE_ADDRESSES.has(name) || ADDRESS_LISTS.has(name);
  return isLoaded ? listAddresses(name, value).filter((address) => !SWITCH.test(address)) : [];
}

/** An attribute that may contain addresses. */
export interface AddressPlace {
  /** The name of its element; `style` for the text of one. */
  tag: string;
  name: string;
}

/**
 * Replaces the addresses in HTML of a slide: in attributes that name files and links, and in its styles. Text and
 * other attributes do not change.
 */
export function mapAddresses(
  markup: string,
  map: (address: string, place: AddressPlace) => string | null,
): string {
  const tags = markup.replace(TAG, (all, tag: string, attributes: string) => {
    const written = attributes.replace(
      ATTRIBUTE,
      (whole, start: string, name: string, value: string) => {
        const place = { tag: tag.toLowerCase(), name: name.toLowerCase() };
        const mapped = mapValue(unescapeHtml(value), place.name, (address) => map(address, place));
        return mapped === null ? whole : start + escapeHtml(mapped);
      },
    );
    return attributes === written ? all : `<${tag}${written}>`;
  });
  const place = { tag: 'style', name: '' };
  return tags.replace(STYLE, (_, start: string, css: string) => {
    return start + mapCssUrls(css, (address) => map(address, place));
  });
}

/** Reports whether an attribute leads to its address and loads nothing from there. */
export function isLink({ tag, name }: AddressPlace): boolean {
  return LINKS.includes(name) && !DRAWING.has(tag);
}

/** Lists the addresses that HTML of a slide loads by itself, without pages in frames. */
export function listLoaded(markup: string): string[] {
  const found: string[] = [];
  mapAddresses(markup, (address, { tag, name }) => {
    if (!isLink({ tag, name }) && tag !== 'iframe' && !FRAMES.has(name)) found.push(address);
    return null;
  });
  return found;
}

/** Replaces the addresses in an attribute's value; returns null when nothing changed. */
export function mapValue(value: string, name: string, map: MapAddress): string | null {
  if (ADDRESSES.has(name)) return map(value);
  const mapped = ADDRESS_LISTS.has(name)
    ? value.replace(CANDIDATE, (all: string, address: string) =>
        all.replace(address, () => map(address) ?? address),
      )
    : CSS_ATTRIBUTES.has(name)
      ? mapCssUrls(value, map)
      : value;
  return mapped === value ? null : mapped;
}
