import { printDate } from '../data/date.ts';
import { findDirection, type Direction } from '../html/direction.ts';
import { html, type Html } from '../html/html.ts';
import type { Layout, TalkMeta } from '../model/talk.ts';

/** Reports whether a slide of this layout shows the talk's front matter where its author left it empty. */
export function isCover(layout: Layout): boolean {
  return layout === 'cover' || layout === 'end';
}

/** Renders who speaks, where and when, from the talk's front matter. */
export function renderCover(meta: TalkMeta, layout: Layout): string {
  const speaker = [meta.speaker, meta.affiliation].filter(isGiven);
  const occasion = [meta.event, meta.place, meta.date && printDate(meta.date)].filter(isGiven);
  const direction = findDirection(meta.language);
  const subtitle = layout === 'cover' ? meta.subtitle : null;
  const { email } = meta;
  const address = email && html`<p class="cover-email"><a href="mailto:${email}">${email}</a></p>`;
  const lines = [
    line('subtitle', isGiven(subtitle) ? [subtitle] : [], direction),
    line('speaker', speaker, direction),
    address,
    line('event', occasion, direction),
  ];
  return html`${lines}`.markup;
}

/** The same as plain text. */
export function writeCover(meta: TalkMeta): string {
  const { subtitle, speaker, affiliation, email, event, place, date } = meta;
  const when = date && printDate(date);
  const words = [subtitle, speaker, affiliation, email, event, place, when];
  return words.filter(isGiven).join('\n');
}

/** Writes words side by side; from right to left, each keeps a direction of its own. */
function line(name: string, words: readonly string[], direction: Direction): Html | null {
  if (words.length === 0) return null;
  const parts = words.map((word, index) => [
    index > 0 && ', ',
    direction === 'rtl' ? html`<bdi>${word}</bdi>` : word,
  ]);
  return html`<p class="cover-${name}">${parts}</p>`;
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}
