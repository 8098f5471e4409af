import {
  MAX_ALL_NUMBERS,
  MAX_NUMBERS,
  MAX_STROKES,
  type InkDraft,
  type Stroke,
  type Zoom,
} from './ink-messages.ts';
import type { Place } from './slide-space.ts';

/** What is drawn over the slides of a talk. */
export interface Ink {
  strokes: readonly Stroke[];
  /** Where the speaker points; null for nowhere. */
  pointer: ({ slide: string } & Place) | null;
  zoom: Zoom | null;
}

/** A talk over which nothing is drawn. */
export const NO_INK: Ink = { strokes: [], pointer: null, zoom: null };

/** Returns the ink after a message; the same message twice changes nothing more. */
export function applyInk(ink: Ink, message: InkDraft): Ink {
  switch (message.type) {
    case 'point': {
      const { slide, x, y } = message;
      return { ...ink, pointer: { slide, x, y } };
    }
    case 'leave':
      return { ...ink, pointer: null };
    case 'stroke':
      return { ...ink, strokes: limit(addPoints(ink.strokes, message)) };
    case 'erase':
      return { ...ink, strokes: ink.strokes.filter((stroke) => !isErased(stroke, message)) };
    case 'zoom': {
      const { slide, scale, x, y } = message;
      return { ...ink, zoom: scale > 1 ? { slide, scale, x, y } : null };
    }
    case 'ink':
      return { ...ink, strokes: message.strokes, zoom: message.zoom };
  }
}

/** Returns the message with which a window that begins gets all ink. */
export function writeInk({ strokes, zoom }: Ink): InkDraft {
  return { type: 'ink', strokes, zoom };
}

/** Returns the message that removes the last stroke of a slide; null where there is none. */
export function undoStroke({ strokes }: Ink, slide: string): InkDraft | null {
  const last = strokes.findLast((stroke) => stroke.slide === slide);
  return last ? { type: 'erase', slide, id: last.id } : null;
}

/** Returns the zoom of a slide; null while another one, or none, is enlarged. */
export function findZoom({ zoom }: Ink, slide: string): Zoom | null {
  return zoom?.slide === slide ? zoom : null;
}

function addPoints(
  strokes: readonly Stroke[],
  { id, slide, colour, at, points }: Stroke & { at: number },
): Stroke[] {
  const index = strokes.findIndex((stroke) => stroke.id === id);
  const known = strokes[index];
  if (!known) return [...strokes, { id, slide, colour, points }];
  const longer = [...known.points.slice(0, at), ...points].slice(0, MAX_NUMBERS);
  return strokes.with(index, { ...known, points: longer });
}

/** Removes the oldest strokes where there are too many. */
function limit(strokes: Stroke[]): Stroke[] {
  let count = strokes.reduce((sum, { points }) => sum + points.length, 0);
  let first = Math.max(0, strokes.length - MAX_STROKES);
  for (const { points } of strokes.slice(0, first)) count -= points.length;
  while (count > MAX_ALL_NUMBERS) {
    count -= strokes[first]?.points.length ?? count;
    first += 1;
  }
  return first === 0 ? strokes : strokes.slice(first);
}

function isErased(stroke: Stroke, { slide, id }: { slide: string; id: string | null }): boolean {
  return stroke.slide === slide && (id === null || stroke.id === id);
}
