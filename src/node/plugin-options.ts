import type { Block } from '../talk/model/block.ts';
import type { TalkDefaults } from '../talk/model/talk-spec.ts';

/** What `rostrum()` takes in `vite.config.ts`. */
export interface RostrumOptions {
  /** Blocks of the project's own, beside the engine's; defaults to none. */
  blocks?: readonly Block[];
  /** What talks say where their own front matter does not; a path in "css" begins at the project's root. */
  defaults?: TalkDefaults;
  /** Whether pages of other origins may frame the talks, in dev and in builds; defaults to no. */
  embed?: boolean;
}

/** What Vite takes as a plugin. This package's types name none of Vite's, which not every project can read. */
export interface RostrumPlugin {
  name: string;
}
