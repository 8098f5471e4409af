import { stampFile } from '../read-folder.ts';

/** Returns the state of a project's files. */
export interface Stamps {
  of(file: string): string | null;
  /** Returns a list of names, which is made once while work is held. */
  names(kind: string, list: () => readonly string[]): readonly string[];
  /** Runs `work` and checks each file once during it, because a talk requests its pictures repeatedly. */
  hold<Value>(work: () => Value): Value;
}

/** What was read of a project's folder during held work. */
interface HeldReads {
  stamps: Map<string, string | null>;
  names: Map<string, readonly string[]>;
}

/** Looks at the files of a project. */
export function openStamps(root: string): Stamps {
  let held: HeldReads | null = null;
  return {
    of(file) {
      const known = held?.stamps.get(file);
      if (known !== undefined) return known;
      const stamp = stampFile(root, file);
      held?.stamps.set(file, stamp);
      return stamp;
    },
    names(kind, list) {
      const names = held?.names.get(kind) ?? list();
      held?.names.set(kind, names);
      return names;
    },
    hold(work) {
      held = { stamps: new Map(), names: new Map() };
      try {
        return work();
      } finally {
        held = null;
      }
    },
  };
}
