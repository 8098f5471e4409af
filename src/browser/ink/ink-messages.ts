import { SLIDE_SIZE } from '../deck/slide-size.ts';
import { isDeckId } from '../page/parameters.ts';
import { type Place } from './slide-space.ts';

/** A stroke of the pen on a slide. */
export interface Stroke {
  id: string;
  slide: string;
  /** Index of its colour. */
  colour: number;
  /** Coordinates on the slide: x, y, x, y, and so on. */
  points: readonly number[];
}

/** How much larger a slide is shown, about a spot that stays where it is. */
export interface Zoom extends Place {
  slide: string;
  /** 1 is the usual size. */
  scale: number;
}

/** What is drawn over slides, as windows send it to each other. */
export type InkDraft =
  | ({ type: 'point'; slide: string } & Place)
  | { type: 'leave' }
  /** Points that follow the first `at` numbers of a stroke. */
  | ({ type: 'stroke'; at: number } & Stroke)
  /** Removes a stroke; null for all of the slide. */
  | { type: 'erase'; slide: string; id: string | null }
  | ({ type: 'zoom' } & Zoom)
  /** Everything at once, for a window that begins. */
  | { type: 'ink'; strokes: readonly Stroke[]; zoom: Zoom | null };

/** A draft for the windows of one deck. */
export type InkMessage = InkDraft & { deck: string };

type Fields = Record<string, unknown>;

/** Colours of the pen. */
export const COLOURS = 3;
/** Numbers of one stroke: twice its points. */
export const MAX_NUMBERS = 4000;
/** Strokes of all slides. */
export const MAX_STROKES = 2000;
/** Numbers of all strokes. */
export const MAX_ALL_NUMBERS = 120_000;
export const MAX_SCALE = 6;

const MAX_ID_LENGTH = 200;

/** Checks the shape of a message about ink, and that nothing of it is outside a slide; null for anything else. */
export function parseInkMessage(data: unknown): InkMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const fields = data as Fields;
  const { deck } = fields;
  const draft = isDeckId(deck) ? parseDraft(fields) : null;
  return draft && isDeckId(deck) ? { ...draft, deck } : null;
}

function parseDraft(fields: Fields): InkDraft | null {
  const { type, slide, id, at } = fields;
  if (type === 'leave') return { type };
  if (type === 'ink') return parseInk(fields);
  if (!isName(slide)) return null;
  const [place, stroke] = [parsePlace(fields), parseStroke(fields)];
  if (type === 'point') return place && { type, slide, ...place };
  if (type === 'stroke') return stroke && isCount(at) ? { type, at, ...stroke } : null;
  if (type === 'erase') return id === null || isName(id) ? { type, slide, id } : null;
  const zoom = type === 'zoom' ? parseZoom(fields) : null;
  return zoom && { type: 'zoom', ...zoom };
}

function parseInk({ strokes, zoom }: Fields): InkDraft | null {
  if (!Array.isArray(strokes) || strokes.length > MAX_STROKES) return null;
  const parsed = strokes.map(parseStroke).filter((stroke) => stroke !== null);
  const count = parsed.reduce((sum, { points }) => sum + points.length, 0);
  if (parsed.length < strokes.length || count > MAX_ALL_NUMBERS) return null;
  if (zoom === null) return { type: 'ink', strokes: parsed, zoom };
  const seen = parseZoom(zoom);
  return seen && { type: 'ink', strokes: parsed, zoom: seen };
}

function parseStroke(data: unknown): Stroke | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, slide, colour, points } = data as Fields;
  if (!isName(id) || !isName(slide) || !isCount(colour) || colour >= COLOURS) return null;
  if (!Array.isArray(points) || points.length > MAX_NUMBERS || points.length % 2 !== 0) return null;
  const isInside = points.every((value: unknown, index) =>
    isWithin(value, index % 2 === 0 ? SLIDE_SIZE.width : SLIDE_SIZE.height),
  );
  return isInside ? { id, slide, colour, points: points as number[] } : null;
}

function parseZoom(data: unknown): Zoom | null {
  if (typeof data !== 'object' || data === null) return null;
  const { slide, scale } = data as Fields;
  const place = parsePlace(data as Fields);
  if (!place || !isName(slide) || !isWithin(scale, MAX_SCALE) || scale < 1) return null;
  return { slide, scale, ...place };
}

function parsePlace({ x, y }: Fields): Place | null {
  return isWithin(x, SLIDE_SIZE.width) && isWithin(y, SLIDE_SIZE.height) ? { x, y } : null;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_ID_LENGTH;
}

function isCount(value: unknown): value is number {
  return isWithin(value, MAX_NUMBERS) && Number.isInteger(value);
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}
