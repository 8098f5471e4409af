import { readFileSync } from 'node:fs';
import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { OUR_THEMES } from '../../talk/looks/our-themes.ts';
import { writeTheme } from '../../talk/looks/write-look.ts';
import { locateFloorFile } from '../engine.ts';
import { HAS_FORMULA, readKatexRules } from '../katex-package.ts';

/** Rules that only some slides need, and what shows in the markup that they do. */
const STYLES: readonly (readonly [file: string, need: RegExp])[] = [
  [
    'browser/styles/slides/grounds.css',
    /<section [^>]*\bdata-(?:ground|ink|scrim|side)="|class="slide-ground"/,
  ],
  [
    'browser/styles/slides/pictures.css',
    /<(?:a|p|span) [^>]*\bclass="(?:[^"]* )?(?:alone|bleed|captioned|media|pictures)[" ]|\blayout-picture[ "]|\blayout-(?:cover|end)\b(?:(?!<\/section>)[^])*?<p(?: [^>]*)?><img /,
  ],
  [
    'browser/styles/slides/layout-pictures.css',
    /(?:\blayout-(?:cover|section|statement|quote|center)\b|<div [^>]*\bfragment\b)(?:(?!<\/section>)[^])*?(?:<(?:p|span)(?: [^>]*)?><img |\bclass="(?:[^"]* )?(?:captioned|pictures)[" ]|\bclass="columns"(?:(?!<\/section>)[^])*?<img )/,
  ],
  ['browser/styles/slides/columns.css', /<section [^>]*\bdata-(?:cut|names)="/],
  ['browser/styles/slides/framed-pages.css', /<iframe[ >]/],
  ['browser/styles/slides/references.css', /class="(?:[^"]* )?refs[" ]/],
  ['browser/styles/slides/figure-names.css', /<\/rostrum-figure\s*>\s*<[^>]*\bblock-names\b/],
  ['browser/styles/slides/edges.css', /class="(?:slide-band[" ]|folio-(?:own|words)")/],
  ['browser/styles/slides/diagrams.css', /<figure class="diagram[" ]/],
  ['browser/styles/slides/definitions.css', /<dl[ >]/],
  ['browser/styles/slides/tasks.css', /<input /],
  ['browser/styles/slides/fixed.css', /<section [^>]*\bdata-fixed=/],
  ['browser/styles/slides/footnotes.css', /<ol class="footnotes">/],
  ['browser/styles/slides/glide.css', /<rostrum-glide>/],
  ['browser/styles/slides/camera.css', /<rostrum-camera /],
  ['browser/styles/slides/versions.css', /<rostrum-versions /],
  ['browser/styles/slides/days.css', /<p class="day-shown"/],
];
const FORMULAS = 'browser/styles/slides/formulas.css';
const COMMENT = /\/\*[^]*?\*\//g;
const BLANKS = /\s+/g;

/** Renders the styles that a page's markup and theme need beside its stylesheets; all of them where it may change. */
export function renderOptionalStyles(markup: string, theme: string, isDev: boolean): Html | null {
  const themes = OUR_THEMES.filter(
    ({ name }) => isDev || name === theme || markup.includes(`data-theme="${name}"`),
  ).map((one) => writeTheme(one, { toUrl: String, readRules }));
  const slides = STYLES.filter(([, need]) => isDev || need.test(markup)).map(([file]) => file);
  const hasFormulas = isDev || HAS_FORMULA.test(markup);
  const ofFormulas = hasFormulas ? [readKatexRules(), readRules(FORMULAS)] : [];
  const rules = [...slides.map(readRules), ...themes, ...ofFormulas].join('');
  return rules === '' ? null : html`<style>${rawHtml(rules)}</style>\n`;
}

/** Reads a stylesheet without comments and line breaks. */
function readRules(file: string): string {
  const text = readFileSync(locateFloorFile(file), 'utf8');
  return text.replace(COMMENT, '').replace(BLANKS, ' ').trim();
}
