import type { RecipeBook } from '../project-recipes.ts';
import type { CompiledTalk } from '../compiler.ts';
import type { KeptOutline, TalkCache } from './talk-cache.ts';

/** What names the state of a project. */
export interface ProjectState {
  /** Names the state of files, of recipes, and of the days talks are compiled for. */
  stampOf(reads: ReadonlySet<string>): string;
  /** Returns whether a file is unchanged since it was read. */
  isCurrent(file: string): boolean;
  /** The recipes as last imported. */
  book(): RecipeBook;
}

/** Compiled talks from run to run, by a key of each. */
export interface KeptTalks {
  /** Returns the talk of an earlier run while its inputs are unchanged. */
  find(key: string): CompiledTalk | undefined;
  /** Returns its outline, without reading the rest of it. */
  findOutline(key: string): KeptOutline | undefined;
  /** Keeps a talk without problems for the next run. */
  keep(key: string, compiled: CompiledTalk): void;
}

/** Opens the talks that are kept; null for a project that keeps none. */
export function openKeptTalks(cache: TalkCache | null, state: ProjectState): KeptTalks {
  /** Names the state of everything a talk depends on; null when the code of recipes is unknown. */
  const nameState = (stamp: string): string | null => {
    const { code } = state.book();
    return code === null ? null : `${code} ${stamp}`;
  };
  return {
    find(key) {
      let stamp = '';
      const kept = cache?.read(key, (reads) => nameState((stamp = state.stampOf(reads))));
      return kept && { ...kept, stamp, isCached: true };
    },
    findOutline: (key) => cache?.readOutline(key, (reads) => nameState(state.stampOf(reads))),
    keep(key, compiled) {
      if (!cache || compiled.checked.problems.length > 0) return;
      const { reads, stamp } = compiled;
      const book = state.book();
      const isSettled = (): boolean =>
        book === state.book() &&
        [...reads].every((file) => state.isCurrent(file)) &&
        stamp === state.stampOf(reads);
      cache.write(key, compiled, () => (isSettled() ? nameState(stamp) : null));
    },
  };
}
