import { defineConfig } from 'vitest/config';
import { findBundledPackage } from './src/node/chromium/bundled.ts';
import { BROWSER_VARIABLE, findInstalled } from './src/node/chromium/find.ts';

process.env['TZ'] = 'UTC';
// Tests compare what the command line prints, which has no colours even where the reports about tests have.
const env = { FORCE_COLOR: '0' };

/** The tests that also run with the machine's own browser, where it has one. */
const INSTALLED = [
  'test/site/export.test.ts',
  'test/site/export-hard.test.ts',
  'test/site/export-links.test.ts',
  'test/browser/check-command.test.ts',
  'test/browser/deck.test.ts',
];

// Every test names its browser, so that one that is installed changes nothing.
const bundled = findBundledPackage(process.platform) ? 'bundled' : '';
const installed = findInstalled({ env: process.env, platform: process.platform })?.path;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{unit,talks,problems}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          env: { ...env, [BROWSER_VARIABLE]: bundled },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/{browser,site}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { ...env, [BROWSER_VARIABLE]: bundled },
        },
      },
      {
        test: {
          name: 'installed',
          include: installed ? INSTALLED : [],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { ...env, [BROWSER_VARIABLE]: installed ?? '' },
        },
      },
    ],
  },
});
