import { READY_ATTRIBUTE } from '../talk/model/wire.ts';
import { pointLinks } from './page/page-address.ts';
import { defineElements } from './elements/define.ts';
import { fetchFaces } from './page/page-faces.ts';
import { openView } from './opening.ts';
import { fetchPictures } from './deck/fetch-pictures.ts';
import { splitSteps } from './deck/print-steps.ts';
import { tagForPaper } from './paper-tags.ts';
import { waitForDrawing } from './page/ready.ts';

void start();

/** Starts a page made only for print, without a deck. */
async function start(): Promise<void> {
  // Faces are otherwise requested during layout, which is too late in print.
  fetchFaces(document);
  const { root, page, parameters, listViolations } = openView(document);
  if (parameters.hasSteps) splitSteps(document);
  pointLinks(document);
  fetchPictures(document);
  await defineElements(document);
  if (page?.time && parameters.hasSteps) {
    await (await import('./time/time.ts')).printTime(page.time);
  }
  const culprits = await waitForDrawing(document);
  tagForPaper(document);
  root.setAttribute(READY_ATTRIBUTE, [...culprits, ...listViolations()].join('\n'));
}
