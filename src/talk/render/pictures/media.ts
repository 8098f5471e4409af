import { html, type Html } from '../../html/html.ts';
import type { PictureSize } from '../../model/project.ts';
import type { MediaKind } from '../../text/media-kind.ts';

const TAIL = /[?#].*$/s;

/** A film or sound with its address, its words, and what stands for it where nothing plays. */
export interface Media {
  kind: MediaKind;
  address: string;
  alt: string;
  /** CSS of its size. */
  css: string;
  /** CSS of its place in a row of pictures. */
  row: string;
  /** The picture of a film; null for none. */
  poster: { address: string; size: PictureSize | undefined } | null;
}

/**
 * Renders a film or sound. The deck loads it when its slide comes near, plays it while the slide is shown, and never in the speaker's pictures; everywhere else a link stands for
 * it.
 */
export function renderMedia({ kind, address, alt, css, row, poster }: Media): Html {
  const { size } = poster ?? {};
  const shape = size ? `aspect-ratio:${size.width}/${size.height}` : '';
  const style = [shape, css].filter(Boolean).join(';');
  const own = style === '' ? null : html` style="${style}"`;
  const place = row === '' ? null : html` style="${row}"`;
  const still = poster && html`<img src="${poster.address}" alt="${alt}"${own}>`;
  const link = html`<a class="media-still" href="${address}">${still ?? html`<span>${alt}</span>`}<span class="media-name">${nameOf(address)}</span></a>`;
  if (kind === 'audio') {
    return html`<span class="media"${place}><audio data-src="${address}" aria-label="${alt}" controls data-autoplay${own}></audio>${link}</span>`;
  }
  const picture = poster && html` poster="${poster.address}"`;
  return html`<span class="media"${place}><video data-src="${address}" aria-label="${alt}"${picture} controls playsinline data-autoplay${own}></video>${link}</span>`;
}

/** Returns the name of a file, or the whole address of one elsewhere. */
function nameOf(address: string): string {
  if (/^[a-z]+:/i.test(address)) return address.startsWith('data:') ? '' : address;
  const name = address.replace(TAIL, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
