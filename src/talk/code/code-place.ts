import type { CodePart, CodePlace, CommitPlace } from '../model/code/code.ts';

/** A parsed line of `<<<`: a place or why it is none, and the options behind it with their offset in the line. */
export interface CodeLine {
  /** The place as written. */
  written: string;
  /** Offset of the place in the line. */
  offset: number;
  place: CodePlace | null;
  /** A clause: "has no revision"; empty for a valid place. */
  fault: string;
  info: string;
  infoOffset: number;
}

const LINE = /^([ \t]*<<<[ \t]+)(?:<([^>\n]*)>|([^\s{]+))([ \t]*)(.*)$/;
const COMMIT = /^([A-Za-z][\w-]*)@(?!\/)([^:]*)(?::(.*))?$/;
const NAME = /^[0-9A-Za-z_][\w./+-]*(?:[~^]\d*)*$/;
const NUMBERS = /^L(\d+)(?:-L?(\d+))?$/;
const REGION = /^[\w.:-]+$/;
const CONTROL = /\p{C}/u;
const MAX_LENGTH = 500;
/** More lines than a file can have that is read. */
const MAX_LINE = 9_999_999;

/** Parses a line that takes code from elsewhere; null for any other line. */
export function parseCodeLine(line: string): CodeLine | null {
  const [, mark = '', bracketed, bare = '', gap = '', info = ''] = LINE.exec(line.trimEnd()) ?? [];
  if (mark === '') return null;
  const written = bracketed ?? bare;
  const offset = mark.length + (bracketed === undefined ? 0 : 1);
  const after = offset + written.length + (bracketed === undefined ? 0 : 1);
  const place = parseCodePlace(written);
  const isFault = typeof place === 'string';
  return {
    written,
    offset,
    place: isFault ? null : place,
    fault: isFault ? place : '',
    info,
    infoOffset: after + gap.length,
  };
}

/** Parses a place: `PATH`, `NAME@REVISION:PATH` or `NAME@OLD..NEW:PATH`, each with `#L1-2` or `#region`; or says why it is none. */
export function parseCodePlace(written: string): CodePlace | string {
  if (written === '') return 'names no file';
  if (written.length > MAX_LENGTH || CONTROL.test(written)) return 'is no place of a file';
  const hash = written.lastIndexOf('#');
  const file = hash < 0 ? written : written.slice(0, hash);
  const part = parsePart(hash < 0 ? null : written.slice(hash + 1));
  if (typeof part === 'string') return part;
  const [, repository, revisions = '', path = ''] = COMMIT.exec(file) ?? [];
  if (repository !== undefined) return parseCommit(repository, revisions, path, part);
  if (file === '') return 'names no file';
  return { kind: 'file', path: file.replace(/^@(?=\/)/, ''), part };
}

/** Names a commit place in the one way of writing it, for a key. */
export function nameCommitPlace({ repository, since, revision, path, part }: CommitPlace): string {
  const revisions = since === null ? revision : `${since}..${revision}`;
  return `${repository}@${revisions}:${path}${namePart(part)}`;
}

function namePart(part: CodePart): string {
  if (part.kind === 'all') return '';
  if (part.kind === 'region') return `#${part.name}`;
  return part.first === part.last ? `#L${part.first}` : `#L${part.first}-${part.last}`;
}

function parsePart(text: string | null): CodePart | string {
  if (text === null) return { kind: 'all' };
  const [, from, to = from] = NUMBERS.exec(text) ?? [];
  if (from !== undefined) {
    const [first, last] = [Number(from), Number(to)];
    if (first >= 1 && first <= last && last <= MAX_LINE) return { kind: 'lines', first, last };
    return `has the lines "${text}", which do not count upwards from 1`;
  }
  if (REGION.test(text)) return { kind: 'region', name: text };
  return text === '' ? 'ends with "#"' : `has "${text}", which is neither lines nor a region`;
}

function parseCommit(
  repository: string,
  revisions: string,
  path: string,
  part: CodePart,
): CommitPlace | string {
  const [since, revision, ...more] = revisions.split('..');
  const names = revision === undefined ? [since ?? ''] : [since ?? '', revision];
  if (more.length > 0 || names.some((name) => !isRevision(name))) {
    return revisions === '' ? 'has no revision' : `has "${revisions}", which is no revision`;
  }
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.length === 0) return `has no file behind "${revisions}:"`;
  if (path.startsWith('/') || path.endsWith('/') || steps.includes('..')) {
    return `has "${path}", which is no path from the root of the repository`;
  }
  const [newest = ''] = names.slice(-1);
  const older = names.length > 1 ? (names[0] ?? null) : null;
  return {
    kind: 'commit',
    repository,
    revision: newest,
    since: older,
    path: steps.join('/'),
    part,
  };
}

/** Reports whether a text can only be the name of a tag, a branch or a commit: no option, no range, no expression of git's. */
export function isRevision(text: string): boolean {
  return NAME.test(text) && !text.includes('..') && !text.includes('//') && text.length <= 200;
}
