import { holdsCss, listFiles } from '../../html/listed-addresses.ts';
import { listCssUrls } from '../../html/css-urls.ts';
import { isExternal } from '../../text/path.ts';
import type { TalkProject } from '../../model/project.ts';
import { scanHtml, type Attribute, type TagPiece } from '../../html/tags.ts';

/** Rights of an embedded page: scripts and forms, but neither navigation of the deck nor dialogs and windows. */
const OWN_RIGHTS = 'allow-scripts allow-forms';
/** A page of another origin keeps its origin; a page of the project would reach the deck with this right. */
const FOREIGN_RIGHTS = `${OWN_RIGHTS} allow-same-origin`;

const SANDBOX = 'sandbox';
const SOURCES = new Set(['src', 'data-src']);
/** Together with scripts, this right would give a page of the project access to the deck. */
const SAME_ORIGIN = 'allow-same-origin';
const WEB = /^https?:\/\//i;
const PAGE = /\.html?$/i;

/** A sandbox, and the right that was refused to its author; null for none. */
export interface Sandbox {
  rights: string;
  refused: string | null;
}

/**
 * Returns the sandbox of a framed page: its author's, except that a page of the project never gets access to the deck.
 */
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

/** Finds the address of a framed page of the web; null for a page of the project, or none. */
export function findForeignPage(attributes: readonly Attribute[]): string | null {
  const source = attributes.find(({ name }) => name === 'src')?.value.trim();
  return source !== undefined && WEB.test(source) ? source : null;
}

/** Lists the project files that a page in it loads; empty for any other file. */
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
