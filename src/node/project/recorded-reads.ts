import { LOCK_FILE } from '../../talk/code/code-lock.ts';
import type { CommitAnswer } from '../../talk/model/code/code.ts';
import type { CodeReader } from '../code/code.ts';
import type { DiagramReader } from '../diagrams/diagrams.ts';
import type { ProjectCalendar } from './today.ts';
import type { Stamps } from './read-folder.ts';
import type { TalkProject } from '../../talk/model/project.ts';

/** What is read of a project beside its files. */
export interface RecordedSources {
  code: Pick<CodeReader, 'stampOf'>;
  diagrams: Pick<DiagramReader, 'keyOf' | 'stampOf'>;
}

/** How the names of files that are only quoted begin among what was read: no page gets them whole. */
export const QUOTED = 'quoted:';
/** How the names of revisions begin among what was read. */
const REVISION = 'git:';

/** How the names of diagrams begin among what was read. */
const DIAGRAM = 'diagram:';

/** How the name of a time zone begins, whose day was read. */
export const TIMEZONE = 'timezone:';

/** Returns a function that names the state of what was read: a file, a revision, a diagram, or the day in a time zone. */
export function openReadStamps(
  stamps: Stamps,
  { code, diagrams }: RecordedSources,
  today: ProjectCalendar,
): (name: string) => string | null {
  return (name) => {
    if (name.startsWith(REVISION)) return code.stampOf(name.slice(REVISION.length));
    if (name.startsWith(DIAGRAM)) return diagrams.stampOf(name.slice(DIAGRAM.length));
    if (name.startsWith(TIMEZONE)) return today(name.slice(TIMEZONE.length));
    return stamps.of(name.startsWith(QUOTED) ? name.slice(QUOTED.length) : name);
  };
}

/** Passes a project on and writes down which of its files were asked for, found or not. */
export function recordReads(
  project: TalkProject & Pick<RecordedSources, 'diagrams'>,
  reads: Set<string>,
): TalkProject {
  return {
    blocks: project.blocks,
    hasMqtt: project.hasMqtt ?? false,
    hasSharp: project.hasSharp ?? false,
    typeset: project.typeset,
    slideFile(path) {
      reads.add(path);
      return project.slideFile(path);
    },
    dataset(name) {
      for (const kind of ['json', 'csv', 'tsv', 'ts']) reads.add(`data/${name}.${kind}`);
      return project.dataset(name);
    },
    hasAsset(path) {
      reads.add(path);
      return project.hasAsset(path);
    },
    readText(path) {
      reads.add(path);
      return project.readText?.(path);
    },
    readCode(path) {
      reads.add(`${QUOTED}${path}`);
      return project.readCode?.(path) ?? { why: 'missing', names: [] };
    },
    readCommit(place) {
      const { repository, since, revision } = place;
      for (const name of since === null ? [revision] : [since, revision]) {
        reads.add(`${REVISION}${repository}@${name}`);
      }
      reads.add(LOCK_FILE);
      return project.readCommit?.(place) ?? NO_COMMIT;
    },
    readDiagram(source) {
      const answer = project.readDiagram?.(source);
      if (answer) reads.add(`${DIAGRAM}${project.diagrams.keyOf(source)}`);
      return answer;
    },
    pictureSize(path) {
      reads.add(path);
      return project.pictureSize?.(path);
    },
    assetNames: () => project.assetNames(),
    looseFiles: () => project.looseFiles?.() ?? [],
    get icons() {
      return project.icons;
    },
    emoji: (name) => project.emoji?.(name),
    logFault: (error) => project.logFault?.(error),
    get slidePaths() {
      return project.slidePaths;
    },
    get datasetNames() {
      return project.datasetNames;
    },
    get brokenDatasets() {
      return project.brokenDatasets;
    },
  };
}

const NO_COMMIT: CommitAnswer = { code: null, forge: { web: null, link: null }, toProblems: [] };
