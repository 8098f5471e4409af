import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { sortScriptFonts } from '../../talk/model/scripts.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { renderKatexFaces } from '../katex-package.ts';
import { hasCode } from '../system-error.ts';
import { dropUnusedFaces } from './faces.ts';
import { renderLook, toDataUrl, type FileUrl } from './look-style.ts';

const WEIGHTS = [400, 600];
/** The faces of the slides, which these letters are added to. */
const FAMILIES = ['IBM Plex Sans', 'IBM Plex Mono'];
/** The files of a package's own script are numbered or have its name; the others hold Latin and the like, which our faces have. */
const FACE =
  /@font-face\s*\{[^}]*?url\(\.?\/?(files\/[^)]*-(?:\d+|arabic|hebrew|devanagari|thai)-\d+-normal\.woff2)\)[^}]*?(unicode-range:[^;}]*)[^}]*\}/g;
const NAMED = /&[a-z]+\d*;/gi;

/**
 * Writes the faces for letters of a talk that those of its slides lack, from the packages that its project has installed, and
 * for its formulas; empty for none. Browsers embed TrueType faces as letters, and turn those of most system fonts for these scripts into drawings.
 */
export function renderScriptFaces(
  { slides, meta }: Talk,
  root: string,
  toUrl: FileUrl = toDataUrl,
): string {
  const markup = slides
    .map(({ html, notes, text }) => html + notes + text)
    .join('')
    .replace(NAMED, ' ');
  const fonts = sortScriptFonts(meta.language).filter(({ script }) => script.test(markup));
  // Where two faces have a letter, the last one wins.
  return fonts
    .map(({ name }) => renderPackage(name, markup, { root, toUrl }))
    .reverse()
    .concat(renderKatexFaces(markup, toUrl))
    .join('');
}

/** Writes them, and the rules of the talk's own look. */
export function writeOwnRules(talk: Talk, root: string, toUrl?: FileUrl): string {
  return renderScriptFaces(talk, root, toUrl) + renderLook(talk, root, toUrl);
}

/** Renders them as an element for a page's head; null for none. */
export function renderScriptStyle(talk: Talk, root: string, toUrl?: FileUrl): Html | null {
  const rules = writeOwnRules(talk, root, toUrl);
  return rules === '' ? null : html`<style>${rawHtml(rules)}</style>\n`;
}

interface FaceFiles {
  root: string;
  toUrl: FileUrl;
}

function renderPackage(name: string, markup: string, { root, toUrl }: FaceFiles): string {
  return WEIGHTS.map((weight) => {
    const file = findFile(`${name}/${weight}.css`, root);
    if (file === undefined) return '';
    const faces = [...readFileSync(file, 'utf8').matchAll(FACE)].map(
      ([, source = '', range = '']) =>
        `@font-face{--file:${source};font-weight:${weight};${range}}`,
    );
    return dropUnusedFaces(faces.join(''), markup, '').replace(
      /@font-face\{--file:([^;]*);([^}]*)\}/g,
      (_, source: string, rest: string) =>
        renderFace(toUrl(path.join(path.dirname(file), source)), rest),
    );
  }).join('');
}

function renderFace(url: string, rest: string): string {
  return FAMILIES.map(
    (family) => `@font-face{font-family:'${family}';src:url(${url}) format('woff2');${rest}}\n`,
  ).join('');
}

/** Finds a file of a package that the project has installed. */
function findFile(name: string, root: string): string | undefined {
  try {
    return createRequire(path.join(root, 'package.json')).resolve(name);
  } catch (error) {
    if (hasCode(error, 'MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED')) return undefined;
    throw error;
  }
}
