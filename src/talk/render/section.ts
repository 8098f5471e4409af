import type { Html } from '../html/html.ts';
import { html } from '../html/html.ts';
import { directionOf } from '../html/direction.ts';
import type { Layout, TalkMeta, Visibility } from '../model/talk.ts';
import type { Fit } from './fit/fit.ts';
import { renderDays, renderSources } from './sources.ts';
import type { SlideParts } from './slide-parts.ts';
import { writeTag } from '../html/tags.ts';

/** The place of a slide in the talk, for its section. */
export interface SectionPlace {
  meta: TalkMeta;
  layout: Layout;
  classes: readonly string[];
  visibility: Visibility;
  /** Printed slide number; null for none. */
  number: number | null;
  /** Seconds; null for none. */
  time: number | null;
  /** Whether what it has in common with the slide before glides; defaults to no. */
  isGliding?: boolean;
}

/** Layouts that fill the slide and carry no slide number. */
const BARE: readonly Layout[] = ['cover', 'section', 'end'];

/** Renders the whole `<section>` of a slide from its parts and its place in the talk. */
export function renderSection(id: string, parts: SlideParts, place: SectionPlace): string {
  const { layout, classes, visibility, time } = place;
  const attributes = [
    { name: 'id', value: id },
    { name: 'class', value: ['slide', `layout-${layout}`, ...classes].join(' ') },
    { name: 'data-layout', value: layout },
    { name: 'data-slide', value: id },
    ...(directionOf(place.meta.language) === 'rtl' ? [{ name: 'dir', value: 'rtl' }] : []),
    ...(visibility === 'uncounted' ? [{ name: 'data-visibility', value: 'uncounted' }] : []),
    ...(time === null ? [] : [{ name: 'data-timing', value: String(time) }]),
    ...(parts.fit.name === '' ? [] : [{ name: 'data-fit', value: parts.fit.name }]),
    ...(parts.fit.isCut ? [{ name: 'data-cut', value: '' }] : []),
    ...(parts.days.length === 0 ? [] : [{ name: 'data-days', value: parts.days.join(' ') }]),
    ...parts.background.attributes,
  ];
  const head = parts.head && `<header class="slide-head">${parts.head}</header>\n`;
  const body = `<div ${describeBody(parts.fit)}>${parts.body}</div>\n`;
  const { markup: ground, paper } = parts.background;
  const style = paper === null ? '' : ` style="--paper: ${paper}"`;
  const main = `<div class="slide-main"${style}>\n${head}${body}</div>\n`;
  const glide = place.isGliding ? '<rostrum-glide></rostrum-glide>\n' : '';
  return `${writeTag('section', attributes)}\n${glide}${parts.style}${ground}${parts.dayMarks}${main}${renderFoot(parts, place)}</section>`;
}

/** Returns the attributes of a slide's body; a picture beside the text has its own column. */
function describeBody({ beside }: Fit): string {
  if (beside === null) return 'class="slide-body"';
  const side = beside.isFirst ? 'beside beside-first' : 'beside';
  return `class="slide-body ${side}" style="--beside: ${beside.width}px"`;
}

function renderFoot({ uses, days }: SlideParts, place: SectionPlace): string {
  const { language } = place.meta;
  const lines = [
    ...renderDays(days, language),
    renderSources(uses, language),
    renderSlideNumber(place),
  ].filter((line) => line !== null);
  return lines.length > 0 ? `<footer class="slide-foot">${lines.join('')}</footer>\n` : '';
}

function renderSlideNumber({ meta, layout, number }: SectionPlace): Html | null {
  if (!meta.footer || BARE.includes(layout)) return null;
  const parts = [
    html`<span class="folio-talk">${meta.title}</span>`,
    meta.event && html`<span class="folio-event">${meta.event}</span>`,
    number !== null && html`<span class="folio-number">${number}</span>`,
  ];
  return html`<p class="folio" aria-hidden="true">${parts}</p>`;
}
