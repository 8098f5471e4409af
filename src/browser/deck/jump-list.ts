import { readPlaces } from '../page/slide-places.ts';
import { openJump } from './jump.ts';

/** Opens a field that finds the slides of a page; `go` gets the id of the one that is chosen. */
export function openDeckJump(document: Document, go: (id: string) => void): void {
  openJump(readPlaces(document), ({ id }) => go(id));
}
