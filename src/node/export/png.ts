import { takeSlides } from '../../talk/model/sections.ts';
import { slideSize } from '../../talk/model/slide/aspect.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { html, type Html } from '../../talk/html/html.ts';
import type { Page } from '../chromium/chromium-page.ts';
import {
  type ExportContext,
  type ExportResult,
  type ExportedFile,
  type Exporter,
} from './exporter.ts';
import { listPages } from '../print/printed-pages.ts';
import { drawTalk, type DrawOptions } from '../print/print.ts';
import { cut, renderSheets, type SheetParts } from '../print/sheets.ts';
import { inTabs } from '../print/tabs.ts';
import { writeOwnRules } from '../pages/script-faces.ts';
import { plural } from '../../talk/text/plural.ts';

const COLUMNS = 4;
const PART = 0.3;
/** Most slides of a page that pictures are taken of. */
const A_SHARE = 16;

/* The print view draws a line between slides, which would be seen at the foot of each picture. */
const WITHOUT_SHADOWS = `document.head.insertAdjacentHTML(
  'beforeend', '<style>.slides > .slide { box-shadow: none !important }</style>')`;
const SIZE = `(({ width, height }) => ({ width: Math.ceil(width), height: Math.ceil(height) }))(
  document.querySelector('.contact-sheet').getBoundingClientRect())`;

/** Writes the script that scrolls to a place and waits until the page has been laid out and painted there. */
const showPlace = (top: number): string => `new Promise((resolve) => {
  scrollTo(0, ${top});
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
})`;

/** Exports a picture of each slide, of each step, or one of all slides. */
export const makePictures: Exporter = (talk, context) =>
  context.exportOptions.contactSheet ? makeContactSheet(talk, context) : makeEach(talk, context);

async function makeEach(talk: Talk, context: ExportContext): Promise<ExportResult> {
  const total = listPages(talk.slides, context.exportOptions.steps).length;
  let done = 0;
  const onPicture = (): void => context.onProgress((done += 1), total, 'taking pictures');
  context.onProgress(0, total, 'drawing');
  const parts = await inTabs(share(talk.slides), (slides) =>
    makePart(takeSlides(talk, slides), { context, onPicture }),
  );
  context.onBrowserDone();
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
  files: ExportedFile[];
  culprits: string[];
}

interface PartWork {
  context: ExportContext;
  onPicture: () => void;
}

/** Takes the pictures of some of a talk's slides in a tab of their own. */
async function makePart(part: Talk, { context, onPicture }: PartWork): Promise<Part> {
  const { steps, dark, scale } = context.exportOptions;
  const { page, culprits } = await draw(part, context, { look: { steps, dark } });
  const { width, height } = slideSize(part.meta);
  await page.resize(width, height, scale);
  await page.evaluate(WITHOUT_SHADOWS);
  const files: ExportedFile[] = [];
  for (const [index, printed] of listPages(part.slides, steps).entries()) {
    await page.evaluate(showPlace(index * height));
    const slide = part.slides[printed.slide];
    if (!slide) continue;
    const name = namePicture(slide, { order: context.order, step: steps ? printed.step : null });
    files.push({ name, bytes: await page.picture() });
    onPicture();
  }
  await page.close();
  return { files, culprits };
}

async function makeContactSheet(talk: Talk, context: ExportContext): Promise<ExportResult> {
  const { dark, scale } = context.exportOptions;
  context.onProgress(0, talk.slides.length, 'drawing');
  const render = ({ frame }: SheetParts): Html =>
    html`<div class="sheet">${talk.slides.map((slide) => renderLabelled(slide, frame))}</div>`;
  const css = writeOwnRules(talk, context.project.root);
  const sheet = { kind: 'contact-sheet', css, columns: COLUMNS, part: PART, render };
  const look = { dark };
  const { page, culprits } = await draw(talk, context, { look, renderPage: renderSheets(sheet) });
  const slide = slideSize(talk.meta);
  await page.resize(2 * slide.width, slide.height, scale);
  const { width, height } = await page.evaluate<typeof slide>(SIZE);
  await page.resize(width, height, scale);
  const bytes = await page.picture();
  await page.close();
  context.onBrowserDone();
  const about = `${plural(talk.slides.length, 'slide')} in one picture`;
  return { files: [{ name: '', bytes }], about, culprits };
}

function renderLabelled(slide: Slide, frame: (slide: Slide) => Html): Html {
  const label = [slide.number, slide.id].filter((part) => part !== null).join(' · ');
  return html`<div>${frame(slide)}<div class="sheet-label">${label}</div></div>`;
}

async function draw(
  talk: Talk,
  context: ExportContext,
  options: Partial<DrawOptions>,
): Promise<{ page: Page; culprits: string[] }> {
  const [browser, runtime, pictures] = await Promise.all([
    context.browser(),
    context.runtime(),
    context.pictures('paper'),
  ]);
  const { root } = context.project;
  const reads = context.project.readsOf(talk.name);
  return drawTalk(browser, talk, { root, reads, runtime, pictures, ...options });
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
