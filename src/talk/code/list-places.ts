import type { CommitPlace } from '../model/code/code.ts';
import { listNested } from '../model/nested-tokens.ts';
import type { Span } from '../model/problem.ts';
import type { SlideFile } from '../model/slide-file.ts';
import type { Token } from '../model/token.ts';

/** A place that a slide takes code from, and where it says so. */
export interface PlaceUse {
  place: CommitPlace;
  span: Span;
}

/** Lists the places at commits that the slides of a file name, shown or not. */
export function listCommitPlaces(file: SlideFile | undefined): PlaceUse[] {
  return (file?.slides ?? []).flatMap(({ tokens }) => listIn(tokens));
}

function listIn(tokens: readonly Token[]): PlaceUse[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'snippet') return listIn(listNested(token));
    const { place, placeSpan } = token;
    return place.kind === 'commit' ? [{ place, span: placeSpan }] : [];
  });
}
