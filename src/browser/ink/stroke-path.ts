/** Points nearer to each other than this add nothing to a line, in units of the slide. */
const MIN_DISTANCE = 2.5;

/** Reports whether a point is far enough from the last of a line to belong to it. */
export function isFarEnough(points: readonly number[], x: number, y: number): boolean {
  const [lastX = Infinity, lastY = Infinity] = points.slice(-2);
  return !(Math.hypot(x - lastX, y - lastY) < MIN_DISTANCE);
}

/** Writes the path of a smooth line: curves from middle to middle of its parts, with the points between as their handles. */
export function writeStroke(points: readonly number[]): string {
  const [x = 0, y = 0] = points;
  const start = `M${x} ${y}`;
  // Of a line without length browsers draw the round ends.
  if (points.length <= 2) return points.length === 0 ? '' : `${start}h0`;
  const curves: string[] = [];
  for (let at = 2; at + 3 < points.length; at += 2) {
    const [handleX = 0, handleY = 0, nextX = 0, nextY = 0] = points.slice(at, at + 4);
    curves.push(`Q${handleX} ${handleY} ${middle(handleX, nextX)} ${middle(handleY, nextY)}`);
  }
  return `${start}${curves.join('')}L${points.slice(-2).join(' ')}`;
}

function middle(one: number, other: number): number {
  return Math.round((one + other) * 50) / 100;
}
