import { formats, v, type Request } from 'rostrum';
import { dayOf, trimAddress, writeQuery, type SourceRecipe } from './kernel-source.ts';

/** The results of builds in SQUAD, as LKFT publishes them. */
export interface LkftOptions {
  /** The project's name in addresses, such as `linux-next-master`. */
  project: string;
  /** The versions of builds, such as `next-20260801` or `v6.17`. */
  versions: readonly string[];
  /** Its group; defaults to `lkft`. */
  group?: string;
  /** Defaults to https://qa-reports.linaro.org. */
  server?: string;
}

/** The results of test runs, added up. */
export interface TestRuns {
  runs: number;
  passed: number;
  failed: number;
  skipped: number;
  /** Tests that fail as is known. */
  known: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const BUILDS = v.object({
  results: v.array(v.object({ version: v.string(), datetime: v.string(), finished: v.boolean() })),
});
const STATUSES = v.array(
  v.object({
    id: count,
    tests_pass: count,
    tests_fail: count,
    tests_skip: count,
    tests_xfail: count,
  }),
);

/** Adds up the results of the test runs of a build: those of all suites together, `suite__isnull=true`. */
export function readTestRuns(answer: unknown): TestRuns {
  const runs = formats.toShape(STATUSES, answer);
  // A list that changes while its pages are read would be counted wrong.
  if (new Set(runs.map(({ id }) => id)).size < runs.length) {
    throw new Error('a test run is on two pages');
  }
  const sum = (column: `tests_${'pass' | 'fail' | 'skip' | 'xfail'}`): number =>
    runs.reduce((total, run) => total + run[column], 0);
  return {
    runs: runs.length,
    passed: sum('tests_pass'),
    failed: sum('tests_fail'),
    skipped: sum('tests_skip'),
    known: sum('tests_xfail'),
  };
}

/** Counts the tests of builds that passed, failed, were skipped, or fail as is known: a row as of the day of a build. */
export function lkftBuilds(options: LkftOptions): SourceRecipe {
  const { project, versions, group = 'lkft' } = options;
  const server = trimAddress(options.server ?? 'https://qa-reports.linaro.org');
  const names = [encodeURIComponent(group), encodeURIComponent(project)];
  return {
    title: `Tests of ${project}`,
    key: 'version',
    schema: v.object({
      asOf: v.pipe(v.string(), v.isoDate()),
      version: v.string(),
      finished: v.boolean(),
      runs: count,
      passed: count,
      failed: count,
      skipped: count,
      known: count,
    }),
    refresh: {
      id: 'lkft',
      source: {
        name: `LKFT, ${project}`,
        url: `${server}/${names.join('/')}/`,
        licence: 'not stated',
      },
      minInterval: '6h',
      updatePeriod: '7d',
      staleAfter: '60d',
      ask: Object.fromEntries(
        versions.flatMap((version) => askBuild(server, { group, project, version })),
      ),
      parse: (answers) => ({
        rows: versions.map((version) => {
          const builds = formats.toShape(BUILDS, answers[`build ${version}`]).results;
          const build = builds.find((one) => one.version === version);
          if (!build) throw new Error(`${group}/${project} has no build "${version}"`);
          const asOf = dayOf(build.datetime);
          const runs = readTestRuns(answers[`runs ${version}`]);
          return { asOf, version, finished: build.finished, ...runs };
        }),
      }),
    },
  };
}

function askBuild(
  server: string,
  { group, project, version }: { group: string; project: string; version: string },
): [string, Request][] {
  const build = [
    ['version', version],
    ['project__slug', project],
    ['project__group__slug', group],
  ] as const;
  const runs = [
    ...build.map(([name, value]) => [`test_run__build__${name}`, value] as const),
    ['suite__isnull', 'true'] as const,
    ['limit', '500'] as const,
  ];
  return [
    [`build ${version}`, { url: `${server}/api/builds/?${writeQuery(build)}`, format: 'json' }],
    [
      `runs ${version}`,
      {
        url: `${server}/api/statuses/?${writeQuery(runs)}`,
        format: 'json',
        next: { by: 'link', from: 'next', rows: 'results' },
      },
    ],
  ];
}
