import type { TalkMeta } from '../../talk/model/talk.ts';
import type { Page } from '../chromium/chromium-page.ts';

/*
 * A link to a file, or to a slide that is not among those exported, leads nowhere from a file that is handed on: its words
 * stay, as plain text. Runs in the page.
 */
const CUT_LINKS = `((home) => {
  const lost = new Set();
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
    if (link.matches('.media-still') && home !== null) {
      link.href = home;
      continue;
    }
    link.removeAttribute('href');
    link.removeAttributeNS(xlink, 'href');
    link.style.color = 'inherit';
    link.style.textDecoration = 'none';
    if (link.matches('.media-still')) continue;
    const slide = link.closest('[data-slide]')?.dataset.slide ?? '';
    lost.add(slide + ': ' + (isHere ? url.hash : decodeURI(url.pathname + url.hash)));
  }
  return [...lost];
})`;

/**
 * Replaces links that do not work from an exported file with plain text, and returns them as `slide: URL`. Films and sound of the project
 * lead to where the slides are on the web, if the talk says so.
 */
export function cutLinks(page: Page, { link }: Pick<TalkMeta, 'link'>): Promise<string[]> {
  return page.evaluate<string[]>(`${CUT_LINKS}(${JSON.stringify(link ?? null)})`);
}

/** Describes which links of a talk are plain text in its export; empty when none is. */
export function describeLostLinks(lost: readonly string[]): string[] {
  if (lost.length === 0) return [];
  const [subject, verb] = lost.length === 1 ? ['This link', 'leads'] : ['These links', 'lead'];
  return [
    `${subject} ${verb} to a file or a slide that the export does not hold, and became plain text: ${lost.join(', ')}.`,
  ];
}
