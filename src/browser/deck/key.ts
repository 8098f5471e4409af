import type { RevealApi } from 'reveal.js';

/** One line of the list of keys; without `run` it is reveal.js that answers. */
export interface Key {
  keys: readonly string[];
  about: string;
  run?: (deck: RevealApi) => void;
}
