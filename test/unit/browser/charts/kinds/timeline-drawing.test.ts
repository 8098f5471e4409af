import { expect, test } from 'vitest';
import { drawTimeline } from '../../../../../src/browser/charts/kinds/timeline-drawing.ts';
import { endOf } from '../../../../../src/browser/charts/kinds/timeline-axis.ts';
import {
  cutSegments,
  fitBelow,
  fitVersions,
  printReleases,
} from '../../../../../src/browser/charts/kinds/timeline-shape.ts';
import { timelineView } from '../../../../../src/talk/blocks/timeline/timeline-view.ts';
import { viewOf } from '../../../../support/block.ts';

const KERNEL = viewOf('kernel', [
  {
    version: '6.10',
    released: '2024-07-14',
    opened: '2024-05-12',
    rust: { version: '1.78.0' },
  },
  {
    version: '6.11',
    released: '2024-09-15',
    opened: '2024-07-14',
    rust: { version: '1.78.0', kind: 'minimum' },
  },
  { version: '6.12', released: '2024-11-17', opened: '2024-09-15', rust: null },
]);
const SPEC = {
  data: 'kernel',
  cadence: '9w to 10w',
  candidates: { name: '-rc', every: '1w', after: '2w', window: 'merge window' },
  next: 'minor',
  below: { column: 'rust', label: 'Rust' },
} as const;
const view = (asOf = '2024-09-18'): ReturnType<typeof timelineView> =>
  timelineView(SPEC, KERNEL, asOf);
const draw = (width: number, current: string | null = null): ReturnType<typeof drawTimeline> =>
  drawTimeline(view(), { width, current });

test('parts a running cycle where the as-of date is', () => {
  const running = view().releases.find(({ stage }) => stage === 'in-window');
  expect(running && cutSegments(running, '2024-09-18')).toEqual([
    { kind: 'window', from: '2024-09-15', to: '2024-09-18', isProjected: false },
    { kind: 'window', from: '2024-09-18', to: '2024-09-29', isProjected: true },
    { kind: 'candidates', from: '2024-09-29', to: '2024-11-17', isProjected: true },
  ]);
});

test('draws what lies ahead as projected, and nothing that has happened', () => {
  const projected = draw(1100).marks.filter(({ look }) => look.includes('projected'));
  expect(projected.map(({ key }) => key.split(' ')[0])).toEqual(['6.12', '6.12', '6.13', '6.13']);
});

test('ends with the last release, and goes on to a day that comes after it', () => {
  const releases = view().releases;
  expect(endOf({ ...view(), releases })).toBe(releases.at(-1)?.releases);
  expect(endOf({ ...view(), releases: releases.slice(0, 2), to: '2024-09-18' })).toBe('2024-09-18');
  const bars = draw(1104).marks.filter(({ kind }) => kind === 'rect');
  expect(Math.min(...bars.map((mark) => (mark.kind === 'rect' ? mark.x : 0)))).toBe(0);
});

test('keeps everything inside its width, in text that can be read', () => {
  for (const width of [1104, 520]) {
    for (const mark of draw(width).marks) {
      if (mark.kind === 'text') expect(mark.size).toBeGreaterThanOrEqual(18);
      if (mark.kind === 'rect') expect(mark.x + mark.width).toBeLessThanOrEqual(width);
    }
  }
});

test('moves nothing when another release is spoken of', () => {
  const places = (current: string | null): unknown[] =>
    draw(1104, current).marks.map(({ look: _, ...mark }) => mark);
  expect(places('6.10')).toEqual(places(null));
  expect(places('6.12')).toEqual(places('6.10'));
});

test('writes dates whole where all have room, else day and year apart', () => {
  const { releases } = view();
  const rooms = (room: number): number[] => releases.map(() => room);
  expect(printReleases(releases, rooms(180)).map(([line]) => line)).toEqual([
    '14 Jul 2024',
    '15 Sep 2024',
    '~Nov 2024',
    '~Jan 2025',
  ]);
  expect(printReleases(releases, rooms(100))).toEqual([
    ['14 Jul', '2024'],
    ['15 Sep'],
    ['~Nov'],
    ['~Jan', '2025'],
  ]);
  expect(printReleases(releases, rooms(20)).flat()).toEqual([]);
});

test('names of releases stand apart, and are never too small for the last row', () => {
  const size = (room: number): number => fitVersions(['6.13', '7.0'], room, 32);
  expect(size(200)).toBe(32);
  expect(size(85)).toBeLessThan(32);
  expect(size(10)).toBeGreaterThanOrEqual(18);
});

test('a value of the second line is shortened before it is set small, and left out last', () => {
  expect(fitBelow('1.85.0 or newer', 'Rust', 300)).toEqual({
    text: 'Rust 1.85.0 or newer',
    size: 20,
  });
  expect(fitBelow('1.85.0 or newer', 'Rust', 110)).toEqual({ text: '≥ 1.85.0', size: 20 });
  expect(fitBelow('1.85.0 or newer', 'Rust', 79)).toEqual({ text: '≥1.85.0', size: 18 });
  expect(fitBelow('1.85.0 or newer', 'Rust', 40)).toBeNull();
  expect(fitBelow(null, 'Rust', 40)).toBeNull();
});

test('the line of the day leaves out the name of a release that it would cross', () => {
  const countLines = (asOf: string): number => {
    const { marks } = drawTimeline(view(asOf), { width: 1104, current: null });
    return marks.filter(({ kind, look }) => kind === 'line' && look === 'today').length;
  };
  expect(countLines('2024-09-18')).toBe(1);
  expect(countLines('2024-10-16')).toBe(2);
});

test('a cycle without candidates is one bar', () => {
  const plain = timelineView({ data: 'kernel', cadence: '9w' }, KERNEL, '2024-09-18');
  const { marks } = drawTimeline(plain, { width: 1104, current: null });
  const bars = marks.filter(({ kind, look }) => kind === 'rect' && look !== 'today');
  // The last cycle is cut at the day.
  expect(bars.map(({ key }) => key)).toEqual([
    '6.10 candidates false',
    '6.11 candidates false',
    '6.12 candidates false',
    '6.12 candidates true',
  ]);
  expect(marks.filter(({ look }) => look === 'week')).toEqual([]);
});

test('writes every n-th version where not all have room, and always the highlighted one', () => {
  const rows = Array.from({ length: 14 }, (_, index) => ({
    version: `6.${index + 1}`,
    released: new Date(Date.UTC(2022, 2 * index + 2, 1)).toISOString().slice(0, 10),
    opened: new Date(Date.UTC(2022, 2 * index, 1)).toISOString().slice(0, 10),
  }));
  const many = timelineView(
    { data: 'kernel', cadence: '9w', from: '6.1' },
    viewOf('kernel', rows),
    '2024-09-18',
  );
  for (const current of ['6.13', '6.8', '6.1', null]) {
    const { marks } = drawTimeline(many, { width: 520, current });
    const names = marks.flatMap((mark) =>
      mark.kind === 'text' && mark.key.endsWith(' name') ? [mark] : [],
    );
    const isApart = names.every((name, index) => {
      const next = names[index + 1];
      const half = ((name.text.length + (next?.text.length ?? 0)) * 10) / 2;
      return !next || next.x - name.x >= half;
    });
    expect(isApart).toBe(true);
    expect(names.length).toBeGreaterThan(4);
    if (current !== null) expect(names.map(({ text }) => text)).toContain(current);
  }
});
