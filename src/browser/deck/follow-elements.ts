import type { RevealApi } from 'reveal.js';
import { defineElements } from '../elements/define.ts';
import { isScrollView } from './deck-view.ts';
import { listNear } from './fetch-pictures.ts';

/**
 * Defines the elements of a deck slide by slide, so that a first visit loads the code of no far slide. Resolves to the
 * parts of the page whose elements are defined.
 */
export async function followElements(deck: RevealApi): Promise<readonly ParentNode[]> {
  const define = async (): Promise<readonly ParentNode[]> => {
    const isWhole = deck.isOverview() || isScrollView(deck);
    const roots = isWhole ? [document] : listNear(deck);
    await Promise.all(roots.map(defineElements));
    return roots;
  };
  // A change of slides is painted first.
  const defineLater = (): void => void setTimeout(define);
  deck.on('slidechanged', defineLater);
  deck.on('overviewshown', defineLater);
  return define();
}
