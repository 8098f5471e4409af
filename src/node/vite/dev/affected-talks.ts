import { setImmediate } from 'node:timers/promises';
import { identify, type Problem } from '../../../talk/model/problem.ts';
import type { Project } from '../../project/project.ts';

/** Talks that no page shows: problems that a change causes in them are reported as well. */
export interface AffectedTalks {
  /** Records their problems, before the changes are processed. */
  recordProblems(): void;
  /** Compiles them when nothing has changed for a moment. */
  scheduleCheck(): void;
  /** New problems since they were first compiled. */
  problems(): Problem[];
}

/** The inputs of affected talks, and the receiver of their problems. */
export interface AffectedTalksOptions {
  project: Project;
  isShown(name: string): boolean;
  /** Called after each check. */
  onChecked(): void;
}

/** Talks without an open page are compiled after this delay, so that the author does not wait for them. */
const CHECK_DELAY_MS = 300;

/** Follows talks that were compiled before, for the index for example; compiles no others. */
export function createAffectedTalks({
  project,
  isShown,
  onChecked,
}: AffectedTalksOptions): AffectedTalks {
  const first = new Map<string, ReadonlySet<string>>();
  const found = new Map<string, readonly Problem[]>();
  let timer: NodeJS.Timeout | undefined;
  let checks = 0;

  async function check(): Promise<void> {
    const own = checks;
    for (const name of first.keys()) {
      // Pages are answered between two talks; after another change the talks are checked from the start.
      await setImmediate();
      if (own !== checks) return;
      const checked = isShown(name) ? undefined : await project.compile(name);
      const isNew = (problem: Problem): boolean => !first.get(name)?.has(identify(problem));
      found.set(name, checked?.problems.filter(isNew) ?? []);
    }
    onChecked();
  }

  return {
    recordProblems() {
      for (const [name, problems] of project.knownProblems()) {
        if (!first.has(name)) first.set(name, new Set(problems.map(identify)));
      }
    },
    scheduleCheck() {
      clearTimeout(timer);
      checks++;
      // What fails here fails again, with a report, when the talk is opened.
      timer = setTimeout(() => void check().catch(() => {}), CHECK_DELAY_MS).unref();
    },
    problems: () => [...found.values()].flat(),
  };
}
