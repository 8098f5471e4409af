import { finishPdf } from './finish.ts';
import { count, type Maker } from './maker.ts';
import { listPages } from './pages.ts';
import { renderPaper } from './paper.ts';
import { printTalk, STAGES } from './print.ts';
import { addSourceSlides } from './source-slides.ts';

/** Makes a PDF with a page for each slide, or for each step. */
export const makePdf: Maker = async (asked, kit) => {
  const { project, wishes, onProgress, onBrowserDone } = kit;
  const { steps, dark, notes } = wishes;
  const talk = wishes.sources ? addSourceSlides(asked) : asked;
  const [browser, runtime] = await Promise.all([kit.browser(), kit.runtime()]);
  const onStage = (stage: number): void =>
    onProgress(stage, STAGES.length, STAGES[stage] ?? 'printing');
  const files = { root: project.root, runtime, renderPage: renderPaper, look: { steps, dark } };
  const { pdf, culprits } = await printTalk(browser, talk, { ...files, onStage });
  onBrowserDone();
  const bytes = finishPdf(pdf, talk, { steps, notes });
  const about = count(listPages(talk.slides, steps).length, 'page');
  return { files: [{ name: '', bytes }], about, culprits };
};
