import { READY_ATTRIBUTE } from '../talk/model/wire.ts';
import { pointLinks } from './page/page-address.ts';
import { defineElements } from './elements/define.ts';
import { fetchFaces } from './page/page-faces.ts';
import { openView } from './opening.ts';
import { fetchPictures } from './deck/fetch-pictures.ts';
import { splitSteps } from './deck/print-steps.ts';
import { waitForDrawing } from './page/ready.ts';

void start();

/** All that a page does that is made to be printed and nothing else: there is no deck to load. */
async function start(): Promise<void> {
  // Faces are asked for where their letters are laid out, which on paper is too late.
  fetchFaces(document);
  const { root, parameters, listViolations } = openView(document);
  if (parameters.hasSteps) splitSteps(document);
  pointLinks(document);
  fetchPictures(document);
  await defineElements(document);
  const culprits = await waitForDrawing(document);
  root.setAttribute(READY_ATTRIBUTE, [...culprits, ...listViolations()].join('\n'));
}
