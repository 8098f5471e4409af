import { READY_ATTRIBUTE } from '../talk/model/wire.ts';
import { pointLinks } from './address.ts';
import { defineElements } from './elements/define.ts';
import { fetchFaces } from './faces.ts';
import { openView } from './opening.ts';
import { fetchPictures } from './pictures.ts';
import { splitSteps } from './print-steps.ts';
import { waitForDrawing } from './ready.ts';

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
