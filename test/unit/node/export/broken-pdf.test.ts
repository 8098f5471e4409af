import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readPdfFacts } from '../../../../src/node/export/pdf-facts.ts';
import { preflight, VENUES } from '../../../../src/node/export/preflight.ts';
import { breakPdf } from '../../../fuzz/doors.ts';
import { createRandom } from '../../../fuzz/random.ts';

const FILES = 200;

async function makePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of ['One', 'Two']) pdf.addPage([960, 540]).drawText(words, { font });
  return pdf.save({ useObjectStreams: false });
}

test('a broken PDF has a verdict, or an error that its reader expects', async () => {
  const bytes = await makePdf();
  const faults: string[] = [];
  let verdicts = 0;
  for (let seed = 0; seed < FILES; seed++) {
    try {
      preflight(await readPdfFacts(breakPdf(createRandom(seed), bytes)), VENUES.bbb);
      verdicts++;
    } catch (error) {
      if (!(error instanceof Error)) faults.push(`${seed}: ${String(error)}`);
    }
  }
  expect(faults).toEqual([]);
  expect(verdicts).toBeGreaterThan(FILES / 10);
});
