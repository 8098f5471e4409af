import type { BlockUse, Slide, Talk, ValueUse } from '../../../talk/model/talk.ts';
import type { TalkTime } from '../../../talk/model/time/talk-time.ts';
import type { PageTime, TimeBlock, TimeSlide } from '../../../talk/model/time/time-shape.ts';

/** Returns what a talk's page needs to show slides as of earlier days; null when it shows none. */
export function toPageTime(talk: Talk): PageTime | null {
  const { time, meta } = talk;
  if (!time) return null;
  const { hasControl, histories, large } = time;
  const slides = talk.slides
    .filter((slide) => hasControl || slide.days !== undefined)
    .filter(({ blocks, values }) => blocks.some(isDated) || values.some(hasData))
    .map((slide) => [slide.id, toTimeSlide(slide, talk, time)] as const);
  return { hasControl, histories, large, talk: meta, slides: Object.fromEntries(slides) };
}

function toTimeSlide({ blocks, values, uses }: Slide, talk: Talk, time: TalkTime): TimeSlide {
  const still = values.flatMap((value) =>
    value.isStill && hasData(value) ? value.expression : [],
  );
  const rest = uses.filter(({ dataset }) => !Object.hasOwn(talk.datasets, dataset));
  const entries = blocks.filter(isDated).map((block) => [block.id, toTimeBlock(block, time)]);
  return {
    blocks: Object.fromEntries(entries) as Record<string, TimeBlock>,
    ...(still.length > 0 ? { still } : {}),
    ...(rest.length > 0 ? { uses: rest } : {}),
  };
}

function toTimeBlock({ name, datasets, spec, icons, texts }: BlockUse, time: TalkTime): TimeBlock {
  if (datasets.some((dataset) => time.large.includes(dataset))) {
    return { name, datasets, isStill: true };
  }
  if (!time.compiled.includes(name)) {
    return { name, datasets, ...(time.drawn.includes(name) ? {} : { isStill: true }) };
  }
  return { name, datasets, spec, ...(icons && { icons }), ...(texts && { texts }) };
}

function isDated(block: BlockUse): boolean {
  return hasData(block) || block.texts !== undefined;
}

function hasData({ datasets }: BlockUse | ValueUse): boolean {
  return datasets.length > 0;
}
