import type { Fault, Finding } from '../../talk/model/finding.ts';
import { intersect, pathOf, type Rect } from './geometry.ts';
import { reportPicture, reportText, type Details, type Sight } from './report.ts';
import type { Clip } from './walk.ts';

/** What may stick out: less is the rounding of letters and boxes. */
const TOLERANCE = 1.5;

/** Finds what is cut by a box around it, and what leaves the slide. */
export function checkBounds(sight: Sight): Finding[] {
  const { runs, pictures } = sight.content;
  const ofText = runs.flatMap((run) =>
    run.lines.flatMap((line) =>
      followBox(line, run.clips, sight).map((details) => reportText(sight, run, details)),
    ),
  );
  const ofPictures = pictures.flatMap(({ element, box, clips }) =>
    followBox(box, clips, sight).map((details) => reportPicture(sight, element, details)),
  );
  return [...ofText, ...ofPictures];
}

/** Follows a box outwards, through all that may cut it, to the edge of the slide. */
function followBox(box: Rect, clips: readonly Clip[], { slide, frame }: Sight): Details[] {
  let left: Rect | null = box;
  for (const clip of [...clips].reverse()) {
    const window = windowOf(clip);
    const pixels = Math.max(...Object.values(excess(left, window)));
    if (pixels > TOLERANCE) {
      const fault: Fault = { code: 'content-clipped', pixels };
      return [{ fault, cause: pathOf(clip.element, slide), badness: pixels }];
    }
    left = intersect(left, window);
    if (!left) return [];
  }
  const edges = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  const [side, pixels] = worstOf(excess(left, edges));
  if (pixels <= TOLERANCE) return [];
  return [{ fault: { code: 'content-overflow', side, pixels }, cause: side, badness: pixels }];
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

function worstOf(sides: Sides): [side: keyof Rect, pixels: number] {
  const entries = Object.entries(sides) as [keyof Rect, number][];
  return entries.reduce((worst, next) => (next[1] > worst[1] ? next : worst));
}
