import { distinctProblems, hasErrors } from '../../../talk/model/problem.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { isExternal } from '../../../talk/text/path.ts';
import { toBundle } from '../build/built-site.ts';
import { sortSizes } from '../build/data-sizes.ts';
import { openFiles, type EmittedFile } from '../build/emit.ts';
import { printPictures } from '../build/prepare-pictures.ts';
import { printSizes, report, toShown } from '../build/report.ts';
import type { SiteTalk } from '../build/site-talk.ts';
import { writeSurroundings, writeTalkPage } from '../build/write-pages.ts';
import type { Site } from '../site.ts';
import { readRecord, writeRecord, type BuildRecord, type RecordedTalk } from './build-record.ts';
import { nameBuildState, type BuildChoice } from './build-state.ts';
import { isUntouched } from './outputs.ts';
import {
  canRepeat,
  describeAssets,
  joinElements,
  joinReads,
  listSettled,
  listSheets,
  stampInput,
} from './record-build.ts';
import { updateFolder } from './update-folder.ts';

/** A build that was begun from what the last one has left. */
export interface Rebuild {
  /** Names everything that all pages depend on, as it was at the start; null where it is not known. */
  state: string | null;
  /** Whether the folder is up to date. */
  isDone: boolean;
}

/**
 * Brings a finished build up to date without Vite: writes the pages of the talks that changed, and leaves the others as
 * they lie. Does nothing where more than talks changed, so that all has to be built.
 */
export async function rebuild(site: Site, choice: BuildChoice): Promise<Rebuild> {
  const { project } = site;
  await project.compileAll([]);
  const state = canRepeat(site) ? nameBuildState(site, choice) : null;
  const record = state === null ? null : readRecord(project.root, choice.folder);
  const isSame =
    record?.state === state &&
    Object.entries(record?.inputs ?? {}).every(([file, stamp]) => stampInput(file) === stamp) &&
    isUntouched(choice.folder, record?.outputs ?? {});
  return { state, isDone: record !== null && isSame && (await update(site, record, choice)) };
}

/** Writes the pages that changed; returns false, and writes nothing, where other files of the site would change as well. */
async function update(site: Site, record: BuildRecord, { folder }: BuildChoice): Promise<boolean> {
  const { project, terminal, outcome } = site;
  const names = project.talkNames;
  const kept = findUnchanged(site, record);
  const compiled = await project.compileAll(names.filter((name) => !kept.has(name)));
  const ofTalks = compiled.flatMap(({ problems }) => problems);
  const problems = distinctProblems([...ofTalks, ...project.dataProblems()]);
  if (hasErrors(problems)) report(problems, site);
  const changed = compiled.map(({ value }) => toShown(value, site));
  if (!changed.every((talk) => hasStyle(talk, record))) return false;
  const [bundle, files] = [toBundle(record.bundle), openFiles(record.files)];
  const emit = (file: string): EmittedFile => record.ofHeads[file] ?? { name: '', bytes: 0 };
  const joinStyles = (sheets: readonly string[]): string[] => [...sheets];
  const parts = { site, own: {}, bundle, icon: record.icon, files, joinStyles, emit };
  const written = new Map(changed.map((talk) => [talk.name, writeTalkPage(talk, parts)]));
  const talks = names.flatMap((name) => written.get(name)?.of ?? kept.get(name)?.of ?? []);
  if (!isSameBundle(record, talks)) return false;
  const datasets = await project.datasets();
  const around = writeSurroundings(talks, { ...parts, datasets, names: listNames(record) });
  const texts = Object.assign({}, ...[...written.values()].map(({ pages }) => pages), around);
  const all = [...talks.flatMap(({ pages }) => pages), ...Object.keys(around)];
  if (hasTwins([...record.written, ...all])) return false;
  report(problems, site);
  printSizes(sortSizes(talks.flatMap(({ sizes }) => sizes)), terminal);
  printPictures(record.said, terminal);
  const outputs = updateFolder(folder, record, { texts, names: all });
  const next = { ...record, ...recordAll(site, { record, kept, talks }), written: all, outputs };
  if (written.size > 0 || outputs !== record.outputs) writeRecord(project.root, folder, next);
  outcome.talks = names.length;
  outcome.folder = folder;
  return true;
}

/** Finds the talks that read nothing that has changed. */
function findUnchanged({ project }: Site, record: BuildRecord): Map<string, RecordedTalk> {
  const { stamps, stampRead } = project;
  const isSame = stamps.hold(() => record.reads.map(([name, stamp]) => stampRead(name) === stamp));
  const kept = project.talkNames.flatMap((name) => {
    const talk = Object.hasOwn(record.talks, name) ? record.talks[name] : undefined;
    return talk?.reads.every((at) => isSame[at]) ? [[name, talk] as const] : [];
  });
  return new Map(kept);
}

/** Returns whether the stylesheet of a talk was built, if it has one. */
function hasStyle({ meta: { css } }: Talk, { sheets }: BuildRecord): boolean {
  return css === null || isExternal(css) || sheets.includes(css);
}

/** Returns whether a build of talks would have the same files beside pages as the recorded one. */
function isSameBundle(record: BuildRecord, talks: readonly SiteTalk[]): boolean {
  const heads = new Set(talks.flatMap((talk) => talk.heads));
  const parts = [
    [listSheets(talks), record.sheets],
    [joinElements(talks), record.elements],
    [describeAssets(talks), record.assets],
    [[...heads], Object.keys(record.ofHeads)],
  ];
  return parts.every(([now, then]) => JSON.stringify(now) === JSON.stringify(then));
}

/** Returns whether different names may be one file where capitals make no difference. */
function hasTwins(names: readonly string[]): boolean {
  const given = new Set(names);
  return new Set([...given].map((name) => name.normalize().toLowerCase())).size < given.size;
}

/** Lists the files of a site beside pages. */
function listNames({ bundle, files, icon, ofHeads }: BuildRecord): string[] {
  const emitted = [files.shown, files.linked, ofHeads].flatMap((table) => Object.values(table));
  return [...bundle.map(({ fileName }) => fileName), icon, ...emitted.map(({ name }) => name)];
}

/** What is known of the talks of a site after an update. */
interface UpdatedTalks {
  record: BuildRecord;
  kept: ReadonlyMap<string, RecordedTalk>;
  talks: readonly SiteTalk[];
}

/** Records the talks again; what an unchanged talk read has the state in which it was found unchanged. */
function recordAll({ project }: Site, { record, kept, talks }: UpdatedTalks) {
  const fresh = talks.filter(({ index }) => !kept.has(index.name));
  const unchanged = [...kept.values()].map(({ of, reads }) => {
    return { of, reads: reads.map((at) => record.reads[at]?.[0] ?? '') };
  });
  const known = new Map(unchanged.flatMap(({ reads }) => reads).map((name) => [name, null]));
  const before = new Map(record.reads.filter(([name]) => known.has(name)));
  return project.stamps.hold(() =>
    joinReads([...unchanged, ...listSettled(project, fresh)], (names) =>
      names.map((name) =>
        before.has(name) ? (before.get(name) ?? null) : project.stampRead(name),
      ),
    ),
  );
}
