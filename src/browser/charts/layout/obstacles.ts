import { boxOf, type Box } from '../layout/box.ts';
import type { Mark, PathPoint } from '../scene.ts';

/** Half of a line's width, with some air. */
const LINE = 4;

/** Lists the boxes of the texts of a drawing. */
export function listTexts(marks: readonly Mark[]): Box[] {
  return marks.flatMap((mark) => (mark.kind === 'text' && mark.text !== '' ? [boxOf(mark)] : []));
}

/** Lists the boxes of everything in a drawing but its grid lines and the grounds of its areas. */
export function listObstacles(marks: readonly Mark[]): Box[] {
  return marks.flatMap((mark): Box[] => {
    switch (mark.kind) {
      case 'text':
        return mark.text === '' ? [] : [boxOf(mark)];
      case 'rect': {
        const { x, y, width, height } = mark;
        return [{ left: x, right: x + width, top: y, bottom: y + height }];
      }
      case 'circle': {
        const { cx, cy, r } = mark;
        return [{ left: cx - r, right: cx + r, top: cy - r, bottom: cy + r }];
      }
      case 'path':
        return mark.base === null ? listSegments(mark.points) : [];
      default:
        return mark.look === 'grid' ? [] : [span([mark.x1, mark.y1], [mark.x2, mark.y2])];
    }
  });
}

/** Cuts a path into boxes that are about as long as a letter is wide. */
function listSegments(points: readonly (PathPoint | null)[]): Box[] {
  return points.flatMap((point, index): Box[] => {
    const next = points[index + 1];
    if (!point || !next) return [];
    const count = Math.max(1, Math.ceil(Math.abs(next.x - point.x) / 12));
    const at = (part: number): [number, number] => [
      point.x + ((next.x - point.x) * part) / count,
      point.y + ((next.y - point.y) * part) / count,
    ];
    return Array.from({ length: count }, (_, part) => span(at(part), at(part + 1)));
  });
}

function span([x1, y1]: [number, number], [x2, y2]: [number, number]): Box {
  return {
    left: Math.min(x1, x2) - LINE,
    right: Math.max(x1, x2) + LINE,
    top: Math.min(y1, y2) - LINE,
    bottom: Math.max(y1, y2) + LINE,
  };
}
