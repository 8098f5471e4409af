import type { Finding } from '../../talk/problems/finding.ts';
import { intersect, type Rect } from './geometry.ts';
import { nameElement, quote, reportText, type Sight } from './rule-context.ts';
import type { TextRun } from './text-walk.ts';

/** Letters may touch; a larger overlap is hard to read. */
const TOUCH = 3;

interface Line {
  run: TextRun;
  box: Rect;
  isFoot: boolean;
}

/** Finds text that overlaps other text, and pictures that overlap the foot of the slide. */
export function checkOverlap(sight: Sight): Finding[] {
  const lines = listLines(sight);
  const found: Finding[] = [];
  for (const [index, line] of lines.entries()) {
    // Boxes are sorted by their tops, so later ones cannot overlap.
    const end = lines.findIndex(({ box }, at) => at > index && box.top >= line.box.bottom);
    const below = lines.slice(index + 1, end === -1 ? undefined : end);
    const other = below.find((candidate) => isOver(line, candidate));
    if (other) found.push(reportPair(sight, line, other));
  }
  return [...found, ...checkFoot(sight, lines)];
}

function listLines({ content }: Sight): Line[] {
  const lines = content.runs.flatMap((run) => {
    const isFoot = run.element.closest('.slide-foot, .slide-band') !== null;
    return run.lines.map((box) => ({ run, box, isFoot }));
  });
  return lines.sort((a, b) => a.box.top - b.box.top);
}

function isOver(a: Line, b: Line): boolean {
  if (a.run === b.run) return false;
  const shared = intersect(a.box, b.box);
  if (!shared) return false;
  const width = shared.right - shared.left;
  const height = shared.bottom - shared.top;
  // A text drawn twice in one place is its own outline.
  if (a.run.text === b.run.text && Math.abs(a.box.left - b.box.left) < 1) return false;
  return width > TOUCH && height > TOUCH;
}

function reportPair(sight: Sight, a: Line, b: Line): Finding {
  const [run, other] = a.isFoot ? [b.run, a.run] : [a.run, b.run];
  return reportText(sight, run, {
    fault: { code: 'text-overlap', other: nameOther(other) },
    cause: a.isFoot || b.isFoot ? 'foot' : '',
    badness: 0,
  });
}

function checkFoot(sight: Sight, lines: readonly Line[]): Finding[] {
  const foot = lines.filter(({ isFoot }) => isFoot);
  return sight.content.pictures.flatMap(({ element, box }) => {
    if (element.closest('.slide-foot, .slide-band, .bleed') || element.matches('[data-drawn]'))
      return [];
    const covered = foot.find((line) => {
      const shared = intersect(line.box, box);
      return shared !== null && shared.bottom - shared.top > TOUCH;
    });
    if (!covered) return [];
    const fault = { code: 'text-overlap', other: nameOther(covered.run) } as const;
    const finding = reportText(sight, covered.run, { fault, cause: 'foot', badness: 0 });
    const words = element.getAttribute('src') ?? '';
    return [{ ...finding, what: nameElement(element), words }];
  });
}

function nameOther({ text, element }: TextRun): string {
  if (element.closest('.sources')) return 'the line of sources';
  if (element.closest('.slide-band')) return "the slide's header";
  return element.closest('.slide-foot') ? "the slide's foot" : quote(text);
}
