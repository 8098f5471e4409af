import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Talk } from '../../talk/model/talk.ts';
import { hasCode } from '../system-error.ts';
import { dropUnusedFaces } from '../vite/faces.ts';

/** Packages with TrueType faces of Chinese, Japanese and Korean letters, by the language that they are first for. */
const PACKAGES: Record<string, string> = {
  ja: '@fontsource/noto-sans-jp',
  'zh-hant': '@fontsource/noto-sans-tc',
  'zh-tw': '@fontsource/noto-sans-tc',
  zh: '@fontsource/noto-sans-sc',
  ko: '@fontsource/noto-sans-kr',
};
const WEIGHTS = [400, 600];
/** The faces of the slides, which these letters are added to. */
const FAMILIES = ['IBM Plex Sans', 'IBM Plex Mono'];
/** The packages number the files that hold their own script; the others hold Latin and the like, which our faces have. */
const FACE =
  /@font-face\s*\{[^}]*?url\(\.?\/?(files\/[^)]*-\d+-\d+-normal\.woff2)\)[^}]*?(unicode-range:[^;}]*)[^}]*\}/g;
const NAMED = /&[a-z]+\d*;/gi;

/**
 * Writes the faces for Chinese, Japanese and Korean letters of a talk, from the packages that its project has installed; empty
 * for none. Browsers embed TrueType faces as letters, and turn those of most system fonts for these scripts into drawings.
 */
export function renderScriptFaces({ slides, meta }: Talk, root: string): string {
  const markup = slides
    .map(({ html, notes }) => html + notes)
    .join('')
    .replace(NAMED, ' ');
  const names = sortPackages(meta.language);
  // Where two faces have a letter, the last one wins.
  return names
    .map((name) => renderPackage(name, markup, root))
    .reverse()
    .join('');
}

/** Lists the packages, those of the talk's own language first. */
function sortPackages(language: string): string[] {
  const tag = language.toLowerCase();
  const own = Object.keys(PACKAGES).filter((key) => tag === key || tag.startsWith(`${key}-`));
  return [...new Set([...own, ...Object.keys(PACKAGES)].flatMap((key) => PACKAGES[key] ?? []))];
}

function renderPackage(name: string, markup: string, root: string): string {
  return WEIGHTS.map((weight) => {
    const file = findFile(`${name}/${weight}.css`, root);
    if (file === undefined) return '';
    const faces = [...readFileSync(file, 'utf8').matchAll(FACE)].map(
      ([, source = '', range = '']) =>
        `@font-face{--file:${source};font-weight:${weight};${range}}`,
    );
    return dropUnusedFaces(faces.join(''), markup, '').replace(
      /@font-face\{--file:([^;]*);([^}]*)\}/g,
      (_, source: string, rest: string) => renderFace(path.join(path.dirname(file), source), rest),
    );
  }).join('');
}

function renderFace(file: string, rest: string): string {
  const url = `data:font/woff2;base64,${readFileSync(file).toString('base64')}`;
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
