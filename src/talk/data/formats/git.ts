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
