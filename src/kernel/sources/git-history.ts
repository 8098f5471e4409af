import { formats, v, type Request } from 'rostrum';
import { countByMonth } from './months.ts';
import type { SourceRecipe } from './kernel-source.ts';

/** Commits of a local clone. */
export interface HistoryOptions {
  /** The environment variable that holds the folder of the clone; defaults to `LINUX_TREE`. */
  tree?: string;
  /** The folders and files that they change; defaults to all. */
  paths?: readonly string[];
}

/** Commits of a local clone, up to a revision. */
export interface MonthsOptions extends HistoryOptions {
  /** The first day, which begins a month; defaults to that of the first commit. */
  since?: string;
  /** The last revision; defaults to `HEAD`. */
  to?: string;
}

/** Commits of a local clone, between releases. */
export interface ReleasesOptions extends HistoryOptions {
  /** Tags in their order; the first one is where counting begins. */
  releases: readonly string[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Counts commits by month, without merges: a row as of the last day of each month that is over. */
export function commitsByMonth(options: MonthsOptions = {}): SourceRecipe {
  const { tree = 'LINUX_TREE', to = 'HEAD', since, paths = [] } = options;
  const history = { to, paths, ...(since === undefined ? {} : { since }) };
  return {
    title: titleOf('Commits by month', paths),
    schema: v.object({ asOf: v.pipe(v.string(), v.isoDate()), commits: count }),
    refresh: {
      ...sourceOf(tree),
      ask: { tree, history },
      parse({ answer }, { today }) {
        const days = formats.readHistory(answer).map(({ day }) => day);
        const months = countByMonth(days, today);
        if (months.length === 0) throw new Error('no month that is over has such commits');
        return { rows: months.map(({ asOf, count: commits }) => ({ asOf, commits })) };
      },
    },
  };
}

/** Counts the commits and the authors of each release, without merges: a row as of the day of the release. */
export function commitsByRelease(options: ReleasesOptions): SourceRecipe {
  const { tree = 'LINUX_TREE', releases, paths = [] } = options;
  const ranges = releases.slice(1).map((to, index) => ({ from: releases[index] ?? to, to }));
  return {
    title: titleOf('Commits by release', paths),
    key: 'release',
    schema: v.object({
      asOf: v.pipe(v.string(), v.isoDate()),
      release: v.string(),
      commits: count,
      authors: count,
    }),
    refresh: {
      ...sourceOf(tree),
      ask: Object.fromEntries(
        ranges.flatMap(({ from, to }): [string, Request][] => [
          [`days ${to}`, { tree, history: { from, to } }],
          [`authors ${to}`, { tree, shortlog: { from, to, paths } }],
        ]),
      ),
      parse: (answers) => ({
        rows: ranges.map(({ from, to }) => {
          const asOf = lastDay(answers[`days ${to}`]);
          if (asOf === undefined) throw new Error(`there is no commit from ${from} to ${to}`);
          const authors = formats.readShortlog(answers[`authors ${to}`]);
          const commits = authors.reduce((sum, author) => sum + author.commits, 0);
          return { asOf, release: to, commits, authors: authors.length };
        }),
      }),
    },
  };
}

function lastDay(answer: unknown): string | undefined {
  return formats
    .readHistory(answer)
    .map(({ day }) => day)
    .sort()
    .at(-1);
}

function titleOf(what: string, paths: readonly string[]): string {
  return paths.length === 0 ? what : `${what}, ${paths.join(' ')}`;
}

function sourceOf(tree: string) {
  return {
    id: 'git',
    source: {
      name: 'Linux, git log',
      url: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
      licence: 'facts',
    },
    minInterval: '1d',
    // A row that repeats the one before it within this time would be left out, and February has 28 days.
    updatePeriod: '28d',
    staleAfter: '90d',
    needs: [tree],
  } as const;
}
