import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/chromium.ts';
import { describeLostLinks } from '../print/cut-links.ts';
import { finishPdf } from '../pdf/pdf-finish.ts';
import { type Exporter } from './exporter.ts';
import { listPages } from '../print/printed-pages.ts';
import { usePaper } from '../print/paper.ts';
import { cutTalk } from '../print/print-batches.ts';
import { readPdf, type PdfFile } from '../pdf/pdf-file.ts';
import { joinPdfs } from '../pdf/pdf-join.ts';
import { describeDrawnLetters, findDrawnLetters } from '../pdf/type3.ts';
import { printTalk, STAGES, type DrawOptions, type Printed } from '../print/print.ts';
import { addSourceSlides } from './source-list-slides.ts';
import { inTabs } from '../print/tabs.ts';
import { plural } from '../../talk/text/plural.ts';

/** Exports a PDF with a page for each slide, or for each step. */
export const makePdf: Exporter = async (asked, context) => {
  const { project, exportOptions, onProgress, onBrowserDone } = context;
  const { steps, dark, notes } = exportOptions;
  const talk = exportOptions.sources ? addSourceSlides(asked) : asked;
  const [runtime, pictures] = await Promise.all([context.runtime(), context.pictures('paper')]);
  let told = -1;
  const onStage = (stage: number): void => {
    if (stage <= told) return;
    told = stage;
    onProgress(stage, STAGES.length, STAGES[stage] ?? 'printing');
  };
  const files = {
    root: project.root,
    reads: project.readsOf(talk.name),
    pictures,
    ...usePaper(talk, { runtime, root: project.root }),
    look: { steps, dark },
  };
  const { file, culprits, lostLinks } = await printParts(context.browser(), talk, {
    ...files,
    onStage,
  });
  onBrowserDone();
  const printed = listPages(talk.slides, steps);
  const addNotes = notes ? (await import('../pdf/pdf-annotate.ts')).addNotes : undefined;
  const ids = printed.map(({ slide }) => talk.slides[slide]?.id ?? '');
  const drawn = describeDrawnLetters(findDrawnLetters(file), ids, talk.meta.language);
  const bytes = finishPdf(file, talk, { steps, addNotes });
  const warnings = [...describeLostLinks(lostLinks), ...drawn];
  return {
    files: [{ name: '', bytes }],
    about: plural(printed.length, 'page'),
    culprits,
    warnings,
  };
};

/** Prints a talk, a long one in concurrent parts, or whole when the browser's files cannot be joined. */
export async function printParts(
  browser: Browser | Promise<Browser>,
  talk: Talk,
  options: DrawOptions,
  parts = cutTalk(talk, options.look?.steps ?? false),
): Promise<{ file: PdfFile } & Omit<Printed, 'pdf'>> {
  const sheetOptions = { ...options, hasOutline: false };
  const printed = await inTabs(parts, (part) => printTalk(browser, part, sheetOptions));
  const files = printed.map(({ pdf }) => readPdf(pdf));
  const file = files.length === 1 ? files[0] : joinPdfs(files);
  if (!file) return printParts(browser, talk, options, [talk]);
  return {
    file,
    culprits: printed.flatMap(({ culprits }) => culprits),
    lostLinks: printed.flatMap(({ lostLinks }) => lostLinks),
  };
}
