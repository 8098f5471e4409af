import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { readPdfFacts } from '../../../src/node/pdf/pdf-facts.ts';
import { preflight, VENUES } from '../../../src/node/pdf/preflight.ts';
import { breakPdf } from '../doors.ts';
import type { Target } from '../target.ts';
import { judgeWords } from '../words.ts';

/** PDFs for `check --pdf`, as Latin-1, with bytes changed, removed or added. */
export const PDFS: Target = {
  name: 'pdfs',
  of: 'PDFs',
  make: (random) => breakPdf(random, random.pick(BASES)).toString('latin1'),
  open: () =>
    Promise.resolve({
      async judge(input) {
        const bytes = Buffer.from(String(input), 'latin1');
        const first = await check(bytes);
        if (first === null) return null;
        if ('fault' in first) return first.fault;
        const second = await check(bytes);
        if (JSON.stringify(first) !== JSON.stringify(second)) return 'differs when checked twice';
        return first.words.map(judgeWords).find((fault) => fault !== null) ?? null;
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
};

/** Returns what is said of a PDF; null where its reader refuses it, which `check --pdf` reports. */
async function check(bytes: Buffer): Promise<{ words: string[] } | { fault: string } | null> {
  try {
    const problems = preflight(await readPdfFacts(bytes), VENUES.bbb);
    return { words: problems.map(({ message, hint = '' }) => `${message} ${hint}`) };
  } catch (error) {
    return error instanceof Error ? null : { fault: `throws what is no error: ${String(error)}` };
  }
}

/** Sound PDFs: with objects in the open and packed, with a form that is drawn, an outline and links. */
const BASES: readonly Uint8Array[] = await Promise.all([makePdf(false), makePdf(true)]);

async function makePdf(useObjectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle('A talk');
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of ['One', 'Two']) pdf.addPage([960, 540]).drawText(words, { font });
  const [form] = await pdf.embedPdf(await makeInner());
  const page = pdf.addPage([960, 540]);
  if (form) page.drawPage(form, { width: 90, height: 50 });
  page.drawSvgPath('M 0 0 L 9 9 Z');
  const { context, catalog } = pdf;
  const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: [page.ref, 'Fit'] };
  page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(link))]));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('StructTreeRoot'), context.obj({ Type: 'StructTreeRoot' }));
  return pdf.save({ useObjectStreams });
}

async function makeInner(): Promise<Uint8Array> {
  const inner = await PDFDocument.create({ updateMetadata: false });
  const font = await inner.embedFont(StandardFonts.Courier);
  inner.addPage([90, 50]).drawText('Inner', { font, size: 9 });
  return inner.save();
}
