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
  const direction = directionOf(meta.language);
  const lines = listLines(meta, layout).map(({ name, words }) => {
    if (name !== 'email') return line(name, words, direction);
    const links = words.map((to, at) => [at > 0 && ', ', html`<a href="mailto:${to}">${to}</a>`]);
    return words.length > 0 ? html`<p class="cover-email">${links}</p>` : null;
  });
  return html`${lines}`.markup;
}

/** Writes the same as plain text, a paragraph for each line. */
export function writeCover(meta: TalkMeta, layout: Layout): string {
  const lines = listLines(meta, layout).map(({ words }) => words.join(', '));
  const address = layout === 'end' ? meta.link : null;
  return [...lines, address].filter(isGiven).join('\n\n');
}

interface CoverLine {
  name: 'subtitle' | 'speaker' | 'email' | 'event';
  words: string[];
}

/** Lists the words of each line, from top to bottom: of several speakers each has one. */
function listLines(meta: TalkMeta, layout: Layout): CoverLine[] {
  const { subtitle, speaker, speakers, affiliation, email, event, place, date } = meta;
  const isEach = speakers?.some((one) => one.affiliation !== null) ?? false;
  const each = speakers?.map((one) => [one.name, one.affiliation]) ?? [];
  const people = isEach ? each : [[speaker, affiliation]];
  return [
    { name: 'subtitle', words: [layout === 'cover' ? subtitle : null].filter(isGiven) },
    ...people.map((words) => ({ name: 'speaker' as const, words: words.filter(isGiven) })),
    { name: 'email', words: email === null ? [] : email.split(', ') },
    { name: 'event', words: [event, place, date && printDate(date)].filter(isGiven) },
  ];
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
