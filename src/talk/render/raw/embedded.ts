import { holdsCss, listFiles } from '../../html/listed-addresses.ts';
import { listCssUrls } from '../../html/css-urls.ts';
import { isExternal } from '../../text/path.ts';
import type { TalkProject } from '../../model/project.ts';
import { scanHtml, type Attribute, type TagPiece } from '../../html/tags.ts';

/** What an embedded page may do: run its scripts and send its forms, but not leave its frame or open dialogs and windows. */
const OWN_RIGHTS = 'allow-scripts allow-forms';
/** A page of another origin may also be of that origin; one of the project would reach the deck with that. */
const FOREIGN_RIGHTS = `${OWN_RIGHTS} allow-same-origin`;

const SANDBOX = 'sandbox';
const SOURCES = new Set(['src', 'data-src']);
/** With it and scripts a page of the project would be part of the deck. */
const SAME_ORIGIN = 'allow-same-origin';
const PAGE = /\.html?$/i;

/** A sandbox, and the right that its author asked for in vain; null for none. */
export interface Sandbox {
  rights: string;
  refused: string | null;
}

/** Decides what the page in a frame may do: what its author wrote, but a page of the project is never part of the deck. */
export function decideSandbox(attributes: readonly Attribute[]): Sandbox {
  const sources = attributes.filter(({ name }) => SOURCES.has(name)).map(({ value }) => value);
  const isForeign = sources.every(isExternal);
  const asked = attributes.find(({ name }) => name === SANDBOX)?.value;
  if (asked === undefined)
    return { rights: isForeign ? FOREIGN_RIGHTS : OWN_RIGHTS, refused: null };
  const rights = asked.split(/\s+/).filter(Boolean);
  const kept = isForeign ? rights : rights.filter((right) => right.toLowerCase() !== SAME_ORIGIN);
  return { rights: kept.join(' '), refused: kept.length < rights.length ? SAME_ORIGIN : null };
}

/** Lists the files of the project that a page in it loads; nothing for any other file. */
export function listPageFiles(project: TalkProject, path: string): string[] {
  if (!PAGE.test(path)) return [];
  const tags = scanHtml(project.readText?.(path) ?? '').filter(
    (piece): piece is TagPiece => piece.kind === 'open',
  );
  const addresses = tags.flatMap(({ name: tag, attributes }) =>
    attributes.flatMap(({ name, value }) => {
      if (tag === 'link' && name === 'href') return [value];
      return holdsCss(name) ? listCssUrls(value) : listFiles(tag, name, value);
    }),
  );
  const styled = tags.flatMap(({ name, content }) =>
    name === 'style' ? listCssUrls(content ?? '') : [],
  );
  return [...new Set([...addresses, ...styled])].filter((address) => !isExternal(address));
}
