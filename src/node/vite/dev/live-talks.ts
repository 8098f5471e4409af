import type { Problem } from '../../../talk/model/problem.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import type { Hello, TalkUpdate } from '../../../talk/model/wire.ts';
import type { Project } from '../../project/project.ts';
import type { ToUrl } from '../../pages/assets.ts';
import { createAffectedTalks } from './affected-talks.ts';
import { renderLook } from '../../pages/look-style.ts';
import { PUSHED, toPageLive } from '../../pages/page-data/page-live.ts';
import {
  compareFollowed,
  toShown,
  updateWhole,
  type ShownTalk,
} from '../../pages/update/talk-update.ts';

/** The talks that pages show while their files are edited. */
export interface LiveTalks {
  /** Compiles a talk for a page and follows it from now on; undefined when there is none. */
  open(name: string): Promise<Talk | undefined>;
  /** Brings all followed talks in line with their files. */
  refresh(): Promise<void>;
  /** Names the state of the talk that a page is built from. */
  stateOf(talk: Talk): number;
  /** Returns the update of a page that shows a given state; null when it is current. */
  catchUp(hello: Hello): TalkUpdate | null;
}

/** Options of live talks. */
export interface LiveOptions {
  project: Project;
  toUrl: ToUrl;
  send(update: TalkUpdate): void;
  /** Called with each talk that a page shows, whenever it was compiled again. */
  onShown?(talk: Talk): void;
  /** Called once when the file of a talk that a page shows is removed or renamed. */
  onGone?(file: string): void;
  /** Called after each check with the problems of followed talks and data, and new ones of other talks. */
  report(problems: readonly Problem[]): void;
}

/** By then the first page is painted, and the author has not saved a change yet. */
const WARM_UP_DELAY_MS = 1000;

/** Follows the talks of a project. */
export function createLiveTalks({
  project,
  toUrl,
  send,
  report,
  onShown,
  onGone,
}: LiveOptions): LiveTalks {
  const shown = new Map<string, ShownTalk>();
  const problems = new Map<string, readonly Problem[]>();
  const states = new WeakMap<Talk, number>();
  const newest = new Map<string, number>();
  const files = new Map<string, string>();

  async function advance(name: string): Promise<Talk | undefined> {
    const checked = await project.compile(name);
    // A removed talk may return, so its pages stay open.
    if (!checked) {
      const file = files.get(name);
      if (file !== undefined) onGone?.(file);
      files.delete(name);
      problems.delete(name);
      return undefined;
    }
    files.set(name, checked.value.file);
    const before = shown.get(name);
    const after = toShown(checked.value, {
      toUrl,
      live: toPageLive(checked.value, PUSHED),
      before,
      rules: renderLook(checked.value, project.root, String),
    });
    onShown?.(checked.value);
    shown.set(name, after);
    problems.set(name, checked.problems);
    const update = before ? compareFollowed(before, after) : null;
    const state = (newest.get(name) ?? 0) + (update ? 1 : 0);
    newest.set(name, state);
    states.set(checked.value, state);
    if (update) send(update);
    return checked.value;
  }

  function reportAll(): void {
    const ofShown = [...problems.values()].flat();
    report([...ofShown, ...affected.problems(), ...project.dataProblems()]);
  }

  const affected = createAffectedTalks({
    project,
    isShown: (name) => shown.has(name),
    onChecked: reportAll,
  });

  return {
    async open(name) {
      const talk = await advance(name);
      reportAll();
      setTimeout(() => project.warmUp(name), WARM_UP_DELAY_MS).unref();
      return talk;
    },
    async refresh() {
      affected.recordProblems();
      for (const name of shown.keys()) await advance(name);
      reportAll();
      affected.scheduleCheck();
    },
    stateOf: (talk) => states.get(talk) ?? 0,
    catchUp({ talk, state }) {
      const now = shown.get(talk);
      return now && newest.get(talk) !== state ? updateWhole(now) : null;
    },
  };
}
