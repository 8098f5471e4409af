import { html, type Html } from '../../html/html.ts';
import { fillTalkText } from '../../data/value/talk-text.ts';
import type { ComposedSlide } from '../../model/composed.ts';
import type { Logo } from '../../model/slide/edges.ts';
import type { Layout, TalkMeta } from '../../model/talk.ts';
import type { SlideContext } from '../context.ts';
import { findTooWide } from './edge-room.ts';

/** Layouts that fill the slide and carry no slide number. */
const BARE: readonly Layout[] = ['cover', 'section', 'end'];
/** Layouts that have a picture or a colour up to their upper edge. */
const FILLED: readonly Layout[] = ['section', 'picture'];
/** Height that the head takes from the content; covers have room for it in their margin. */
const BAND = 32;

/** What a slide has at its head and foot. */
export interface SlideEdges {
  /** Words at its head; null for none. */
  header: string | null;
  logo: Logo | null;
  /** Words at its foot, before the number. */
  footer: readonly EdgeWords[];
  hasNumber: boolean;
  isCover: boolean;
  /** Whether the words at its head are its own, and not those of all slides. */
  hasOwnHeader: boolean;
}

/** Words at the foot of a slide, and whose they are. */
interface EdgeWords {
  text: string;
  of: 'talk' | 'event' | 'words' | 'own';
}

/** Finds what a slide has at its head and foot: its own keys take precedence over those of the talk. */
export function chooseEdges(
  slide: Pick<ComposedSlide, 'spec' | 'source'>,
  layout: Layout,
  context: SlideContext,
): SlideEdges {
  const { spec } = slide;
  const { meta } = context.talk;
  const { edges = {} } = meta;
  const isBare = BARE.includes(layout);
  const isFilled = FILLED.includes(layout);
  const isCover = isBare && !isFilled;
  const own = {
    header: readOwn('header', slide, context),
    footer: readOwn('footer', slide, context),
  };
  const header = spec.header === undefined && !isBare && !isFilled ? edges.header : own.header;
  const hasFoot = !isBare && meta.footer && spec.footer !== false;
  const footer =
    own.footer === null ? wordsOfTalk(meta) : [{ text: own.footer, of: 'own' as const }];
  const wanted = spec.pagination ?? edges.pagination ?? hasFoot;
  return {
    header: header ?? null,
    hasOwnHeader: own.header !== null,
    logo: spec.logo === false || isFilled ? null : (edges.logo ?? null),
    footer: hasFoot || own.footer !== null ? footer : [],
    hasNumber: !isBare && wanted !== false,
    isCover,
  };
}

function wordsOfTalk({ title, event, edges }: TalkMeta): EdgeWords[] {
  if (edges?.footer !== undefined) return [{ text: edges.footer, of: 'words' }];
  return [{ text: title, of: 'talk' }, ...(event ? [{ text: event, of: 'event' as const }] : [])];
}

/** Fills in the values of a slide's own words; reports those that cannot be. */
function readOwn(
  key: 'header' | 'footer',
  { spec, source }: Pick<ComposedSlide, 'spec' | 'source'>,
  { talk, problems }: SlideContext,
): string | null {
  const written = spec[key];
  if (typeof written !== 'string') return null;
  const span = source.keySpans[key] ?? source.span;
  const { text, faults } = fillTalkText(written, { talk: talk.meta, asOf: talk.asOf });
  problems.push(...faults.map((at) => at(span)), ...findTooWide(key, text, span));
  return text;
}

/** Returns the height that a slide's head takes from its content. */
export function measureBand(edges: SlideEdges): number {
  return hasBand(edges) && !edges.isCover ? BAND : 0;
}

/** Reports whether a slide has words or a logo at its head. */
export function hasBand({ header, logo }: SlideEdges): boolean {
  return header !== null || logo !== null;
}

/** Renders the words and the logo at a slide's head; null for neither. */
export function renderBand(edges: SlideEdges): Html | null {
  if (!hasBand(edges)) return null;
  const { header, logo, isCover, hasOwnHeader } = edges;
  const words = header !== null && html`<span class="band-words">${header}</span>`;
  // What stands on every slide is read once: the logo on covers, and the words of a slide on it.
  const name = hasOwnHeader ? 'slide-band is-own' : 'slide-band';
  const hidden = !isCover && !hasOwnHeader && html` aria-hidden="true"`;
  return html`<div class="${name}"${hidden}>${words}${logo && renderLogo(logo)}</div>\n`;
}

function renderLogo({ light, dark, alt }: Logo): Html[] {
  const toImage = (src: string, name: string): Html =>
    html`<img class="band-logo${name}" src="${encodeURI(src)}" alt="${alt}">`;
  if (dark === null) return [toImage(light, '')];
  return [toImage(light, ' for-light'), toImage(dark, ' for-dark')];
}

/** Renders the words at a slide's foot and the place of its number; null for neither. */
export function renderSlideNumber(
  { footer, hasNumber }: SlideEdges,
  isCounted: boolean,
): Html | null {
  const isNumbered = hasNumber && isCounted;
  if (footer.length === 0 && !isNumbered) return null;
  const isOwn = footer.some(({ of }) => of === 'own');
  const parts = [
    ...footer.map(({ text, of }) => html`<span class="folio-${of}">${text}</span>`),
    isNumbered && html`<span class="folio-number"></span>`,
  ];
  return html`<p class="folio"${!isOwn && html` aria-hidden="true"`}>${parts}</p>`;
}
