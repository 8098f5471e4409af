import type { Box, SlideBoxes } from '../../../talk/model/pptx-boxes.ts';
import { slideSize } from '../../../talk/model/slide/aspect.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import type { Page } from '../../chromium/chromium-page.ts';
import { ENTRIES } from '../../client/client.ts';
import { describeLostLinks } from '../../print/cut-links.ts';
import { type ExportContext, type Exporter } from '../exporter.ts';
import { answerTalkPage, toClientUrl } from '../../print/page-files.ts';
import { drawForms, listForms } from './block-forms.ts';
import { writePptx } from './pptx-file.ts';
import type { PptxPictures } from './pptx-slide.ts';
import { drawTalk } from '../../print/print.ts';
import { addSourceSlides } from '../source-list-slides.ts';
import { plural } from '../../../talk/text/plural.ts';

/** Sharp enough for a screen of twice the size. */
const SCALE = 2;
const DRAWABLE = /^image\/(?:png|jpeg|gif)$/;

/** Exports a PowerPoint file of editable text boxes, tables and drawings. */
export const makePptx: Exporter = async (asked, context) => {
  const { project, exportOptions, onBrowserDone } = context;
  const talk = exportOptions.sources ? addSourceSlides(asked) : asked;
  const [browser, runtime, reduced] = await Promise.all([
    context.browser(),
    context.runtime(),
    context.pictures('paper'),
  ]);
  context.onProgress(0, talk.slides.length, 'drawing');
  const files = {
    root: project.root,
    reads: project.readsOf(talk.name),
    runtime,
    pictures: reduced,
  };
  const { page, culprits, lostLinks } = await drawTalk(browser, talk, {
    ...files,
    look: { dark: exportOptions.dark },
    window: { ...slideSize(talk.meta), scale: SCALE },
  });
  const script = JSON.stringify(toClientUrl(ENTRIES.boxes));
  const forms = JSON.stringify(listForms(talk, project.library.blocks));
  const read = await page.evaluate<SlideBoxes[]>(
    `import(${script}).then(({ readSlideBoxes }) => readSlideBoxes(${forms}))`,
  );
  const { slides, failures } = drawForms(read, talk, project.library.blocks);
  const pictures = await takePictures(page, { talk, slides, context, files, script });
  await page.close();
  onBrowserDone();
  const bytes = await writePptx(talk, { slides, pictures, notes: exportOptions.notes });
  const about = plural(talk.slides.length, 'slide');
  const warnings = [...failures, ...describeLostLinks(lostLinks)];
  return { files: [{ name: '', bytes }], about, culprits, warnings };
};

interface PictureWork {
  talk: Talk;
  slides: readonly SlideBoxes[];
  context: ExportContext;
  files: Parameters<typeof answerTalkPage>[1];
  /** Address of the module that shows parts of the page alone, as a string of JavaScript. */
  script: string;
}

/** Collects a PNG for each drawing, for programs without SVG, and each picture as a file or a screenshot. */
async function takePictures(
  page: Page,
  { talk, slides, context, files, script }: PictureWork,
): Promise<PptxPictures> {
  const answer = answerTalkPage(talk, files);
  const pictures: PptxPictures = new Map();
  await page.clear();
  const slide = slideSize(talk.meta);
  for (const [index, { boxes, backdrop }] of slides.entries()) {
    context.onProgress(index, slides.length, 'reading the slides');
    const drawn = boxes.filter((box) => box.kind === 'drawing' || box.kind === 'picture');
    const wanted = backdrop ? [backdrop, ...drawn] : drawn;
    const top = index * slide.height;
    for (const box of wanted) {
      const found = box.kind === 'picture' ? findFile(box.url, answer) : null;
      if (!found) await page.evaluate(showAlone(script, box.shot, top));
      pictures.set(box, found ?? (await takePicture(page, box, top)));
    }
  }
  return pictures;
}

/** Scrolls to a slide and shows one part of it, in one step: the browser draws all of the window after each. */
function showAlone(script: string, shot: string, top: number): string {
  return `scrollTo(0, ${top}), import(${script}).then(({ showAlone }) => showAlone(${JSON.stringify(shot)}))`;
}

/** Takes a picture of a part, which is given by its place on the page, however far that is scrolled. */
async function takePicture(page: Page, box: Box, top: number): Promise<string> {
  const { x, y, width, height } = box;
  const format = box.kind === 'picture' && box.isPhoto ? 'jpeg' : 'png';
  const bytes = await page.picture({ x, y: y + top, width, height }, format);
  return `image/${format};base64,${bytes.toString('base64')}`;
}

function findFile(url: string, answer: ReturnType<typeof answerTalkPage>): string | null {
  if (!URL.canParse(url)) return null;
  const found = answer(new URL(url));
  if (!found || !DRAWABLE.test(found.type)) return null;
  return `${found.type};base64,${Buffer.from(found.body).toString('base64')}`;
}
