import { decodePDFRawStream, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';

/** What may still be looked through of a file. */
export interface Budget {
  bytes: number;
}

/** How many bytes of drawings are looked through; forms in forms multiply them. */
const MAX_DRAWN_BYTES = 256_000_000;
/** What a drawing costs in addition to its bytes. */
const DRAWING_COST = 10_000;
const TOO_MUCH = 'it draws more than can be looked through';

/** Builds the budget of a file. */
export function openBudget(): Budget {
  return { bytes: MAX_DRAWN_BYTES };
}

/** Decodes a content stream; throws where the file draws more than the budget allows. */
export function decode(stream: PDFObject | undefined, budget: Budget): string {
  if (!(stream instanceof PDFRawStream)) return '';
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  budget.bytes -= text.length + DRAWING_COST;
  if (budget.bytes < 0) throw new Error(TOO_MUCH);
  return text;
}
