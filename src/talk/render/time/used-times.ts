import { collectHistory } from '../../data/history.ts';
import type { Checked, Problem } from '../../model/problem.ts';
import type { TalkProject } from '../../model/project.ts';
import type { SlideFile } from '../../model/slide-file.ts';
import type { Slide, Talk } from '../../model/talk.ts';
import type { History, TalkTime } from '../../model/time/talk-time.ts';
import { sortMoving } from '../used-blocks.ts';
import { largeHistory } from '../../problems/problems.ts';

/** Letters of one dataset's earlier states on a page. */
const MAX_LETTERS = 100_000;
const THOUSAND = 1000;

/** Finds how the slides of a talk are shown as of earlier days; null when they are not. */
export function findTime(
  talk: Talk,
  { head, headSpans }: Pick<SlideFile, 'head' | 'headSpans'>,
  project: TalkProject,
): Checked<TalkTime | null> {
  const hasControl = head?.time === true;
  const slides = talk.slides.filter((slide) => hasControl || slide.days !== undefined);
  if (slides.length === 0) return { value: null, problems: [] };
  const problems: Problem[] = [];
  const histories: Record<string, History> = {};
  const large: string[] = [];
  for (const name of listReads(slides)) {
    const dataset = project.dataset(name);
    const history = dataset && collectHistory(dataset, talk.asOf);
    if (!history) continue;
    const letters = JSON.stringify(history).length;
    if (letters <= MAX_LETTERS) histories[name] = history;
    else {
      large.push(name);
      const dated = slides.find((slide) => slide.days && listReads([slide]).includes(name));
      const span = dated?.place ?? headSpans.time;
      const sizes = { kilobytes: Math.round(letters / THOUSAND), limit: MAX_LETTERS / THOUSAND };
      if (span)
        problems.push(largeHistory(name, { ...sizes, isNeeded: dated !== undefined }, span));
    }
  }
  return { value: { hasControl, histories, large, ...sortMoving(slides, project) }, problems };
}

function listReads(slides: readonly Slide[]): string[] {
  const uses = slides.flatMap(({ blocks, values }) => [...blocks, ...values]);
  return [...new Set(uses.flatMap(({ datasets }) => datasets))].sort();
}
