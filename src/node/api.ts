import type {
  LoaderOptions,
  RepositoryOptions,
  RostrumOptions,
  RostrumPlugin,
} from './plugin-options.ts';
import { rostrum as createPlugins } from './vite/vite.ts';

export * from '../talk/api.ts';
export type { LoaderOptions, RepositoryOptions, RostrumOptions, RostrumPlugin };

/** Turns a folder of slides and data into talks, in `vite` and in `vite build`. */
export function rostrum(options: RostrumOptions = {}): RostrumPlugin[] {
  return createPlugins(options);
}

/** Types a Vite configuration, for projects that do not install Vite. */
export function defineConfig<Config extends object>(config: Config): Config {
  return config;
}
