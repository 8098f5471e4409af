import { identify, type Problem } from '../../../talk/model/problem.ts';
import type { Project } from '../../project/project.ts';

/** The talks beside those that pages show: what a change breaks in them is told as well. */
export interface Neighbours {
  /** Takes note of how they are, before anything looks at what changed. */
  remember(): void;
  /** Looks at them when nothing has changed for a moment. */
  lookSoon(): void;
  /** What went wrong in them since they were compiled first. */
  problems(): Problem[];
}

/** What the neighbours are of, and who is told. */
export interface NeighbourOptions {
  project: Project;
  isShown(name: string): boolean;
  /** Called after each look. */
  onLook(): void;
}

/** Talks without an open page are compiled after this delay, so that the author does not wait for them. */
const CHECK_DELAY_MS = 300;

/** Follows the talks that were compiled once, for the index say; no other is compiled for it. */
export function createNeighbours({ project, isShown, onLook }: NeighbourOptions): Neighbours {
  const first = new Map<string, ReadonlySet<string>>();
  const found = new Map<string, readonly Problem[]>();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    for (const name of first.keys()) {
      const checked = isShown(name) ? undefined : await project.compile(name);
      const isNew = (problem: Problem): boolean => !first.get(name)?.has(identify(problem));
      found.set(name, checked?.problems.filter(isNew) ?? []);
    }
    onLook();
  }

  return {
    remember() {
      for (const [name, problems] of project.knownProblems()) {
        if (!first.has(name)) first.set(name, new Set(problems.map(identify)));
      }
    },
    lookSoon() {
      clearTimeout(timer);
      // What fails here fails again, with a report, when the talk is opened.
      timer = setTimeout(() => void look().catch(() => {}), CHECK_DELAY_MS).unref();
    },
    problems: () => [...found.values()].flat(),
  };
}
