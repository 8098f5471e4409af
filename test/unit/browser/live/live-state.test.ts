import { expect, test } from 'vitest';
import { currentDay, isPast } from '../../../../src/browser/live/live-day.ts';
import { createReport } from '../../../../src/browser/live/loss-report.ts';
import { markDataset, worstMark, type FeedFacts } from '../../../../src/browser/live/live-state.ts';
import { viewOf } from '../../../support/block.ts';

const ignore = (): void => undefined;

const FACTS: FeedFacts = {
  health: 'healthy',
  view: viewOf('d', [], { asOf: '2026-01' }),
  staleAfter: 30 * 86_400_000,
  isFrozen: false,
  today: '2026-02-10',
  silence: null,
  now: Date.parse('2026-02-10T12:00Z'),
};

test('a block is live while its source answers, and says since when it knows nothing newer', () => {
  expect(markDataset(FACTS)).toEqual({
    state: 'live',
    note: 'live, as of January 2026',
    age: '10 d old',
  });
  expect(markDataset({ ...FACTS, health: 'waiting' })).toEqual({
    state: 'as-of',
    note: 'as of January 2026',
  });
  expect(markDataset({ ...FACTS, today: '2026-03-10' })).toEqual({
    state: 'stale',
    note: 'stale, as of January 2026',
  });
  expect(markDataset({ ...FACTS, health: 'lost' })).toEqual({
    state: 'lost',
    note: 'source lost, as of January 2026',
  });
  expect(markDataset({ ...FACTS, health: 'lost', isFrozen: true }).state).toBe('as-of');
  expect(markDataset({ ...FACTS, staleAfter: undefined, today: '2030-01-01' }).state).toBe('live');
});

test('what is live carries an age: of its newest row, or of the last answer', () => {
  const ageOf = (facts: Partial<FeedFacts>) =>
    markDataset({ ...FACTS, staleAfter: undefined, ...facts }).age;
  expect(ageOf({ today: '2026-01-31' })).toBe('today');
  expect(ageOf({ today: '2026-02-01' })).toBe('1 d old');
  expect(ageOf({ today: '2028-02-01' })).toBe('2 y old');
  const view = viewOf('d', [], { asOf: null });
  expect(ageOf({ view })).toBe('now');
  expect(ageOf({ view, silence: 125_000 })).toBe('2 min ago');
  expect(ageOf({ view, silence: 7_300_000 })).toBe('2 h ago');
  const ofTime = (asOf: string) => ageOf({ view: viewOf('d', [], { asOf }) });
  expect(ofTime('2026-02-10T12:59:30+01:00')).toBe('now');
  expect(ofTime('2026-02-10T06:30-05:00')).toBe('30 min ago');
  expect(ofTime('2026-02-08T13:00Z')).toBe('47 h ago');
  expect(ofTime('2026-02-01T12:00Z')).toBe('9 d old');
});

test('rows of minutes are stale after hours, and rows of days on the day after', () => {
  const stateOf = (asOf: string, staleAfter = 12 * 3_600_000) =>
    markDataset({ ...FACTS, staleAfter, view: viewOf('d', [], { asOf }) }).state;
  expect(stateOf('2026-02-10T00:00Z')).toBe('live');
  expect(stateOf('2026-02-09T23:59Z')).toBe('stale');
  expect(stateOf('2026-02-10T05:00+05:30')).toBe('stale');
  expect(stateOf('2026-02-10')).toBe('live');
  expect(stateOf('2026-02-09')).toBe('stale');
  expect(stateOf('2026-02-10T11:54Z', 300_000)).toBe('stale');
});

test('a block of several datasets has the worst of their states', () => {
  const live = { state: 'live', note: 'live' } as const;
  const lost = { state: 'lost', note: 'source lost' } as const;
  expect(worstMark([live, lost, live])).toBe(lost);
  expect(worstMark([])).toBe(null);
});

test('the day goes on with the calendar, to the last day of the talk', () => {
  expect(currentDay('2026-01-01', null, '2026-03-01')).toBe('2026-03-01');
  expect(currentDay('2026-01-01', '2026-02-01', '2026-03-01')).toBe('2026-02-01');
  expect(currentDay('2026-01-01', null, '2025-01-01')).toBe('2026-01-01');
  expect(isPast('2026-02-01', '2026-02-01')).toBe(false);
  expect(isPast('2026-02-01', '2026-02-02')).toBe(true);
});

test('each kind of trouble is told once and counted always', () => {
  const warnings: string[] = [];
  const report = createReport(ignore, (text) => warnings.push(text));
  for (let turn = 0; turn < 1000; turn++) report.drop('d', 'it is bad', 1);
  report.fault('d', 'it is gone');
  report.fault('other', 'it is gone');
  expect(warnings).toHaveLength(3);
  expect(report.linesFor(['d'])).toEqual(['d: it is bad (1000 times)', 'd: it is gone (once)']);
});

test('the kinds of trouble that are remembered are few', () => {
  const warnings: string[] = [];
  const report = createReport(ignore, (text) => warnings.push(text));
  for (let turn = 0; turn < 1000; turn++) report.drop('d', `reason ${turn}`, 1);
  expect(warnings.length).toBeLessThan(30);
  expect(report.linesFor(['d']).length).toBeLessThan(30);
});
