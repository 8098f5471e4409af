import type { Rolldown } from 'vite';
import type { EmitAsset } from './emit.ts';

/** Joins stylesheets of a page into as few files as there can be. */
export interface StyleJoiner {
  /** Returns the files to link in place of some, in their order. */
  join(names: readonly string[]): string[];
  /** Removes the files whose text is in another one, but those that are linked. */
  sweep(linked: ReadonlySet<string>): void;
}

/** Makes a joiner of the stylesheets in a bundle; what they refer to is found from the same folder as before. */
export function createStyleJoiner(emit: EmitAsset, bundle: Rolldown.OutputBundle): StyleJoiner {
  const joined = new Set<string>();
  const done = new Map<string, string[]>();
  const joinNew = (names: readonly string[]): string[] => {
    const texts = names.map((name) => readAsset(bundle, name));
    // An import has an effect only at the head of a file.
    if (names.length < 2 || texts.slice(1).some((text) => text.includes('@import'))) {
      return [...names];
    }
    names.forEach((name) => joined.add(name));
    const source = texts.join('\n');
    return [emit('blocks.css', source)];
  };
  return {
    join(names) {
      // Many talks have the same blocks.
      const key = names.join('\n');
      const found = done.get(key) ?? joinNew(names);
      done.set(key, found);
      return found;
    },
    sweep(linked) {
      for (const name of joined) if (!linked.has(name)) delete bundle[name];
    },
  };
}

function readAsset(bundle: Rolldown.OutputBundle, name: string): string {
  const part = bundle[name];
  if (part?.type !== 'asset') throw new Error(`The build has no file ${name}.`);
  return Buffer.from(part.source).toString('utf8');
}
