import type { RevealApi } from 'reveal.js';

/** One line of the list of keys. */
export interface Key {
  /** The keys as people read them. */
  keys: readonly string[];
  /** Further names of the same keys, as `nameKey` gives them, and keys that presenters' remotes send. */
  names?: readonly string[];
  about: string;
  /** Whether the key works while the screen is black; defaults to no. */
  isForBlack?: boolean;
  /** Whether it goes on while it is held down; defaults to no. */
  isHeld?: boolean;
  run(deck: RevealApi, isRepeated: boolean): void;
}
