import type { Span } from './model/problem.ts';
import type { BlockUse, CodeUse, Slide, Talk, ValueUse } from './model/talk.ts';

/** The parts of a slide that commands need without showing it. */
export interface SlideOutline extends Pick<Slide, 'id' | 'place' | 'via'> {
  values: Pick<ValueUse, 'expression' | 'datasets' | 'span'>[];
  blocks: Pick<BlockUse, 'name' | 'datasets' | 'span'>[];
  code?: CodeUse[];
}

/** The parts of a talk that commands about all talks need, a tenth of its bytes. */
export interface TalkOutline extends Pick<Talk, 'name' | 'asOf' | 'assets'> {
  slides: SlideOutline[];
}

/** Takes the outline out of a talk. */
export function outlineTalk({ name, asOf, assets, slides }: TalkOutline): TalkOutline {
  return { name, asOf, assets, slides: slides.map(outlineSlide) };
}

function outlineSlide({ id, place, via, values, blocks, code }: SlideOutline): SlideOutline {
  return {
    ...{ id, place, via },
    values: values.map(({ expression, datasets, span }) => ({ expression, datasets, span })),
    blocks: blocks.map(({ name, datasets, span }) => ({ name, datasets, span })),
    ...(code && { code }),
  };
}

/** The definition of a slide in a file. */
export interface SlideDefinition {
  id: string;
  place: Span;
}

/** A place in a talk where a slide or dataset is used. */
export interface Use {
  talk: string;
  /** Id of the slide in that talk. */
  slide: string;
  /** Its position in the talk, from 1. */
  position: number;
  /** `slide`, the name of a block, or a value as written. */
  as: string;
  place: Span;
  /** The `src:` lines that lead to it, outermost first. */
  via: Span[];
}

/** Finds where talks show a slide, under its own name or under one given beside `src`. */
export function findSlideUses(
  name: string,
  talks: readonly TalkOutline[],
  definitions: readonly SlideDefinition[],
): Use[] {
  const places = new Set(definitions.filter(({ id }) => id === name).map(nameLine));
  return eachSlide(talks, (slide, use) =>
    slide.id === name || places.has(nameLine(slide))
      ? [{ ...use, as: 'slide', place: slide.place }]
      : [],
  );
}

/** Finds where talks read a dataset: the values and blocks on their slides. */
export function findDatasetUses(name: string, talks: readonly TalkOutline[]): Use[] {
  return eachSlide(talks, ({ values, blocks }, use) => {
    const ofValues = values
      .filter(({ datasets }) => datasets.includes(name))
      .map(({ expression, span }) => ({ ...use, as: `{{ ${expression} }}`, place: span }));
    const ofBlocks = blocks
      .filter(({ datasets }) => datasets.includes(name))
      .map((block) => ({ ...use, as: block.name, place: block.span }));
    return [...ofValues, ...ofBlocks].sort((a, b) => comparePlaces(a.place, b.place));
  });
}

type BareUse = Omit<Use, 'as' | 'place'>;

function eachSlide(
  talks: readonly TalkOutline[],
  find: (slide: SlideOutline, use: BareUse) => readonly Use[],
): Use[] {
  return talks.flatMap(({ name, slides }) =>
    slides.flatMap((slide, index) =>
      find(slide, { talk: name, slide: slide.id, position: index + 1, via: slide.via }),
    ),
  );
}

function nameLine({ place }: { place: Span }): string {
  return `${place.file}:${place.line}`;
}

function comparePlaces(a: Span, b: Span): number {
  return a.line - b.line || a.column - b.column;
}
