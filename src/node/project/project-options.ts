import type { Block } from '../../talk/model/block.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import type { OwnLooks } from '../../talk/model/look/theme.ts';
import type { TalkDefaults } from '../../talk/model/slide-file.ts';
import type { Problem } from '../../talk/model/problem.ts';
import type { Repositories } from '../code/code.ts';
import type { DiagramCommands } from '../diagrams/diagrams.ts';
import type { ProjectCalendar } from './today.ts';
import type { openRecipes } from './project-recipes.ts';

/** The folder of a project, and the options of compiling its talks. */
export interface ProjectOptions {
  root: string;
  /** The project's own blocks; defaults to none. */
  blocks?: readonly Block[];
  /** Themes and layouts of the project's own; defaults to none. */
  looks?: OwnLooks | undefined;
  /** Names the state of their code, for talks that are kept from start to start; defaults to null, which keeps none. */
  code?: string | null;
  /** Defaults of the talks' front matter; defaults to none. */
  defaults?: TalkDefaults;
  /** Repositories that slides take code from; defaults to those that the environment names. */
  repositories?: Repositories;
  /** Programs that draw diagrams, by the language of their fences; defaults to none. */
  diagrams?: DiagramCommands;
  /** What is wrong with its configuration; defaults to nothing. */
  problems?: readonly Problem[];
  /** The day all talks are computed for; defaults to each talk's own. */
  asOf?: IsoDate | undefined;
  /** Returns the current date; defaults to the calendar of `defaults.timezone`, else of the machine. */
  today?: ProjectCalendar;
  /** Whether no code of the project runs; defaults to no. */
  isSafe?: boolean;
  /** Names the state of the engine, for talks that are kept from start to start; null keeps none. */
  engine?: string | null;
  /** Imports the project's recipes, which are code; defaults to doing so. */
  openRecipes?: typeof openRecipes;
}

/** A project without looks of its own: whether it says so or nothing, the same talks are kept. */
export const NO_LOOKS: OwnLooks = { layouts: [], themes: [] };
