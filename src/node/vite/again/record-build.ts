import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isExternal } from '../../../talk/text/path.ts';
import { isOlderThanProcess } from '../../code-state.ts';
import { listLookStyles } from '../../pages/look-style.ts';
import type { Project } from '../../project/project.ts';
import { findStats } from '../../system-error.ts';
import type { BuiltSite } from '../build/built-site.ts';
import type { SiteTalk } from '../build/site-talk.ts';
import type { Site } from '../site.ts';
import type { BuildRecord, RecordedTalk } from './build-record.ts';
import { nameBuildState, type BuildChoice } from './build-state.ts';
import { noteOutputs } from './outputs.ts';

/** What in a stylesheet may name another file; letters may be written as escapes. */
const NAMES_FILE = /@import|\burl\s*\(|image-set|\bsrc\s*\(|\\/i;
const PLAIN_STYLE = /^[^?#]+(?<!\.module)\.css$/i;

/** Records a build whose files lie in `draft`; null where the next one could not find what has changed. */
export function recordBuild(
  site: Site,
  { talks, ...built }: BuiltSite,
  choice: BuildChoice & { draft: string },
): BuildRecord | null {
  const { project } = site;
  const state = nameBuildState(site, choice);
  const sheets = listSheets(talks);
  const own = sheets.map((css) => path.join(project.root, css));
  if (state === null || !canRepeat(site) || !own.every(isClosedStyle)) return null;
  const files = [...listInputs(project, built, talks), ...own];
  // One that was saved during the build may be in it as it was before.
  if (!files.every(isOlderThanProcess)) return null;
  return {
    ...built,
    state,
    sheets,
    elements: joinElements(talks),
    assets: describeAssets(talks),
    inputs: Object.fromEntries(files.map((file) => [file, stampInput(file)])),
    // Held, so that no talk is recorded with a state of its files that is newer than the one it was compiled from.
    ...project.stamps.hold(() =>
      joinReads(listSettled(project, talks), (names) => names.map(project.stampRead)),
    ),
    outputs: noteOutputs(choice.draft),
  };
}

/** Returns whether all that a site is made of can be named: no program of the project's own and no PDF is in it. */
export function canRepeat({ blocks, hasPdf, isSafe }: Site): boolean {
  return blocks.length === 0 && !hasPdf && !isSafe;
}

/** Lists the stylesheets that talks bring, as paths from the project's root. */
export function listSheets(talks: readonly SiteTalk[]): string[] {
  const own = talks.flatMap(({ css }) => (css === null || isExternal(css) ? [] : css));
  return [...new Set(own)];
}

/** Lists what the slides of talks need in addition to the deck, sorted. */
export function joinElements(talks: readonly SiteTalk[]): string[] {
  return [...new Set(talks.flatMap(({ elements }) => elements))].sort();
}

/** Names the files of talks and how they are shown; the files of a build follow from it and their content. */
export function describeAssets(talks: readonly SiteTalk[]): string {
  const used = new Set(talks.flatMap((talk) => talk.used));
  const uses = talks.flatMap(({ assets }) => assets).map((use) => JSON.stringify(use));
  return JSON.stringify([[...used], [...new Set(uses)].sort()]);
}

/** Names the state of a file that pages are made of. */
export function stampInput(file: string): string | null {
  const found = findStats(file);
  return found ? `${found.mtimeNs}:${found.size}` : null;
}

/** A talk with the names of what it read. */
interface ReadTalk {
  of: SiteTalk;
  reads: readonly string[];
}

/** Lists the talks that need not be compiled in the next build: those without problems that were not saved meanwhile. */
export function listSettled(project: Project, talks: readonly SiteTalk[]): ReadTalk[] {
  const problems = project.knownProblems();
  return talks.flatMap((of) => {
    const { name } = of.index;
    const isSettled = problems.get(name)?.length === 0 && project.isSettled(name);
    return isSettled ? { of, reads: [...project.readsOf(name)] } : [];
  });
}

/** Lists what talks read once for all of them. */
export function joinReads(
  talks: readonly ReadTalk[],
  stampAll: (names: readonly string[]) => (string | null)[],
): Pick<BuildRecord, 'reads' | 'talks'> {
  const names = [...new Set(talks.flatMap(({ reads }) => reads))];
  const places = new Map(names.map((name, at) => [name, at]));
  const stamps = stampAll(names);
  const recorded = talks.map(({ of, reads }): [string, RecordedTalk] => {
    return [of.index.name, { of, reads: reads.map((name) => places.get(name) ?? 0) }];
  });
  return {
    reads: names.map((name, at) => [name, stamps[at] ?? null]),
    talks: Object.fromEntries(recorded),
  };
}

function isClosedStyle(file: string): boolean {
  return PLAIN_STYLE.test(file) && !NAMES_FILE.test(readFileSync(file, 'utf8'));
}

/** Lists the files that a site was made of: modules and what stylesheets name, what slides show, and what heads of pages bring. */
function listInputs(
  { root, library }: Project,
  { bundle, ofHeads }: Pick<BuiltSite, 'bundle' | 'ofHeads'>,
  talks: readonly SiteTalk[],
): Set<string> {
  const ofVite = bundle.flatMap((part) =>
    part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
  );
  // Modules that Vite makes up have no file.
  const modules = ofVite.flatMap((id) => (id.startsWith('\0') ? [] : id.replace(/\?.*$/, '')));
  const own = [...talks.flatMap(({ used }) => used), ...listLookStyles(library.looks)];
  const files = [...modules, ...own].map((file) => path.resolve(root, file));
  return new Set([...Object.keys(ofHeads), ...files]);
}
