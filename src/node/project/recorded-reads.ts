import { hash } from '../hash.ts';
import { LOCK_FILE } from '../../talk/code/code-lock.ts';
import type { CommitAnswer, FileAnswer } from '../../talk/model/code/code.ts';
import type { CodeReader } from '../code/code.ts';
import type { DiagramReader } from '../diagrams/diagrams.ts';
import type { ProjectCalendar } from './today.ts';
import type { Stamps } from './cache/stamps.ts';
import type { TalkProject } from '../../talk/model/project.ts';

/** The lists of names that hints read. */
type NamedLists = Pick<TalkProject, 'assetNames' | 'datasetNames' | 'looseFiles' | 'slidePaths'>;

/** What is read of a project beside its files. */
export interface RecordedSources extends NamedLists {
  readCode?: TalkProject['readCode'];
  code: Pick<CodeReader, 'stampOf'>;
  diagrams: Pick<DiagramReader, 'keyOf' | 'stampOf'>;
}

/** How the names of files that are only quoted begin among what was read: no page gets them whole. */
export const QUOTED = 'quoted:';
/** How the names of revisions begin among what was read. */
const REVISION = 'git:';

/** How the names of diagrams begin among what was read. */
const DIAGRAM = 'diagram:';

/** How the name of a time zone begins, whose day was read; alone it is that of the project. */
export const TIMEZONE = 'timezone:';

/** How the name of a missing file begins that slides quote; a hint lists the files near it. */
const NEAR = 'near:';

/** The lists of a project by their names among what was read; no file has such a name, because it is an address. */
const LISTS = new Map<string, (project: NamedLists) => readonly string[]>([
  ['names:assets', (project) => project.assetNames()],
  ['names:datasets', (project) => project.datasetNames],
  ['names:loose', (project) => project.looseFiles?.() ?? []],
  ['names:slides', (project) => project.slidePaths],
]);

/** Returns a function that names the state of what was read: a file, a list of names, a revision, a diagram, or the day in a time zone. */
export function openReadStamps(
  stamps: Stamps,
  library: RecordedSources,
  { today, timezone }: { today: ProjectCalendar; timezone: string },
): (name: string) => string | null {
  const { code, diagrams } = library;
  return (name) => {
    const list = LISTS.get(name);
    if (list) return hash(list(library).join('\n'));
    if (name.startsWith(NEAR)) {
      return hash(listNear(library.readCode?.(name.slice(NEAR.length))).join('\n'));
    }
    if (name.startsWith(REVISION)) return code.stampOf(name.slice(REVISION.length));
    if (name.startsWith(DIAGRAM)) return diagrams.stampOf(name.slice(DIAGRAM.length));
    if (name === TIMEZONE) return timezone;
    if (name.startsWith(TIMEZONE)) return today(name.slice(TIMEZONE.length));
    return stamps.of(name.startsWith(QUOTED) ? name.slice(QUOTED.length) : name);
  };
}

/** Passes a project on and writes down which of its files were asked for, found or not. */
export function recordReads(
  project: TalkProject & Pick<RecordedSources, 'diagrams'>,
  reads: Set<string>,
): TalkProject {
  const list = (name: string): readonly string[] => {
    reads.add(name);
    return LISTS.get(name)?.(project) ?? [];
  };
  return {
    blocks: project.blocks,
    looks: project.looks,
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
      const answer = project.readCode?.(path) ?? { why: 'missing', names: [] };
      if ('why' in answer && answer.why === 'missing') reads.add(`${NEAR}${path}`);
      return answer;
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
    fileFault(path) {
      reads.add(path);
      return project.fileFault?.(path) ?? null;
    },
    assetNames: () => list('names:assets'),
    looseFiles: () => list('names:loose'),
    get icons() {
      return project.icons;
    },
    get emoji() {
      return project.emoji;
    },
    logFault: (error) => project.logFault?.(error),
    get slidePaths() {
      return list('names:slides');
    },
    get datasetNames() {
      return list('names:datasets');
    },
    // Only datasets that were read are looked up in it.
    get brokenDatasets() {
      return project.brokenDatasets;
    },
  };
}

/** Lists the files that a hint about a missing file names. */
function listNear(answer: FileAnswer | undefined): readonly string[] {
  return answer && 'why' in answer && answer.why === 'missing' ? answer.names : [];
}

const NO_COMMIT: CommitAnswer = { code: null, forge: { web: null, link: null }, toProblems: [] };
