import type { Slide } from '../../talk/model/talk.ts';

/** A page of a talk's PDF. */
export interface PrintedPage {
  /** Place of its slide in the talk, from 0. */
  slide: number;
  /** The step at which the slide is shown. */
  step: number;
  /** Whether the slide is complete on it. */
  isLast: boolean;
  /** What the page is called: the number printed on the slide or its id, with the step behind a dot. */
  label: string;
}

/** What of a slide its pages depend on. */
export type PagedSlide = Pick<Slide, 'id' | 'number' | 'steps'>;

/** Lists the pages of a talk: one a slide, or one a step. */
export function listPages(slides: readonly PagedSlide[], hasSteps: boolean): PrintedPage[] {
  return slides.flatMap(({ id, number, steps }, slide) => {
    const first = hasSteps ? 0 : steps;
    const name = number === null ? id : String(number);
    return Array.from({ length: steps - first + 1 }, (_, index) => {
      const step = first + index;
      const label = hasSteps && step > 0 ? `${name}.${step}` : name;
      return { slide, step, isLast: step === steps, label };
    });
  });
}
