import type { TalkMeta } from '../../talk/model/talk.ts';
import type { Page } from '../chromium/chromium-page.ts';

/*
 * A link to a file, or to a slide that is not among those exported, leads nowhere from a file that is handed on: its words
 * stay, as plain text. Runs in the page.
 */
const CUT_LINKS = `((home) => {
  const lost = new Map();
  const page = location.href.split('#')[0];
  const find = (id) => document.getElementById(id) ?? document.getElementById(decodeURIComponent(id));
  for (const link of document.querySelectorAll('.slides a')) {
    const xlink = 'http://www.w3.org/1999/xlink';
    const href = link.getAttribute('href') ?? link.getAttributeNS(xlink, 'href');
    if (href === null || !URL.canParse(href, document.baseURI)) continue;
    const url = new URL(href, document.baseURI);
    if (url.protocol !== location.protocol || url.host !== location.host) continue;
    const isHere = url.href.split('#')[0] === page;
    if (isHere && find(url.hash.slice(1))) continue;
    const isMedia = link.matches('.media-still');
    if (isMedia && home !== null) {
      link.href = home;
      continue;
    }
    link.removeAttribute('href');
    link.removeAttributeNS(xlink, 'href');
    link.style.color = 'inherit';
    link.style.textDecoration = 'none';
    const { id = '', dataset = {} } = link.closest('section.slide') ?? {}, slide = dataset.slide ?? id;
    const target = isMedia ? link.querySelector('.media-name').textContent : isHere ? url.hash : decodeURI(url.pathname + url.hash);
    const place = slide + ': ' + target;
    lost.set(place, { place, isMedia });
  }
  return [...lost.values()];
})`;

/** A link that an exported file lacks. */
export interface LostLink {
  /** The slide and the target, as `slide: URL`; of a film or sound the name of its file. */
  place: string;
  isMedia: boolean;
}

/**
 * Replaces links that do not work from an exported file with plain text, and returns them. Films and sound of the project lead to where
 * the slides are on the web, if the talk says so.
 */
export function cutLinks(page: Page, { link }: Pick<TalkMeta, 'link'>): Promise<LostLink[]> {
  return page.evaluate<LostLink[]>(`${CUT_LINKS}(${JSON.stringify(link ?? null)})`);
}

/** Describes which links of a talk its export lacks; empty when none is missing. */
export function describeLostLinks(lost: readonly LostLink[]): string[] {
  const list = (ofMedia: boolean): string[] =>
    lost.filter(({ isMedia }) => isMedia === ofMedia).map(({ place }) => place);
  return [...describeLinks(list(false)), ...describeMedia(list(true))];
}

function describeLinks(places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const [subject, verb] = places.length === 1 ? ['This link', 'leads'] : ['These links', 'lead'];
  return [
    `${subject} ${verb} to a file or a slide that the export does not hold, and became plain text: ${places.join(', ')}.`,
  ];
}

function describeMedia(places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const subject =
    places.length === 1 ? 'This film or sound is not' : 'These films and sounds are not';
  return [
    `${subject} in the export, which shows only a picture and the name of the file: ${places.join(', ')}. Set "link" in the talk's front matter to where the talk is on the web, and the picture leads there.`,
  ];
}
