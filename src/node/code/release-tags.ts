import type { IsoDate } from '../../talk/model/dataset.ts';
import type { Clone } from './clone.ts';
import { runGit } from './run-git.ts';

/** A tag of a repository, and its day. */
export interface Tag {
  name: string;
  date: IsoDate;
}

/** A release: any words, then the numbers of a version, then nothing. */
const RELEASE = /^(.*?)(\d+(?:[._]\d+)*)$/;
const FORMAT = '%(refname:strip=2)%00%(creatordate:short)';

/** Lists the tags of a clone that are releases. */
export function listTags({ folder }: Clone): Tag[] {
  const result = runGit(folder, ['for-each-ref', `--format=${FORMAT}`, 'refs/tags']);
  if (!result.ok) return [];
  return result.out
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [name = '', date = ''] = line.split('\0');
      return RELEASE.test(name) ? [{ name, date }] : [];
    });
}

/**
 * Lists the releases after a revision until a day, the oldest first. After a release they are those of a higher version
 * with the same words before it, after a branch or a commit those of a later day.
 */
export function newerTags(
  tags: readonly Tag[],
  { revision, date }: { revision: string; date: IsoDate },
  until: IsoDate,
): string[] {
  const known = tags.filter((tag) => tag.date <= until);
  const own = tags.some(({ name }) => name === revision) ? RELEASE.exec(revision) : null;
  const isNewer = ({ name, date: day }: Tag): boolean => {
    if (!own) return day > date;
    const [, words, version = ''] = RELEASE.exec(name) ?? [];
    return words === own[1] && compareVersions(version, own[2] ?? '') > 0;
  };
  const newer = known.filter(isNewer);
  return newer
    .sort((a, b) =>
      own ? compareVersions(versionOf(a), versionOf(b)) : a.date.localeCompare(b.date),
    )
    .map(({ name }) => name);
}

function versionOf({ name }: Tag): string {
  return RELEASE.exec(name)?.[2] ?? '';
}

function compareVersions(a: string, b: string): number {
  const [one, other] = [a, b].map((version) => version.split(/[._]/).map(Number));
  for (let at = 0; at < Math.max(one?.length ?? 0, other?.length ?? 0); at++) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
