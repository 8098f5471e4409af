import type { Edge, Fault, Finding } from '../../talk/problems/finding.ts';
import { intersect, pathOf, type Rect } from './geometry.ts';
import { reportPicture, reportText, type Details, type Sight } from './rule-context.ts';
import type { Clip, TextRun } from './text-walk.ts';

type Seen = Pick<TextRun, 'clips' | 'isPlaced' | 'element'>;

interface Bounded extends Sight {
  foot: number;
}

/** Tolerance for the rounding of letters and boxes. */
const TOLERANCE = 1.5;
/** A number larger than any slide. */
const NEVER = 1e6;

/** Finds elements that are clipped or leave the slide. */
export function checkBounds(sight: Sight): Finding[] {
  const { runs, pictures } = sight.content;
  const inner = { ...sight, foot: footOf(sight) };
  const ofText = runs.flatMap((run) => {
    const details = worstOf(run.lines.map((line) => followBox(line, run, inner)));
    return details ? [reportText(sight, run, details)] : [];
  });
  const ofPictures = pictures.flatMap((picture) => {
    // It reaches to the edges of the window.
    if (picture.element.closest('.bleed')) return [];
    const details = followBox(picture.box, picture, inner);
    return details ? [reportPicture(sight, picture.element, details)] : [];
  });
  return [...ofText, ...ofPictures];
}

/** Follows a box outwards through all clipping elements to the edge of the slide. */
function followBox(box: Rect, { clips, isPlaced, element }: Seen, sight: Bounded): Details | null {
  let left: Rect | null = box;
  for (const clip of [...clips].reverse()) {
    const window = windowOf(clip);
    const pixels = Math.max(...Object.values(excess(left, window)));
    if (pixels > TOLERANCE) {
      const fault: Fault = { code: 'content-clipped', pixels };
      return { fault, cause: pathOf(clip.element, sight.slide), badness: pixels };
    }
    left = intersect(left, window);
    if (!left) return null;
  }
  const { width, height } = sight.frame;
  const sides = excess(left, { left: 0, top: 0, right: width, bottom: height });
  const isContent = !isPlaced && element.closest('.slide-main') !== null;
  const foot = isContent ? left.bottom - sight.foot : -Infinity;
  return toDetails({ ...sides, foot: sides.bottom > TOLERANCE ? -Infinity : foot });
}

function toDetails(edges: Record<Edge, number>): Details | null {
  const entries = Object.entries(edges) as [Edge, number][];
  const [edge, pixels] = entries.reduce((worst, next) => (next[1] > worst[1] ? next : worst));
  if (pixels <= TOLERANCE) return null;
  const fault: Fault = { code: 'content-overflow', edge, pixels };
  // An element that leaves the slide has also left the content area.
  if (edge === 'foot') return { fault, cause: 'bottom', badness: pixels - NEVER };
  return { fault, cause: edge, badness: pixels };
}

function worstOf(all: readonly (Details | null)[]): Details | null {
  return all.reduce(
    (worst, next) => ((next?.badness ?? -Infinity) > (worst?.badness ?? -Infinity) ? next : worst),
    null,
  );
}

/** Returns the top of a slide's foot; infinite for a slide without one. */
function footOf({ slide, frame }: Sight): number {
  const foot = slide.querySelector(':scope > .slide-foot');
  return foot ? frame.toRect(foot.getBoundingClientRect()).top : Infinity;
}

function windowOf({ box, isWide, isTall }: Clip): Rect {
  return {
    left: isWide ? box.left : -Infinity,
    right: isWide ? box.right : Infinity,
    top: isTall ? box.top : -Infinity,
    bottom: isTall ? box.bottom : Infinity,
  };
}

type Sides = Record<keyof Rect, number>;

function excess(inner: Rect, outer: Rect): Sides {
  return {
    bottom: inner.bottom - outer.bottom,
    right: inner.right - outer.right,
    top: outer.top - inner.top,
    left: outer.left - inner.left,
  };
}
