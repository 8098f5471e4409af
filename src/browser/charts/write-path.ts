import type { PathMark, PathPoint } from './scene.ts';

type Points = readonly (PathPoint | null)[];

/** Writes the outline of a line, or of an area down to its base, as path data; null makes a gap. */
export function writePath(points: Points, base: PathMark['base']): string {
  return listRuns(points)
    .map((run) => (base === null ? writeLine(run) : writeArea(run, base)))
    .join('');
}

/** Splits points at the gaps. */
function listRuns(points: Points): PathPoint[][] {
  const runs: PathPoint[][] = [];
  let run: PathPoint[] = [];
  for (const point of points) {
    if (!point) run = [];
    else if (run.push(point) === 1) runs.push(run);
  }
  return runs;
}

/** A single point is a closed stroke, which has round ends. */
function writeLine(run: readonly PathPoint[]): string {
  return writeStroke(run) + (run.length === 1 ? 'Z' : '');
}

function writeArea(run: readonly PathPoint[], base: number): string {
  const [first, last] = [run[0], run.at(-1)];
  return `${writeStroke(run)}L${round(last?.x ?? 0)},${round(base)}L${round(first?.x ?? 0)},${round(base)}Z`;
}

function writeStroke(run: readonly PathPoint[]): string {
  return `M${run.map(({ x, y }) => `${round(x)},${round(y)}`).join('L')}`;
}

/** Rounds a position to what a screen can show. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
