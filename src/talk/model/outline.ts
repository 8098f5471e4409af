import type { BlockUse, CodeUse, Slide, Talk, ValueUse } from './talk.ts';

/** What is asked of a slide without showing it. */
export interface SlideOutline extends Pick<Slide, 'id' | 'place' | 'via'> {
  values: Pick<ValueUse, 'expression' | 'datasets' | 'span'>[];
  blocks: Pick<BlockUse, 'name' | 'datasets' | 'span'>[];
  code?: CodeUse[];
}

/** What is asked of all talks at once: a tenth of a talk, which has it as well. */
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
