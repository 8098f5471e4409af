import { directionOf, directionOfText } from '../html/direction.ts';
import type { Layout, TalkMeta, Visibility } from '../model/talk.ts';
import { hasBand, renderBand, renderSlideNumber } from './edges/slide-edges.ts';
import type { Fit } from './fit/fit.ts';
import { renderDays, renderSources } from './sources.ts';
import type { SlideParts } from './slide-parts.ts';
import { writeTag } from '../html/tags.ts';

/** What the section of a slide has beside its parts. */
export interface SectionPlace {
  meta: TalkMeta;
  layout: Layout;
  classes: readonly string[];
  visibility: Visibility;
  /** Whether the slide is counted, so that its foot may have a number. */
  isCounted: boolean;
  /** Seconds; null for none. */
  time: number | null;
  /** Whether what it has in common with the slide before glides; defaults to no. */
  isGliding?: boolean;
}

/** The last column of which the stylesheet has a rule; it is for all behind it too. */
const MAX_CUT = 9;
/** A style by which an author fixes something to the window. */
const FIXED = /\bposition\s*:\s*fixed\b/i;

/** Renders the whole `<section>` of a slide from its parts, without the number itself. */
export function renderSection(id: string, parts: SlideParts, place: SectionPlace): string {
  const { layout, classes, visibility, time } = place;
  const attributes = [
    { name: 'id', value: id },
    { name: 'class', value: ['slide', `layout-${layout}`, ...classes].join(' ') },
    { name: 'data-layout', value: layout },
    ...(isRightToLeft(parts, place) ? [{ name: 'dir', value: 'rtl' }] : []),
    ...(visibility === 'uncounted' ? [{ name: 'data-visibility', value: 'uncounted' }] : []),
    ...(time === null ? [] : [{ name: 'data-timing', value: String(time) }]),
    ...(parts.fit.name === '' ? [] : [{ name: 'data-fit', value: parts.fit.name }]),
    ...describeTables(parts.fit),
    ...(parts.days.length === 0 ? [] : [{ name: 'data-days', value: parts.days.join(' ') }]),
    ...(hasBand(parts.edges) ? [{ name: 'data-band', value: '' }] : []),
    ...(FIXED.test(parts.style + parts.head + parts.body)
      ? [{ name: 'data-fixed', value: '' }]
      : []),
    ...parts.background.attributes,
  ];
  const head = parts.head && `<header class="slide-head">${parts.head}</header>\n`;
  const body = `<div ${describeBody(parts.fit)}>${parts.body}</div>\n`;
  const { markup: ground, paper } = parts.background;
  const style = paper === null ? '' : ` style="--paper: ${paper}"`;
  const main = `<div class="slide-main"${style}>\n${head}${body}</div>\n`;
  const band = renderBand(parts.edges)?.markup ?? '';
  const glide = place.isGliding ? '<rostrum-glide></rostrum-glide>\n' : '';
  return `${writeTag('section', attributes)}\n${glide}${parts.style}${ground}${parts.dayMarks}${band}${main}${renderFoot(parts, place)}</section>`;
}

const VALUE = /\{\{.*?\}\}/gs;

/** Reports whether a slide runs from right to left: by the talk's language or the author's words, which stay as data change. */
function isRightToLeft({ title, wording }: SlideParts, { meta }: SectionPlace): boolean {
  const words = `${title} ${wording.replaceAll(VALUE, '')}`;
  return directionOf(meta.language) === 'rtl' || directionOfText(words) === 'rtl';
}

/** Returns the attributes by which tables break the words of columns, and keep names on one line. */
function describeTables({ cuts, names }: Fit): { name: string; value: string }[] {
  const columns = new Set(cuts.map((index) => Math.min(MAX_CUT, index + 1)));
  const kept = names.map((index) => index + 1).filter((column) => column < MAX_CUT);
  return [
    ...(columns.size > 0 ? [{ name: 'data-cut', value: [...columns].join(' ') }] : []),
    ...(kept.length > 0 ? [{ name: 'data-names', value: kept.join(' ') }] : []),
  ];
}

/** Returns the attributes of a slide's body; a picture beside the text has its own column. */
function describeBody({ beside }: Fit): string {
  if (beside === null) return 'class="slide-body"';
  const side = beside.isFirst ? 'beside beside-first' : 'beside';
  return `class="slide-body ${side}" style="--beside: ${beside.width}px"`;
}

function renderFoot(
  { uses, days, edges, references }: SlideParts,
  { meta, isCounted }: SectionPlace,
): string {
  const { language } = meta;
  const lines = [
    references || null,
    ...renderDays(days, language),
    renderSources(uses, language),
    renderSlideNumber(edges, isCounted),
  ].filter((line) => line !== null);
  return lines.length > 0 ? `<footer class="slide-foot">${lines.join('')}</footer>\n` : '';
}
