import type { Finding } from '../../talk/problems/finding.ts';
import { listLeftOut } from '../elements/left-out.ts';
import { ownPictures, reportPicture, type Sight } from './rule-context.ts';

const MIN_ROOM = 8;
const CHART = 'rostrum-chart.drawn';

/** Finds pictures without a text alternative. */
export function checkNames(sight: Sight): Finding[] {
  return (
    ownPictures(sight.content)
      // The compiler reports diagrams without a description.
      .filter(({ element }) => !hasName(element) && !element.closest('figure.diagram'))
      .map(({ element }) =>
        reportPicture(sight, element, {
          fault: { code: 'unnamed-picture' },
          cause: element.getAttribute('src') ?? '',
          badness: 0,
        }),
      )
  );
}

/** Finds pictures and blocks that are not drawn. */
export function checkDrawn(sight: Sight): Finding[] {
  const { slide, frame } = sight;
  const blank = [...slide.querySelectorAll('img')].filter(
    (image) => image.complete && image.naturalWidth === 0,
  );
  const undrawn = (element: Element, reason: string): Finding =>
    reportPicture(sight, element, {
      fault: { code: 'block-not-drawn', reason },
      cause: `${element.getAttribute('data-block') ?? element.getAttribute('src')}`,
      badness: 0,
    });
  const blocks = [...slide.querySelectorAll('[data-block]')].flatMap((block) => {
    const failure = block.querySelector(':scope > .problem[data-drawn] .problem-message');
    if (failure) return [undrawn(block, failure.textContent)];
    if (!block.classList.contains('drawn')) return [];
    const { width, height } = block.getBoundingClientRect();
    const room = Math.min(width, height) / frame.scale;
    return room < MIN_ROOM ? [undrawn(block, 'the slide leaves no room for it')] : [];
  });
  // A picture without any room is no part of what is seen.
  const flat = [...slide.querySelectorAll<HTMLImageElement>('img:not([data-drawn], .slide-ground)')]
    .filter((image) => isFlat(image, frame.scale))
    .map((image) => undrawn(image, 'the slide leaves no room for it'));
  return [...blank.map((image) => undrawn(image, 'it could not be loaded')), ...flat, ...blocks];
}

/** Reports whether a picture is shown as a line of its pixels, or not at all. */
function isFlat(image: HTMLImageElement, scale: number): boolean {
  const { width, height } = image.getBoundingClientRect();
  const isHidden = image.getClientRects().length === 0;
  const least = Math.min(MIN_ROOM, image.naturalWidth, image.naturalHeight);
  return !isHidden && Math.min(width, height) / scale < least / 2;
}

/** Finds charts without room for all of their rows, small charts or names. */
export function checkLeftOut(sight: Sight): Finding[] {
  const charts = [...sight.slide.querySelectorAll<HTMLElement>(CHART)];
  return charts.flatMap((chart) =>
    listLeftOut(chart).map((found) =>
      reportPicture(sight, chart, {
        fault: { code: 'left-out', ...found },
        cause: found.things,
        badness: found.all - found.shown,
      }),
    ),
  );
}

function hasName(element: Element): boolean {
  if (element.closest('[aria-hidden="true"]')) return true;
  if (element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')) return true;
  const role = element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  if (element.localName === 'picture') return true;
  if (element.localName === 'img') return element.hasAttribute('alt');
  if (element.localName === 'svg') return element.querySelector(':scope > title') !== null;
  if (element.hasAttribute('title')) return true;
  return element.textContent.trim() !== '';
}
