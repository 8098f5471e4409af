import { findNearest } from '../../talk/text/nearest.ts';
import { takeSlides } from '../../talk/model/sections.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { UsageError } from '../errors.ts';

/** What of a slide a range can name. */
export type RangeSlide = Pick<Slide, 'id' | 'number'>;

const STRETCH = /^(.+?)\s*-\s*(.+)$/;
const NUMBER = /^\d+$/;
/** A link to a slide by its place in the talk, as the renderer writes it: `#/2`, or `#/2/0/1` with a step. */
const NUMBERED_LINK = /(<a\b[^>]*?\shref="#\/)(\d+)(?:\/\d*(\/-?\d+)?)?(?=")/g;

/** Returns a talk of the slides that a range names; links by place lead to the same slides as before. */
export function takeRange(talk: Talk, range: string): Talk {
  const slides = selectSlides(talk.slides, range);
  const idAt = (place: string): string =>
    encodeURIComponent(talk.slides[Number(place)]?.id ?? place);
  const named = slides.map((slide) => {
    const html = slide.html.replace(
      NUMBERED_LINK,
      (_, start: string, place: string, step = '') => `${start}${idAt(place)}${step}`,
    );
    return html === slide.html ? slide : { ...slide, html };
  });
  return takeSlides(talk, named);
}

/**
 * Picks slides by the numbers printed on them and by id, in the order of the talk: `1,4-9,#id`. An end that is
 * left out, as in `4-`, is the talk's own.
 */
export function selectSlides<Item extends RangeSlide>(
  slides: readonly Item[],
  range: string,
): Item[] {
  const chosen = new Set<number>();
  for (const part of range.split(',').map((text) => text.trim())) {
    if (part === '') throw badRange(range);
    const [first, last] = readPart(part, slides, range);
    for (let index = first; index <= last; index++) chosen.add(index);
  }
  return slides.filter((_, index) => chosen.has(index));
}

/** Returns the first and last place that a part of a range stands for. */
function readPart(
  part: string,
  slides: readonly RangeSlide[],
  range: string,
): [first: number, last: number] {
  if (part.startsWith('#')) {
    const index = requireId(part.slice(1), slides);
    return [index, index];
  }
  const open = /^(\d+)\s*-$/.exec(part)?.[1];
  if (open !== undefined) return [requireNumber(open, slides), slides.length - 1];
  const [, from, to] = STRETCH.exec(part) ?? [];
  if (from === undefined || to === undefined) {
    if (!NUMBER.test(part)) throw badRange(range);
    const index = requireNumber(part, slides);
    return [index, index];
  }
  if (!NUMBER.test(from) || !NUMBER.test(to)) throw badRange(range);
  const ends = [requireNumber(from, slides), requireNumber(to, slides)] as const;
  if (ends[0] > ends[1]) throw badRange(range);
  return [...ends];
}

function requireNumber(text: string, slides: readonly RangeSlide[]): number {
  const index = slides.findIndex(({ number }) => number === Number(text));
  if (index !== -1) return index;
  const last = Math.max(...slides.map(({ number }) => number ?? 0));
  throw new UsageError(
    `There is no slide ${text}.`,
    `The talk's slides are numbered 1 to ${last}.`,
  );
}

function requireId(id: string, slides: readonly RangeSlide[]): number {
  const index = slides.findIndex((slide) => slide.id === id);
  if (index !== -1) return index;
  const nearest = findNearest(
    id,
    slides.map((slide) => slide.id),
  );
  throw new UsageError(
    `No slide of the talk has the id "${id}".`,
    nearest ? `Did you mean "#${nearest}"?` : 'The id of a slide stands in its front matter.',
  );
}

function badRange(range: string): UsageError {
  return new UsageError(
    `"${range}" is not a range of slides.`,
    'Write numbers, stretches and ids with commas between, like 1,4-9,#summary.',
  );
}
