import type { ComposedSlide } from '../../model/composed.ts';
import type { IsoDate } from '../../model/dataset.ts';
import { hasErrors, type Problem } from '../../model/problem.ts';
import type { BlockUse, ValueUse } from '../../model/talk.ts';
import {
  dateAfterTalk,
  datesWithoutData,
  nothingAtDate,
  describeStill,
  stillAtDates,
} from '../../problems/problems.ts';
import type { SlideContext } from '../context.ts';
import type { TalkContext } from '../talk-context.ts';
import { claimStep } from '../steps.ts';

/** What is checked of a rendered slide. */
interface Checked {
  blocks: BlockUse[];
  values: ValueUse[];
  problems: Problem[];
}

/** Before every step that an author can number. */
const FIRST = -1_000_000;

/** Lists the days that a slide with `dates` shows, the talk's own at the end; empty without earlier ones. */
export function listDays({ spec }: ComposedSlide, { asOf }: TalkContext): IsoDate[] {
  const earlier = (spec.dates ?? []).filter((date) => date < asOf);
  return earlier.length > 0 ? [...earlier, asOf] : [];
}

/** Writes the marks of a slide's days: each is a step, and they come before all others. */
export function markDays(days: readonly IsoDate[], { steps }: SlideContext): string {
  if (!steps.isOn || days.length === 0) return '';
  const marks = days.slice(1).map((_, index) => {
    const step = claimStep(steps, FIRST + index);
    return `<span class="fragment step-mark" data-fragment-index="${step}"></span>`;
  });
  return `<span class="day-marks" aria-hidden="true" hidden>${marks.join('')}</span>\n`;
}

/** Checks that a slide can be shown as of each of its dates; `render` renders it as of one. */
export function checkDates(
  slide: ComposedSlide,
  parts: Checked,
  talk: TalkContext,
  render: (talk: TalkContext) => Checked,
): Problem[] {
  const { dates = [] } = slide.spec;
  const span = slide.source.keySpans.dates ?? slide.source.span;
  if (dates.length === 0 || hasErrors(parts.problems)) return [];
  const reads = [...parts.blocks, ...parts.values].flatMap(({ datasets }) => datasets);
  if (reads.length === 0) return [datesWithoutData(span)];
  const late = dates.filter((date) => date > talk.asOf);
  const faults = dates
    .filter((date) => date < talk.asOf)
    .flatMap((date) => {
      const causes = render(talk.onDay(date)).problems;
      return causes
        .filter((cause) => hasErrors([cause]))
        .map((cause) => nothingAtDate(date, cause, span));
    });
  return [
    ...late.map((date) => dateAfterTalk(date, talk.asOf, span)),
    ...faults,
    ...listStill(parts, talk),
  ];
}

function listStill({ blocks, values }: Checked, { project }: TalkContext): Problem[] {
  const canMove = ({ name }: BlockUse): boolean =>
    project.blocks.some(
      (block) => block.name === name && (block.drawsItself === true || block.live !== undefined),
    );
  return [
    ...blocks
      .filter((block) => block.datasets.length > 0 && !canMove(block))
      .map(({ name, span }) => stillAtDates(`The block "${name}"`, span)),
    ...values
      .filter(({ datasets, isStill }) => isStill === true && datasets.length > 0)
      .map(({ expression, span }) => stillAtDates(describeStill(expression), span)),
  ];
}
