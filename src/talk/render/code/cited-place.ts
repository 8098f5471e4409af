import { pickLines, splitCode } from '../../code/code-lines.ts';
import { linkToCode } from '../../code/forge-link.ts';
import { printDate } from '../../data/date.ts';
import type {
  CodeLines,
  CodePlace,
  CommitPlace,
  FileAnswer,
  FilePlace,
} from '../../model/code/code.ts';
import type { DataUse } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';
import type { SnippetToken } from '../../model/token.ts';
import { missingCode, unusableCode, windowsPath } from '../../problems/problems.ts';
import { isWindowsPath, relativePath, resolvePath } from '../../text/path.ts';
import type { SlideContext } from '../context.ts';
import { readCode, readCommit } from './code-reads.ts';

/** Code from elsewhere as it is shown, and what its citation says. */
export interface CitedCode {
  after: CodeLines;
  before: CodeLines | null;
  /** Its page on a forge; null when unknown. */
  url: string | null;
  /** Where exactly it is from, for lists of sources: a commit. */
  from: string;
  /** The day of the commit, in words; empty for a file of the project. */
  day: string;
}

interface ReadCode {
  code: CitedCode | null;
  problems: Problem[];
}

/** Reads the code of a place, or says what is wrong with it. */
export function readPlace(token: SnippetToken, context: SlideContext): ReadCode {
  const { place } = token;
  return place.kind === 'file'
    ? readFilePlace(place, token, context)
    : readCommitPlace(place, token, context);
}

function readFilePlace(
  place: FilePlace,
  { placeSpan }: SnippetToken,
  context: SlideContext,
): ReadCode {
  const fail = (problem: Problem): ReadCode => ({ code: null, problems: [problem] });
  if (isWindowsPath(place.path)) return fail(windowsPath(place.path, [], placeSpan));
  const path = resolvePath(context.file, place.path);
  const answer = readCode(context, path);
  if (!('text' in answer)) return fail(reportFile(place.path, answer, placeSpan, context.file));
  const lines = pickLines(splitCode(answer.text), place.part, path);
  if (typeof lines === 'function') return fail(lines(placeSpan));
  return {
    code: { after: lines, before: null, url: null, from: 'a file of the project', day: '' },
    problems: [],
  };
}

const WHY = {
  private: 'is outside the project, or may hold secrets',
  large: 'is too large',
  binary: 'is no text',
} as const;

function reportFile(
  written: string,
  answer: Exclude<FileAnswer, { text: string }>,
  span: SnippetToken['span'],
  file: string,
): Problem {
  if (answer.why !== 'missing') return unusableCode(written, WHY[answer.why], span);
  const names = answer.names.map((name) =>
    written.startsWith('/') ? `/${name}` : relativePath(file, name),
  );
  return missingCode(written, { at: '', names }, span);
}

function readCommitPlace(
  place: CommitPlace,
  { placeSpan }: SnippetToken,
  context: SlideContext,
): ReadCode {
  const { code, forge, toProblems } = readCommit(context, place);
  context.code.push({ place, span: placeSpan });
  const problems = toProblems.map((toProblem) => toProblem(placeSpan));
  if (!code) return { code: null, problems };
  const { before, after } = code;
  const { commit, date, first, lines } = after;
  const target = {
    commit,
    before: before?.commit ?? null,
    revision: place.revision,
    path: place.path,
    lines: place.part.kind === 'all' ? null : { first, last: first + lines.length - 1 },
  };
  const from = before
    ? `commits ${short(before.commit)} and ${short(commit)}`
    : `commit ${short(commit)}`;
  const url = linkToCode(forge, target);
  return { code: { after, before, url, from, day: printDate(date) }, problems };
}

/** Returns the default title of cited code: the file, and the versions that are compared. */
export function titleOf(place: CodePlace): string {
  if (place.kind === 'file') return place.path.replace(/^(?:\.{0,2}\/)+/, '');
  const { path, since, revision } = place;
  return since === null ? path : `${path}, ${since} \u2192 ${revision}`;
}

/** Cites a place as a source of its slide: the file, its lines, the version and its day. */
export function citePlace(place: CodePlace, { after, url, from, day }: CitedCode): DataUse {
  const { first, lines } = after;
  const last = first + lines.length - 1;
  const numbers = first >= last ? `line ${first}` : `lines ${first}\u2013${last}`;
  const whole = place.part.kind === 'all' && place.kind === 'file';
  const file = place.kind === 'file' ? titleOf(place) : place.path;
  const parts = [file, ...(whole || lines.length === 0 ? [] : [numbers])];
  if (place.kind === 'commit') parts.push(`${nameVersion(place)} of ${day}`);
  const name = parts.join(', ');
  const source = url === null ? { name } : { name, url };
  return { dataset: from, source, asOf: null, exact: true };
}

function nameVersion({ repository, since, revision }: CommitPlace): string {
  const shown = (name: string): string => (/^[\da-f]{13,}$/.test(name) ? short(name) : name);
  const versions = since === null ? shown(revision) : `${shown(since)} to ${shown(revision)}`;
  return `${repository} ${versions}`;
}

function short(commit: string): string {
  return commit.slice(0, 12);
}
