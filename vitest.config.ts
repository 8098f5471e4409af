import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { findBundledPackage } from './src/node/chromium/bundled.ts';
import { BROWSER_VARIABLE, findInstalled } from './src/node/chromium/find-browser.ts';
import { LATE_FLAGS, optimizeLate } from './src/node/cli/config/optimizer.ts';

process.env['TZ'] = 'UTC';
// Most code of a test runs a few times: to compile it again, as fast as it can be, costs more than it saves.
optimizeLate();
const execArgv = LATE_FLAGS;
// Tests compare what the command line prints, which has no colours even where the reports about tests have.
const env = { FORCE_COLOR: '0' };

/** Tests of pages wait, for a browser and for time to pass: one worker more than there are processors keeps all of them busy. */
const WORKERS = Math.min(5, availableParallelism() + 1);

/** The tests that also run with the machine's own browser, where it has one. */
const INSTALLED = [
  'test/site/export.test.ts',
  'test/site/export-hard.test.ts',
  'test/site/export-links.test.ts',
  'test/browser/check-command.test.ts',
  'test/browser/deck.test.ts',
];

/** The files that take longest. They begin first, so that the workers end together: a fresh clone knows no durations. */
const LONGEST = [
  'test/browser/live.test.ts',
  'test/site/everything.test.ts',
  'test/browser/speaker.test.ts',
  'test/site/export-looks.test.ts',
  'test/site/talks.test.ts',
  'test/browser/drawings.test.ts',
  'test/browser/follow.test.ts',
  'test/browser/cases.test.ts',
  'test/site/blocks.test.ts',
  'test/site/corpus.test.ts',
  'test/browser/axe-pages.test.ts',
  'test/site/package.test.ts',
  'test/browser/deck.test.ts',
  'test/site/own-block.test.ts',
  'test/site/export.test.ts',
  'test/browser/fuzz.test.ts',
];

/** Short tests come last, so that no processor waits for another. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
      if (place >= 0) return place;
      return LONGEST.length + (project.name === 'unit' ? 1 : 0);
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

// What the kernel's blocks and the repository's recipes import, from the sources.
const resolve = {
  alias: {
    'rostrum/kernel': path.resolve('src/kernel/api.ts'),
    rostrum: path.resolve('src/talk/api.ts'),
  },
};

// Every test names its browser, so that one that is installed changes nothing.
const bundled = findBundledPackage() ? 'bundled' : '';
const installed = findInstalled({ env: process.env, platform: process.platform })?.path;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/{unit,talks,problems}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          maxWorkers: WORKERS,
          globalSetup: 'test/support/prepare.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          env: { ...env, [BROWSER_VARIABLE]: bundled },
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          include: ['test/{browser,site}/**/*.test.ts'],
          execArgv,
          // On a busy machine a page can miss a moment; a test that needed its second run is named at the end.
          retry: 1,
          isolate: false,
          maxWorkers: WORKERS,
          globalSetup: 'test/support/prepare.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 10_000 } },
          env: { ...env, [BROWSER_VARIABLE]: bundled },
        },
      },
      {
        resolve,
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 10_000 } },
          env: { ...env, [BROWSER_VARIABLE]: bundled },
        },
      },
      {
        resolve,
        test: {
          name: 'installed',
          include: installed ? INSTALLED : [],
          execArgv,
          isolate: false,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 2 },
          globalSetup: 'test/support/prepare.ts',
          testTimeout: 60_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 10_000 } },
          env: { ...env, [BROWSER_VARIABLE]: installed ?? '' },
        },
      },
    ],
  },
});
