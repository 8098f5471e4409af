import { takeSlides } from '../../talk/model/sections.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { html, type Html } from '../../talk/html/html.ts';
import type { Page } from '../chromium/chromium-page.ts';
import { type Kit, type Made, type MadeFile, type Maker } from './exporter.ts';
import { listPages } from '../print/printed-pages.ts';
import { drawTalk, type DrawOptions } from '../print/print.ts';
import { cut, renderSheets, type SheetParts } from '../print/sheets.ts';
import { inTabs } from '../print/tabs.ts';
import { plural } from '../../talk/text/plural.ts';

const SLIDE = { width: 1280, height: 720 };
const COLUMNS = 4;
const PART = 0.3;
/** Most slides of a page that pictures are taken of. */
const A_SHARE = 16;

/* The print view draws a line between slides, which would be seen at the foot of each picture. */
const WITHOUT_SHADOWS = `document.head.insertAdjacentHTML(
  'beforeend', '<style>.slides > .slide { box-shadow: none !important }</style>')`;
const SIZE = `(({ width, height }) => ({ width: Math.ceil(width), height: Math.ceil(height) }))(
  document.querySelector('.contact-sheet').getBoundingClientRect())`;

/** Makes a picture of each slide, or of each step, or one of them all. */
export const makePictures: Maker = (talk, kit) =>
  kit.wishes.contactSheet ? makeContactSheet(talk, kit) : makeEach(talk, kit);

async function makeEach(talk: Talk, kit: Kit): Promise<Made> {
  const total = listPages(talk.slides, kit.wishes.steps).length;
  let done = 0;
  const onPicture = (): void => kit.onProgress((done += 1), total, 'taking pictures');
  kit.onProgress(0, total, 'drawing');
  const parts = await inTabs(share(talk.slides), (slides) =>
    makePart(takeSlides(talk, slides), { kit, onPicture }),
  );
  kit.onBrowserDone();
  const files = parts.flatMap((part) => part.files);
  const culprits = parts.flatMap((part) => part.culprits);
  return { files, about: plural(files.length, 'picture'), culprits };
}

/** Shares slides out, the same on every machine: a slide's place on its page can move the edge of a letter by a shade. */
function share(slides: readonly Slide[]): Slide[][] {
  const shares = Math.max(1, Math.ceil(slides.length / A_SHARE));
  return cut(slides, Math.max(1, Math.ceil(slides.length / shares)));
}

/** What came of a share of slides. */
interface Part {
  files: MadeFile[];
  culprits: string[];
}

interface PartWork {
  kit: Kit;
  onPicture: () => void;
}

/** Takes the pictures of some of a talk's slides in a tab of their own. */
async function makePart(part: Talk, { kit, onPicture }: PartWork): Promise<Part> {
  const { steps, dark, scale } = kit.wishes;
  const { page, culprits } = await draw(part, kit, { look: { steps, dark } });
  await page.resize(SLIDE.width, SLIDE.height, scale);
  await page.evaluate(WITHOUT_SHADOWS);
  const files: MadeFile[] = [];
  for (const [index, printed] of listPages(part.slides, steps).entries()) {
    await page.evaluate(`scrollTo(0, ${index * SLIDE.height})`);
    const slide = part.slides[printed.slide];
    if (!slide) continue;
    const name = namePicture(slide, { order: kit.order, step: steps ? printed.step : null });
    files.push({ name, bytes: await page.picture() });
    onPicture();
  }
  await page.close();
  return { files, culprits };
}

async function makeContactSheet(talk: Talk, kit: Kit): Promise<Made> {
  const { dark, scale } = kit.wishes;
  const runtime = await kit.runtime();
  kit.onProgress(0, talk.slides.length, 'drawing');
  const render = ({ frame }: SheetParts): Html =>
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
  const about = `${plural(talk.slides.length, 'slide')} in one picture`;
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
  const { root } = kit.project;
  const reads = kit.project.readsOf(talk.name);
  return drawTalk(browser, talk, { root, reads, runtime, ...options });
}

/** Names a picture by its slide's place in the talk, so that names sort as slides do: `07-users.png`, `07-users.0.png` for a step. */
export function namePicture(
  { id, steps }: Pick<Slide, 'id' | 'steps'>,
  { order, step }: { order: readonly string[]; step: number | null },
): string {
  const place = pad(order.indexOf(id) + 1, Math.max(order.length, 10));
  const suffix = step === null || steps === 0 ? '' : `.${pad(step, steps)}`;
  return `${place}-${id}${suffix}.png`;
}

/** Writes a number with as many digits as the largest one has. */
function pad(number: number, largest: number): string {
  return String(number).padStart(String(largest).length, '0');
}
