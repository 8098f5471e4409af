import type { Block } from '../talk/model/block.ts';
import type { SlideLayout, Theme } from '../talk/model/look/theme.ts';
import type { EventKit, TalkDefaults } from '../talk/model/talk-spec.ts';

/** A repository that slides take code from. */
export interface RepositoryOptions {
  /** The folder of its clone: absolute, from the project's root, or from `~/`. */
  path?: string;
  /** Its page on the web; defaults to what the clone was made from. */
  url?: string;
  /** A template for links to lines: `{commit}`, `{revision}`, `{path}`, `{first}` and `{last}`; defaults to that of the forge. */
  link?: string;
}

/** A program in `data/` that prints rows. */
export interface LoaderOptions {
  /** Its name in `data/`. */
  file: string;
  /** Environment variables that it gets, beside those of the system; defaults to none. */
  env?: readonly string[];
  /** How long it may take, such as `2min`; defaults to one minute, and is five at most. */
  timeout?: string;
}

/** What `rostrum()` takes in `vite.config.ts`. */
export interface RostrumOptions {
  /** Blocks of the project's own, beside the engine's; defaults to none. */
  blocks?: readonly Block[];
  /** Themes of the project's own, or of packages, beside Rostrum's; defaults to none. */
  themes?: readonly Theme[];
  /** Layouts of the project's own, beside Rostrum's; defaults to none. */
  layouts?: readonly SlideLayout[];
  /** What talks say where their own front matter does not; a path in "css" begins at the project's root. */
  defaults?: Omit<TalkDefaults, 'events' | 'logo'> & { logo?: TalkDefaults['logo'] | string };
  /** What the talks of an event have in common, by the name that they give as `event`; defaults to none. */
  events?: Readonly<Record<string, Omit<EventKit, 'logo'> & { logo?: EventKit['logo'] | string }>>;
  /** Repositories that slides take code from, by name: the folder of a clone, or more; defaults to none. */
  repositories?: Readonly<Record<string, string | RepositoryOptions>>;
  /** Programs that draw diagrams, by the language of their fences: each reads a diagram and writes SVG; defaults to none. */
  diagrams?: Readonly<Record<string, string | readonly string[]>>;
  /** Programs in `data/` that print the rows of a dataset, such as `riders.py`, or `stops.csv.sh` with options; defaults to none. */
  loaders?: readonly (string | LoaderOptions)[];
  /** Whether pages of other origins may frame the talks, in dev and in builds; defaults to no. */
  embed?: boolean;
}

/** What Vite takes as a plugin. This package's types name none of Vite's, which not every project can read. */
export interface RostrumPlugin {
  name: string;
}
