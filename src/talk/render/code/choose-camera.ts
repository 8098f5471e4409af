import type { Problem } from '../../model/problem.ts';
import { idleCamera } from '../../problems/problems.ts';
import type { Fit } from '../fit/fit.ts';
import type { CodeFigure, CodeRoom } from './code-figure.ts';

/** Minimum height of code that the camera shows. */
const MIN_HEIGHT = 200;

/** Reports whether the longest code of a slide is for the camera: too high at every size, or chosen by its author. */
export function wantsCamera(codes: readonly CodeFigure[], { isOver, code }: Fit): boolean {
  if (code === null || code.height < MIN_HEIGHT) return false;
  return isOver || codes.some((figure) => figure.isCamera && isFor(figure, code));
}

/** Returns the room of the camera on a drawn slide; null for no camera. */
export function findCamera({ isFilmed, fit }: { isFilmed: boolean; fit: Fit }): CodeRoom | null {
  return isFilmed ? fit.code : null;
}

/** Reports code for which the camera is asked and that it cannot show. */
export function listIdleCameras(codes: readonly CodeFigure[], room: CodeRoom | null): Problem[] {
  const chosen = codes.filter(({ isCamera }) => isCamera);
  return chosen
    .filter((figure) => room === null || room.height < MIN_HEIGHT || !isFor(figure, room))
    .map(({ written }) => idleCamera(written.span));
}

function isFor({ states, lines }: CodeFigure, room: CodeRoom): boolean {
  return states !== null && lines.length === room.lines;
}
