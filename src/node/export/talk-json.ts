import type { Talk } from '../../talk/model/talk.ts';

/** Writes a compiled talk as JSON; with speaker notes only on request. */
export function writeJson(talk: Talk, { notes }: { notes: boolean }): string {
  const slides = talk.slides.map((slide) => (notes ? slide : { ...slide, notes: '' }));
  return `${JSON.stringify({ ...talk, slides, places: undefined }, null, 2)}\n`;
}
