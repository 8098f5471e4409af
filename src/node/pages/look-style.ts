import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mapCssUrls } from '../../talk/html/css-urls.ts';
import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { writeLayout, writeTheme } from '../../talk/looks/write-look.ts';
import type { OwnLooks, Theme } from '../../talk/model/look/theme.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { isExternal } from '../../talk/text/path.ts';
import { typeOf } from './content-type.ts';

/** Returns the URL of a file, an absolute path. */
export type FileUrl = (file: string) => string;

/** How a stylesheet could end its element. */
const END = /<(?=\/|!--)/g;
const TAIL = /[?#].*$/;

/** Writes the rules of the looks of a talk that are the project's own; empty for none. */
export function renderLook(
  { ownLook }: Pick<Talk, 'ownLook'>,
  root: string,
  toUrl: FileUrl = toDataUrl,
): string {
  if (!ownLook) return '';
  const files = {
    toUrl: (file: string): string => toUrl(path.join(root, file)),
    readRules: (file: string): string => readRules(path.join(root, file), toUrl),
  };
  const { theme, layouts } = ownLook;
  const rules = layouts.map((layout) => writeLayout(layout, files));
  return (theme ? [writeTheme(theme, files), ...rules] : rules).join('\n').replace(END, '\\3c ');
}

/** Renders the colours and sizes of the themes of talks, for a page that shows slides of many talks. */
export function renderThemes(talks: readonly { theme: Theme | null }[]): Html | null {
  const found = talks.flatMap(({ theme }) => theme ?? []);
  const themes = [...new Map(found.map((theme) => [theme.name, theme])).values()];
  const rules = themes.map(({ fonts: _fonts, style: _style, ...theme }) =>
    writeTheme(theme, NO_FILES),
  );
  return rules.length === 0 ? null : html`<style>${rawHtml(rules.join(''))}</style>\n`;
}

const NO_FILES = { toUrl: () => '', readRules: () => '' };

/** Lists the stylesheets of a project's looks, as paths from its root. */
export function listLookStyles(looks: OwnLooks | undefined): string[] {
  if (!looks) return [];
  const { themes, layouts } = looks;
  const all = [...layouts, ...themes, ...themes.flatMap((theme) => theme.layouts ?? [])];
  return all.flatMap(({ style }) =>
    style === undefined ? [] : String(style).replace(/^\.\//, ''),
  );
}

/** Writes a file into its address. */
export function toDataUrl(file: string): string {
  return `data:${typeOf(file)};base64,${readFileSync(file).toString('base64')}`;
}

/** Reads a stylesheet; the files that it names are where the page has them. */
function readRules(file: string, toUrl: FileUrl): string {
  const folder = path.dirname(file);
  return mapCssUrls(readFileSync(file, 'utf8'), (address) =>
    isExternal(address) ? null : toUrl(path.resolve(folder, address.replace(TAIL, ''))),
  );
}
