import type { Slide, Talk } from '../../talk/model/talk.ts';
import { html, type Html } from '../../talk/model/html.ts';
import type { Page } from '../chromium/page.ts';
import { count, type Kit, type Made, type MadeFile, type Maker } from './maker.ts';
import { listPages, type PrintedPage } from './pages.ts';
import { drawTalk, type DrawOptions } from './print.ts';
import { renderSheets } from './sheets.ts';

const SLIDE = { width: 1280, height: 720 };
const COLUMNS = 4;
const PART = 0.3;

/* The print view draws a line between slides, which would be seen at the foot of each picture. */
const WITHOUT_SHADOWS = `document.head.insertAdjacentHTML(
  'beforeend', '<style>.slides > .slide { box-shadow: none !important }</style>')`;
const SIZE = `(({ width, height }) => ({ width: Math.ceil(width), height: Math.ceil(height) }))(
  document.querySelector('.contact-sheet').getBoundingClientRect())`;

/** Makes a picture of each slide, or of each step, or one of them all. */
export const makePictures: Maker = (talk, kit) =>
  kit.wishes.contactSheet ? makeContactSheet(talk, kit) : makeEach(talk, kit);

async function makeEach(talk: Talk, kit: Kit): Promise<Made> {
  const { steps, dark, scale } = kit.wishes;
  const { page, culprits } = await draw(talk, kit, { look: { steps, dark } });
  await page.resize(SLIDE.width, SLIDE.height, scale);
  await page.evaluate(WITHOUT_SHADOWS);
  const pages = listPages(talk.slides, steps);
  const files: MadeFile[] = [];
  for (const [index, printed] of pages.entries()) {
    kit.onProgress(index, pages.length, 'taking pictures');
    await page.evaluate(`scrollTo(0, ${index * SLIDE.height})`);
    files.push({ name: nameFile(printed, talk.slides, steps), bytes: await page.picture() });
  }
  await page.close();
  kit.onBrowserDone();
  return { files, about: count(files.length, 'picture'), culprits };
}

async function makeContactSheet(talk: Talk, kit: Kit): Promise<Made> {
  const { dark, scale } = kit.wishes;
  const runtime = await kit.runtime();
  const render = (frame: (slide: Slide) => Html): Html =>
    html`<div class="sheet">${talk.slides.map((slide) => renderLabelled(slide, frame))}</div>`;
  const sheet = { runtime, kind: 'contact-sheet', css: '', columns: COLUMNS, part: PART, render };
  const look = { dark };
  const { page, culprits } = await draw(talk, kit, { look, renderPage: renderSheets(sheet) });
  await page.resize(2 * SLIDE.width, SLIDE.height, scale);
  const { width, height } = await page.evaluate<typeof SLIDE>(SIZE);
  await page.resize(width, height, scale);
  const bytes = await page.picture();
  await page.close();
  kit.onBrowserDone();
  const about = `${count(talk.slides.length, 'slide')} in one picture`;
  return { files: [{ name: '', bytes }], about, culprits };
}

function renderLabelled(slide: Slide, frame: (slide: Slide) => Html): Html {
  const label = [slide.number, slide.id].filter((part) => part !== null).join(' · ');
  return html`<div>${frame(slide)}<div class="sheet-label">${label}</div></div>`;
}

async function draw(
  talk: Talk,
  kit: Kit,
  options: Partial<DrawOptions>,
): Promise<{ page: Page; culprits: string[] }> {
  const [browser, runtime] = await Promise.all([kit.browser(), kit.runtime()]);
  kit.onProgress(0, talk.slides.length, 'drawing');
  return drawTalk(browser, talk, { root: kit.project.root, runtime, ...options });
}

/** Names sort as the slides do: `07-users.png`, with `.1` for a step; those without a number come last. */
function nameFile(
  { slide, step }: PrintedPage,
  slides: readonly Slide[],
  hasSteps: boolean,
): string {
  const { id, number } = slides[slide] ?? { id: '', number: null };
  const digits = String(Math.max(...slides.map((each) => each.number ?? 0), 10)).length;
  const place = String(number ?? slide + 1).padStart(digits, '0');
  const name = `${number === null ? 'x' : ''}${place}-${id}`;
  return `${name}${hasSteps && step > 0 ? `.${step}` : ''}.png`;
}
