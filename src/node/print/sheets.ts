import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { slideHeight } from '../../talk/model/slide/aspect.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { PAGE_DATA_ID } from '../../talk/model/wire.ts';
import { placeAssets, placeNotes } from '../pages/assets.ts';
import { renderDocument, renderJson } from '../pages/document.ts';
import { collectNeeds } from '../pages/policy.ts';
import { pageTitle, toPageData } from '../pages/talk-page.ts';
import { toClientUrl, type RenderPage } from './page-files.ts';
import { ENTRIES } from '../client/client.ts';

/** How a talk's slides stand on sheets. */
export interface SheetsOptions {
  /** The class of the element that holds the sheets. */
  kind: string;
  /** CSS beside the talk's. */
  css: string;
  /** Size of a slide on the sheet; 1 is its own. */
  part: number;
  columns: number;
  /** Renders the sheets of the given slides. */
  render: (show: SheetParts) => Html;
}

/** What sheets are made of. */
export interface SheetParts {
  /** Renders a slide in its frame. */
  frame: (slide: Slide) => Html;
  /** Renders a slide's speaker notes. */
  notes: (slide: Slide) => Html;
}

/** The rendered form of `[click]`, and its mark on paper. */
const CLICK = '<span class="click">[click]</span>';
const CLICK_MARK = '<span class="click" role="img" aria-label="click"></span>';

/** Returns a function that renders a page of sheets in place of a talk's slides. */
export function renderSheets(options: SheetsOptions): RenderPage {
  const { kind, css, part, columns, render } = options;
  return (talk, { links, toUrl }) => {
    const frame = (slide: Slide): Html =>
      html`<div class="sheet-frame">${rawHtml(placeAssets(slide, talk, toUrl))}</div>`;
    const notes = (slide: Slide): Html =>
      rawHtml(placeNotes(slide, talk, toUrl).replaceAll(CLICK, CLICK_MARK));
    const style = `--part: ${part}; --columns: ${columns}`;
    const body = html`<style>${rawHtml(css)}</style>
<div class="reveal" role="main"><div class="slides sheets ${kind}" style="${style}">
${render({ frame, notes })}</div></div>
${renderJson(PAGE_DATA_ID, toPageData(talk, null))}`;
    const { language, theme, description } = talk.meta;
    const [first = '', ...own] = links.styles;
    const styles = [first, toClientUrl(ENTRIES.sheets), ...own];
    const title = pageTitle(talk.meta);
    return renderDocument({
      title,
      description,
      language,
      theme,
      isDark: talk.meta.dark,
      slideHeight: slideHeight(talk.meta),
      links: { ...links, styles },
      policy: collectNeeds(talk, true),
      body,
    });
  };
}

/** Cuts a list into pieces of equal size; the last may be shorter. */
export function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces = Math.ceil(items.length / size);
  return Array.from({ length: pieces }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Writes text as a string of CSS. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}

/** Writes the foot of a talk's sheets. */
export function describeTalk({ meta }: Talk): string {
  return [pageTitle(meta), meta.speaker].filter(Boolean).join(' · ');
}
