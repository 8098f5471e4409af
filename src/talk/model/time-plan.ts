/** The facts about a slide that determine its share of the talk's time. */
export interface TimedSlide {
  id: string;
  /** Planned seconds as the author wrote them; null when not given. */
  time: number | null;
  /** Words on it and in its notes. */
  words: number;
  isSection: boolean;
  isCounted: boolean;
}

/** When a slide is due, in seconds from the start of the talk. */
export interface PlannedSlide {
  id: string;
  start: number;
  seconds: number;
}

/** When each counted slide of a talk is due, in seconds. */
export interface TimePlan {
  slides: PlannedSlide[];
  /** Sum over all slides; more than the talk's duration where the slides' own times are. */
  seconds: number;
}

/** A section of a talk: the slide that opens it, null before the first, and its time in seconds. */
export interface PlannedSection {
  id: string | null;
  /** Ids of its counted slides. */
  slides: string[];
  start: number;
  seconds: number;
}

/** Minimum for the words of a slide, because a picture needs time, too. */
const MIN_WORDS = 20;

/**
 * Plans a talk of some seconds: slides with a time of their own take it, and the others share what is left in
 * proportion to their words. Null where neither a duration nor all times are known.
 */
export function planTime(slides: readonly TimedSlide[], duration: number | null): TimePlan | null {
  const counted = slides.filter(({ isCounted }) => isCounted);
  const open = counted.filter(({ time }) => time === null);
  if (counted.length === 0 || (duration === null && open.length > 0)) return null;
  const left = Math.max(0, (duration ?? 0) - sum(counted.map(({ time }) => time ?? 0)));
  const words = sum(open.map(weigh));
  const times = counted.map((slide) => slide.time ?? (left * weigh(slide)) / words);
  let start = 0;
  const planned = counted.map(({ id }, index) => {
    const seconds = times[index] ?? 0;
    start += seconds;
    return { id, start: start - seconds, seconds };
  });
  return { slides: planned, seconds: start };
}

/** Sums the plan over the sections of the talk. */
export function planSections(slides: readonly TimedSlide[], plan: TimePlan): PlannedSection[] {
  const planned = new Map(plan.slides.map((slide) => [slide.id, slide]));
  const sections: PlannedSection[] = [];
  for (const { id, isSection } of slides) {
    const slide = planned.get(id);
    if (!slide) continue;
    if (isSection || sections.length === 0)
      sections.push({ id: isSection ? id : null, slides: [], start: slide.start, seconds: 0 });
    const section = sections.at(-1);
    section?.slides.push(id);
    if (section) section.seconds += slide.seconds;
  }
  return sections;
}

/** Returns how many seconds behind the plan a talk is on a slide; negative when ahead, null where nothing is planned. */
export function computeDelay(plan: TimePlan, id: string, elapsed: number): number | null {
  const slide = plan.slides.find((one) => one.id === id);
  if (!slide) return null;
  if (elapsed < slide.start) return elapsed - slide.start;
  return Math.max(0, elapsed - slide.start - slide.seconds);
}

/** Counts the words of a text. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function weigh({ words }: TimedSlide): number {
  return Math.max(MIN_WORDS, words);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
