import type { HeaderFormat } from './build/headers.ts';
import type { IncomingMessage } from 'node:http';
import type { ResolvedConfig } from 'vite';
import type { Block } from '../../talk/model/block.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { Project } from '../project/project.ts';
import type { ProjectOptions } from '../project/project-options.ts';
import type { Loader } from '../project/options/loader-options.ts';
import { openWithLoaders } from '../project/options/loader-recipes.ts';
import { NO_RECIPES } from '../project/project-recipes.ts';
import { createTerminal, type Terminal } from '../terminal.ts';
import type { CheckedOptions } from '../project/rostrum-options.ts';

/** The name under which a command leaves its options among Vite's plugins. */
export const COMMAND_PLUGIN = 'rostrum:command';

/** What a command of `rostrum` passes to the plugins; all absent under plain Vite. */
export interface CommandOptions {
  terminal?: Terminal;
  asOf?: IsoDate | undefined;
  /** Whether nothing on a page changes by itself and no source is asked; defaults to false. */
  offline?: boolean;
  /** Whether no code of the project runs; defaults to false. */
  isSafe?: boolean | undefined;
  /** Whether each run through a talk is recorded as a rehearsal; defaults to false. */
  isRehearsed?: boolean | undefined;
  /** Whether speaker notes go into a build; defaults to false. */
  notes?: boolean;
  /** The servers and hosts for which a build brings files of headers; defaults to none. */
  headers?: readonly HeaderFormat[];
  /** Whether the PDF of each talk will lie beside its built page; defaults to false. */
  pdf?: boolean;
  /** Whether the configuration says the same in every mode; defaults to false. */
  isModeless?: boolean;
  /** The configuration file that was read, as an absolute path, where Vite did not read it itself. */
  configFile?: string;
  /** Filled in by a build. */
  outcome?: BuildOutcome;
  /** Who of a network gets what of a dev server; defaults to a token that is printed, and to no talk without it. */
  network?: NetworkOptions | undefined;
}

/** What a dev server on a network gives to whom. */
export interface NetworkOptions {
  /** The secret in the printed address. */
  token: string;
  /** The talks that those without the token may see. */
  guestTalks: 'all' | readonly string[];
  /** Tells whether a program of this machine sends a request; defaults to what its addresses say. */
  isLocal?: (request: IncomingMessage) => boolean;
}

/** How a build ended. */
export interface BuildOutcome {
  /** Whether the talks have errors, which were printed, and nothing was written. */
  hasFailed: boolean;
  /** Where it was written, as an absolute path. */
  folder: string;
  talks: number;
}

/** What all plugins of one Vite share. */
export interface Site {
  project: Project;
  /** The project's own blocks, in addition to those of the engine. */
  blocks: readonly Block[];
  terminal: Terminal;
  hasNotes: boolean;
  hasPdf: boolean;
  /** The servers and hosts for which a build brings files of headers. */
  headers: readonly HeaderFormat[];
  isOffline: boolean;
  isSafe: boolean;
  isEmbeddable: boolean;
  /** Programs in `data/` that print rows. */
  loaders: readonly Loader[];
  outcome: BuildOutcome;
}

/** Returns the site to plugins, whose hooks run after Vite has resolved its configuration. */
export type GetSite = () => Site;

/** What the plugin called `rostrum` has for commands. */
export interface RostrumApi {
  getSite: GetSite;
  /** What was given to `rostrum()`, unchecked. */
  options: unknown;
}

/** Creates the site once Vite has resolved its configuration. */
export function openSite(config: ResolvedConfig, options: CheckedOptions): Site {
  const { root, command } = config;
  return makeSite(
    root,
    { ...readCommandOptions(config), ...(command === 'serve' && { notes: true }) },
    options,
  );
}

/** Creates the site of a project by what a command and a configuration say. */
export function makeSite(
  root: string,
  commandOptions: CommandOptions,
  options: Partial<CheckedOptions>,
): Site {
  const { blocks = [], isEmbeddable = false, loaders = [] } = options;
  return {
    project: openProjectFolder(root, { ...commandOptions, ...options }),
    blocks,
    terminal: commandOptions.terminal ?? createTerminal(),
    hasNotes: commandOptions.notes ?? false,
    headers: commandOptions.headers ?? [],
    hasPdf: commandOptions.pdf ?? false,
    isOffline: commandOptions.offline ?? commandOptions.isSafe ?? false,
    isSafe: commandOptions.isSafe ?? false,
    isEmbeddable,
    loaders,
    outcome: commandOptions.outcome ?? { hasFailed: false, folder: '', talks: 0 },
  };
}

/** Opens a project; in safe mode it runs no recipes and reads no cache from its own folder. */
export function openProjectFolder(
  root: string,
  {
    isSafe = false,
    asOf,
    ...more
  }: Pick<CommandOptions, 'isSafe' | 'asOf'> &
    Partial<CheckedOptions> &
    Pick<ProjectOptions, 'today'>,
): Project {
  const {
    blocks = [],
    code = null,
    problems = [],
    defaults = {},
    repositories = {},
    diagrams = {},
    looks,
    loaders = [],
    today,
  } = more;
  const known = { root, blocks, looks, code, problems, defaults, repositories, diagrams, asOf };
  const options = { ...known, ...(today && { today }) };
  if (!isSafe) return new Project({ ...options, openRecipes: openWithLoaders(loaders) });
  return new Project({ ...options, isSafe, engine: null, openRecipes: async () => NO_RECIPES });
}

/** Finds what the command that runs Vite left among its plugins. */
export function readCommandOptions({ plugins }: Pick<ResolvedConfig, 'plugins'>): CommandOptions {
  const command = plugins.find(({ name }) => name === COMMAND_PLUGIN);
  return (command?.api as CommandOptions | undefined) ?? {};
}
