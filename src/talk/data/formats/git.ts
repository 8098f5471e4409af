import { isIsoDate } from '../date.ts';
import { ShapeError, toText } from './answer-shape.ts';

/** A contributor in a shortlog, with their number of commits. */
export interface Contributor {
  name: string;
  commits: number;
}

const SHORTLOG = /^\s*(\d+)\t(.+?)\s*$/;
const TITLE = /^([0-9a-f]{7,40}) (.+)$/;

/** Reads `git shortlog --summary`, most commits first. */
export function readShortlog(answer: unknown): Contributor[] {
  return lines(answer).map((line) => {
    const [, commits, name] = SHORTLOG.exec(line) ?? [];
    if (!commits || !name) throw new ShapeError(`"${line}" is no line of a shortlog`);
    return { name, commits: Number(commits) };
  });
}

/** A commit of a history: its day in UTC, and the files that it added when these were asked for. */
export interface DatedCommit {
  day: string;
  files: string[];
}

/** Reads the answer to a request for a `history`, newest first. */
export function readHistory(answer: unknown): DatedCommit[] {
  const commits: DatedCommit[] = [];
  for (const line of lines(answer)) {
    const day = line.startsWith('@') ? line.slice(1) : null;
    if (day !== null && isIsoDate(day)) commits.push({ day, files: [] });
    else if (day !== null || commits.length === 0) {
      throw new ShapeError(`"${line.slice(0, 80)}" is no day of a commit`);
    } else commits.at(-1)?.files.push(line);
  }
  return commits;
}

/** Reads commits as `ID TITLE` lines: titles by id. */
export function readTitles(answer: unknown): Map<string, string> {
  return new Map(
    lines(answer).map((line) => {
      const [, id, title] = TITLE.exec(line) ?? [];
      if (!id || !title) throw new ShapeError(`"${line}" is no commit with its title`);
      return [id, title];
    }),
  );
}

function lines(answer: unknown): string[] {
  return toText(answer)
    .split('\n')
    .filter((line) => line.trim() !== '');
}
