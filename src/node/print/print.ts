import type { Talk } from '../../talk/model/talk.ts';
import { READY_ATTRIBUTE } from '../../talk/model/wire.ts';
import type { Browser } from '../chromium/chromium.ts';
import type { Page, PageWindow } from '../chromium/chromium-page.ts';
import { DeadlineError } from '../chromium/browser-deadline.ts';
import { withDeadline } from '../deadline.ts';
import { MachineError } from '../errors.ts';
import { cutLinks, type LostLink } from './cut-links.ts';
import {
  answerTalkPage,
  toPrintUrl,
  ORIGIN,
  type PageFilesOptions,
  type PrintLook,
} from './page-files.ts';

/** What happens to a talk that a browser makes something of, in order. */
export const STAGES = ['opening the slides', 'drawing', 'printing'] as const;

/** How a talk's print view is opened. */
export interface DrawOptions extends PageFilesOptions {
  look?: PrintLook;
  /** The size of its window in CSS pixels and pixels of a picture for each; defaults to the browser's own. */
  window?: PageWindow;
  /** Called when a stage begins, with its place in `STAGES`. */
  onStage?: (stage: number) => void;
  /** Milliseconds until a page that does not say it is drawn is given up; defaults to 60,000. */
  deadline?: number;
  /** Whether its PDF gets bookmarks from the browser; defaults to yes. */
  hasOutline?: boolean;
}

/** A talk's print view in a browser. */
export interface DrawnTalk {
  page: Page;
  /** Names of what was not drawn in time. */
  culprits: string[];
  /** Links that became plain text, as `slide: address`. */
  lostLinks: LostLink[];
}

/** The browser's PDF of a talk, and what `DrawnTalk` says of it. */
export interface Printed extends Omit<DrawnTalk, 'page'> {
  pdf: Buffer;
}

/* The page itself gives up on a part that takes too long and names it; this waits for its word. */
const WAIT_UNTIL_READY = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => root.hasAttribute('${READY_ATTRIBUTE}') && resolve(root.getAttribute('${READY_ATTRIBUTE}'));
  new MutationObserver(look).observe(root, { attributes: true });
  look();
})`;

/** Opens a talk's print view, in a browser that may still be starting, and waits until it is drawn. */
export async function drawTalk(
  browser: Browser | Promise<Browser>,
  talk: Talk,
  { look, window, onStage = () => {}, deadline, ...files }: DrawOptions,
): Promise<DrawnTalk> {
  onStage(0);
  // The page is written while the browser starts.
  const answer = answerTalkPage(talk, files);
  const page = await (await browser).page();
  await page.answer(ORIGIN, answer);
  // A window of another size would have the page laid out twice.
  if (window) await page.resize(window.width, window.height, window.scale);
  await nameSlides(talk, page.open(toPrintUrl(talk, look)));
  onStage(1);
  const late = await waitUntilDrawn(page, talk, deadline);
  const culprits = [...late, ...page.dialogs];
  return { page, culprits, lostLinks: await cutLinks(page, talk.meta) };
}

/** Prints a talk: one page a slide at its last step, or one a step; tagged. */
export async function printTalk(
  browser: Browser | Promise<Browser>,
  talk: Talk,
  options: DrawOptions,
): Promise<Printed> {
  const { page, ...drawn } = await drawTalk(browser, talk, options);
  options.onStage?.(2);
  const pdf = await nameSlides(talk, page.print({ hasOutline: options.hasOutline }));
  await page.close();
  return { pdf, ...drawn };
}

/** Describes the slides whose response is late. */
export async function nameSlides<Answer>(talk: Talk, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    throw new MachineError(`${describeSlides(talk)}: ${error.message}`, {
      hint: 'A drawing on one of the slides may be too much for it. --range exports fewer of them, to find which.',
      cause: error,
    });
  }
}

function describeSlides({ name, slides }: Talk): string {
  const [first, last] = [slides[0]?.id ?? '', slides.at(-1)?.id ?? ''];
  const which = first === last ? `slide "${first}"` : `slides "${first}" to "${last}"`;
  return `"${name}", ${which}`;
}

/** Waits until a page reports that it is drawn; returns the names of missing parts. */
export async function waitUntilDrawn(page: Page, talk: Talk, deadline = 60_000): Promise<string[]> {
  const text = await withDeadline(page.evaluate<string>(WAIT_UNTIL_READY), deadline, () => {
    throw notDrawn(page, talk, deadline);
  });
  return text.split('\n').filter((line) => line !== '');
}

function notDrawn({ errors }: Page, talk: Talk, deadline: number): MachineError {
  const reasons = errors.length > 0 ? ` Its scripts failed: ${errors.join('; ')}` : '';
  return new MachineError(
    `The page of ${describeSlides(talk)} did not say within ${deadline / 1000} seconds that it is drawn.${reasons}`,
  );
}
