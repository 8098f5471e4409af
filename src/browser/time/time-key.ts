import { addKey } from '../deck/keys.ts';

const ABOUT = 'Earlier dates of the slide\u2019s data, or back to the talk\u2019s';

/** Adds the key of the control to those of a deck; a speaker's page passes it on. */
export function addTimeKey(run: () => void): void {
  addKey({ keys: ['t'], about: ABOUT, run });
}
