import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLiveStage, untilFound, type LiveStage } from '../support/live.ts';
import { makeProject } from '../support/project.ts';
import { runInTurn } from '../support/run.ts';

const CLOCK = path.join(import.meta.dirname, '../support/fixed-clock.cjs');
const ZONES = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'];
const DATA = JSON.stringify({
  title: 'Visitors',
  live: { interval: '1h' },
  sources: { door: { name: 'Counter' } },
  rows: [
    { asOf: '2026-03-07', visitors: 7 },
    { asOf: '2026-03-08', visitors: 8 },
    { asOf: '2026-03-09', visitors: 9 },
  ],
});

function talk(head: string): string {
  return `---\ntitle: Day\n${head}\n---\n\n# Visitors\n\n{{ visitors.visitors }}\n`;
}

/** Builds a talk at several times in a process whose machine has a zone; returns the files of each build as one text. */
async function buildIn(zone: string, times: readonly string[], head: string): Promise<string[]> {
  const turns = times.map((now) => {
    const { root } = makeProject({ 'slides/talks/t.md': talk(head), 'data/visitors.json': DATA });
    return { words: ['build'], cwd: root, env: { ROSTRUM_TEST_NOW: now } };
  });
  const env = { TZ: zone, NODE_OPTIONS: `--require ${CLOCK}`, ROSTRUM_TEST_NOW: times[0] ?? '' };
  const { code, err } = await runInTurn(turns, env);
  expect(code, err).toBe(0);
  return turns.map(({ cwd }) => readBuild(path.join(cwd, 'dist')));
}

function readBuild(dist: string): string {
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
  const texts = names
    .filter((name) => /\.(?:html|json|js|css)$/.test(name))
    .map((name) => `${name}\n${readFileSync(path.join(dist, name), 'utf8')}`);
  return texts.join('\n');
}

const shown = (text: string): string | undefined => /<rostrum-value[^>]*>(\d)</.exec(text)?.[1];

describe('a build with a zone or a venue', () => {
  // In Los Angeles the clocks go forward on 8 March: at 07:30Z it is the 7th there, a day later at 07:30Z the 9th.
  const days = [
    ['2026-03-08T07:30:00Z', '7'],
    ['2026-03-09T06:30:00Z', '8'],
    ['2026-03-09T07:30:00Z', '9'],
  ] as const;
  test('has the same bytes wherever it is built, with the day of the venue', async () => {
    const times = days.map(([now]) => now);
    const built = await Promise.all(
      ZONES.map((zone) => buildIn(zone, times, 'place: San Diego, California')),
    );
    for (const [index, [now, expected]] of days.entries()) {
      const there = built.map((texts) => texts[index] ?? '');
      expect(there.map(shown), now).toEqual([expected, expected, expected]);
      expect(new Set(there).size, now).toBe(1);
    }
  }, 300_000);

  test('takes the zone of the talk before that of its venue, and the machine’s without both', async () => {
    const [, , [now]] = days;
    const head = 'place: Vienna\ntimezone: Pacific/Honolulu';
    expect((await buildIn('UTC', [now], head)).map(shown)).toEqual(['8']);
    expect((await buildIn('Pacific/Honolulu', [now], 'speaker: Ada')).map(shown)).toEqual(['8']);
    expect((await buildIn('Pacific/Auckland', [now], 'speaker: Ada')).map(shown)).toEqual(['9']);
  }, 300_000);
});

describe('a page', () => {
  let stage: LiveStage;
  beforeAll(async () => {
    stage = await openLiveStage(
      () => ({
        'slides/talks/t.md': talk('date: 2099-03-08\nplace: San Diego, California'),
        'data/visitors.json': DATA,
      }),
      { asOf: undefined, offline: false },
    );
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  test.each(ZONES)(
    'is open on the day of the venue for a viewer in %s',
    async (timezoneId) => {
      const at = async (now: string): Promise<string> => {
        const { page, asked, close } = await stage.open(
          't/',
          {},
          {
            timezoneId,
            prepare: (opened) => opened.clock.setFixedTime(now),
          },
        );
        await untilFound(page, 'rostrum-value');
        await page.waitForLoadState('networkidle');
        const state = await page.locator('.live-state, [data-live]').count();
        await close();
        return `${asked.includes('/data/visitors.json')} ${state > 0}`;
      };
      // Clocks go forward that night in San Diego. From the first minute of 8 March in San Diego to the last, and a minute after.
      expect(await at('2099-03-08T08:01:00Z')).toMatch(/^true/);
      expect(await at('2099-03-09T06:59:00Z')).toMatch(/^true/);
      expect(await at('2099-03-09T07:01:00Z')).toMatch(/^false/);
    },
    120_000,
  );
});
