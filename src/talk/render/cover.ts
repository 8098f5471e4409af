import { printDate } from '../data/date.ts';
import { directionOf, type Direction } from '../html/direction.ts';
import { html, type Html } from '../html/html.ts';
import type { Layout, TalkMeta } from '../model/talk.ts';

/** Reports whether slides of this layout show the talk's front matter when empty. */
export function isCover(layout: Layout): boolean {
  return layout === 'cover' || layout === 'end';
}

/** Renders speaker, place and date from the talk's front matter. */
export function renderCover(meta: TalkMeta, layout: Layout): string {
  const { subtitle, speaker, email, event } = listLines(meta, layout);
  const direction = directionOf(meta.language);
  const address = email.map((to) => {
    return html`<p class="cover-email"><a href="mailto:${to}">${to}</a></p>`;
  });
  const lines = [
    line('subtitle', subtitle, direction),
    line('speaker', speaker, direction),
    address,
    line('event', event, direction),
  ];
  return html`${lines}`.markup;
}

/** Writes the same as plain text, a paragraph for each line. */
export function writeCover(meta: TalkMeta, layout: Layout): string {
  const lines = Object.values(listLines(meta, layout)).map((words) => words.join(', '));
  return lines.filter(isGiven).join('\n\n');
}

/** Lists the words of each line, from top to bottom. */
function listLines(meta: TalkMeta, layout: Layout) {
  const { subtitle, speaker, affiliation, email, event, place, date } = meta;
  return {
    subtitle: [layout === 'cover' ? subtitle : null].filter(isGiven),
    speaker: [speaker, affiliation].filter(isGiven),
    email: [email].filter(isGiven),
    event: [event, place, date && printDate(date)].filter(isGiven),
  };
}

/** Joins words on a line; in right-to-left talks each keeps its own direction. */
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
