import { isOfAllViews, mergeFindings, type Finding } from '../../talk/problems/finding.ts';
import { hasErrors } from '../../talk/model/problem.ts';
import { slideSize } from '../../talk/model/slide/aspect.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/chromium.ts';
import { ENTRIES } from '../client/client.ts';
import {
  answerTalkPage,
  toDeckUrl,
  toPrintUrl,
  toClientUrl,
  ORIGIN,
  type PageFilesOptions,
} from '../print/page-files.ts';
import { waitUntilDrawn } from '../print/print.ts';
import { reportPageFaults } from './page-faults.ts';
import { readFaults, recordFaults } from './record-faults.ts';

/** The views in which every slide is measured. */
export const VIEWS = [toDeckUrl, toPrintUrl];

const LATE = /^(?:slide (\S+): )?(.*) was not drawn in time$/;

/** What measuring needs in addition to the talk. */
export interface MeasureOptions extends PageFilesOptions {
  /** Called when one of `VIEWS` is done. */
  onView?: () => void;
}

/** Opens a talk as deck and as print view and measures all its slides at every step. */
export async function measureTalk(
  browser: Browser,
  talk: Talk,
  options: MeasureOptions,
): Promise<Finding[]> {
  const views = VIEWS.map((findUrl) => measureView(browser, talk, { ...options, findUrl }));
  const findings = mergeFindings((await Promise.all(views)).flat());
  return findings.filter((finding) => isOfAllViews(finding) && isSound(finding, talk));
}

interface ViewOptions extends MeasureOptions {
  findUrl: (talk: Talk) => string;
}

async function measureView(
  browser: Browser,
  talk: Talk,
  { findUrl, onView, ...files }: ViewOptions,
): Promise<Finding[]> {
  const page = await browser.page();
  const slide = slideSize(talk.meta);
  await page.resize(slide.width, slide.height);
  await page.answer(ORIGIN, answerTalkPage(talk, files));
  await recordFaults(page);
  await page.open(findUrl(talk));
  const culprits = await waitUntilDrawn(page, talk);
  const script = JSON.stringify(toClientUrl(ENTRIES.check));
  const found = await page.evaluate<Finding[]>(
    `import(${script}).then(({ checkTalk }) => checkTalk(${JSON.stringify(listNotes(talk))}))`,
  );
  const recorded = await readFaults(page);
  await page.close();
  onView?.();
  const faults = reportPageFaults({ ...page, recorded }, culprits, talk);
  return [...found, ...culprits.flatMap(reportLate), ...faults];
}

function listNotes({ slides }: Talk): Record<string, string> {
  const noted = slides.filter(({ notes }) => notes !== '');
  return Object.fromEntries(noted.map(({ id, notes }) => [id, notes]));
}

/** Reports what a page gave up waiting for, which is not there to be measured. */
function reportLate(culprit: string): Finding[] {
  const [, slide, what] = LATE.exec(culprit) ?? [];
  if (slide === undefined || what === undefined) return [];
  const block = what.split(' ')[1] ?? null;
  const fault = { code: 'block-not-drawn', reason: 'it took too long' } as const;
  const name = `The ${what.replace(/^rostrum-/, '')}`;
  const finding = { slide, block, what: name, words: '', fault, cause: what, badness: 0, count: 1 };
  return [{ ...finding, looks: [] }];
}

/** Returns whether a slide can be measured; one that shows problems in place of its content cannot. */
function isSound({ slide: id }: Finding, { slides }: Talk): boolean {
  return !hasErrors(slides.find((slide) => slide.id === id)?.problems ?? []);
}
