import { compileTalk, type Calendar } from '../../talk/compile.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import type { TalkDefaults } from '../../talk/model/slide-file.ts';
import type { Checked } from '../../talk/model/problem.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { createCompileCache } from '../../talk/compile-cache.ts';
import type { Library } from './library.ts';
import { recordReads, TIMEZONE } from './recorded-reads.ts';

/** A talk with everything that is wrong with it. */
export interface Compiled {
  checked: Checked<Talk>;
  /** Every file that was asked for, found or not. */
  reads: ReadonlySet<string>;
}

/** A compiled talk that is kept until something that it rests on changes. */
export interface CompiledTalk extends Compiled {
  /** Names the state of those files and of the recipes, and the days it was compiled for. */
  stamp: string;
  /** Whether it was taken from an earlier start, and none of its slides is rendered. */
  isCached?: boolean;
}

/** Compiles the talk in a file, for a given day and in a given theme or its own; undefined when the file is missing. */
export type Compile = (
  path: string,
  today: Calendar,
  choice?: { asOf?: IsoDate | undefined; theme?: string | undefined },
) => Compiled | undefined;

/** Returns a function that compiles the talks of a library, with a cache of rendered slides. */
export function createCompiler(library: Library, defaults: TalkDefaults = {}): Compile {
  const cache = createCompileCache();
  return (path, today, { asOf, theme } = {}) => {
    const reads = new Set([path]);
    const project = recordReads(library, reads);
    const file = project.slideFile(path);
    if (!file) return undefined;
    const options = { today, cache, defaults, theme, ...(asOf === undefined ? {} : { asOf }) };
    const checked = compileTalk(file, project, options);
    const { timezone } = checked.value.meta;
    reads.add(`${TIMEZONE}${timezone ?? ''}`);
    return { checked, reads };
  };
}
