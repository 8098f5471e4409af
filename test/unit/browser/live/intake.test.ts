import { expect, test } from 'vitest';
import { openIntake } from '../../../../src/browser/live/intake.ts';
import { createDataStore } from '../../../../src/browser/page/data.ts';
import type { Feed } from '../../../../src/talk/model/live-shape.ts';
import { viewOf } from '../../../support/block.ts';

const FEED: Feed = {
  kind: 'url',
  url: 'https://probe.example/',
  interval: 1000,
  row: { is: 'any' },
  ranges: {},
  sources: { probe: { name: 'Probe' } },
};

/** Opens a page in Kolkata, as of 1 December there, with one row. */
function open() {
  const store = createDataStore();
  store.asOf = '2026-12-01';
  const first = { asOf: '2026-12-01T08:00+05:30', ms: 1, source: 'probe' };
  store.set(viewOf('hall', [first], { kind: 'series', sources: FEED.sources }));
  const dropped: string[] = [];
  let arrive = (): void => {};
  const intake = openIntake('hall', {
    feed: FEED,
    store,
    timezone: 'Asia/Kolkata',
    onArrival: () => arrive(),
    onDrop: (reason) => dropped.push(reason),
    pageTime: 0,
  });
  const take = async (...rows: object[]): Promise<unknown> => {
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const refused = intake.offer(JSON.stringify(rows), null);
    // The code that places times is loaded with the first of them.
    if (refused === null) await arrived;
    intake.flush();
    return refused ?? store.get('hall')?.rows.map(({ asOf, ms }) => [asOf, ms]);
  };
  return { take, dropped };
}

test('times that arrive are shown by the clock of the talk, in their order', async () => {
  const { take } = open();
  expect(
    await take({ asOf: '2026-12-01T09:30', ms: 3 }, { asOf: '2026-12-01T03:00Z', ms: 2 }),
  ).toEqual([
    ['2026-12-01T08:00+05:30', 1],
    ['2026-12-01T08:30+05:30', 2],
    ['2026-12-01T09:30+05:30', 3],
  ]);
});

test('one time written in two ways is one fact', async () => {
  const { take } = open();
  expect(await take({ asOf: '2026-12-01T02:30Z', ms: 7 })).toEqual([['2026-12-01T08:00+05:30', 7]]);
});

test('a time counts on the day that it has where the talk is given', async () => {
  const { take } = open();
  expect(
    await take({ asOf: '2026-12-01T18:31Z', ms: 9 }, { asOf: '2026-11-30T18:31Z', ms: 5 }),
  ).toEqual([
    ['2026-12-01T00:01+05:30', 5],
    ['2026-12-01T08:00+05:30', 1],
  ]);
});

test('a time that is none is left out, and the reason is said', async () => {
  const { take, dropped } = open();
  expect(
    await take({ asOf: '2026-12-01T25:61', ms: 9 }, { asOf: '2026-12-01T08:15', ms: 2 }),
  ).toEqual([
    ['2026-12-01T08:00+05:30', 1],
    ['2026-12-01T08:15+05:30', 2],
  ]);
  expect(dropped).toEqual(['"asOf" is no date']);
  expect(await take({ asOf: '2026-12-01+05:30', ms: 9 })).toContain('"asOf" is no date');
});
