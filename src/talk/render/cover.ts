import { printDate } from '../data/date.ts';
import { html } from '../model/html.ts';
import type { Layout, TalkMeta } from '../model/talk.ts';

/** Tells whether a slide of this layout shows the talk's front matter where its author left it empty. */
export function isCover(layout: Layout): boolean {
  return layout === 'cover' || layout === 'end';
}

/** Renders who speaks, where and when, from the talk's front matter. */
export function renderCover(meta: TalkMeta, layout: Layout): string {
  const speaker = [meta.speaker, meta.affiliation].filter(isGiven).join(', ');
  const occasion = [meta.event, meta.place, meta.date && printDate(meta.date)].filter(isGiven);
  const subtitle = layout === 'cover' ? meta.subtitle : null;
  const { email } = meta;
  const address = email && html`<p class="cover-email"><a href="mailto:${email}">${email}</a></p>`;
  const lines = [
    line('subtitle', subtitle),
    line('speaker', speaker),
    address,
    line('event', occasion.join(', ')),
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

function line(name: string, text: string | null) {
  return text ? html`<p class="cover-${name}">${text}</p>` : null;
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}
