import { expect, test } from 'vitest';
import { renderAgenda } from '../../../../src/browser/speaker/agenda.ts';
import { describePace } from '../../../../src/browser/speaker/pace.ts';
import { planTime } from '../../../../src/talk/model/time-plan.ts';
import type { OutlineSlide } from '../../../../src/browser/stage/position.ts';

function slide(id: string, time: number, isSection = false): OutlineSlide {
  const facts = { number: 1, title: `About ${id}`, text: '', steps: 0, words: 1 };
  return { id, ...facts, time, isSection, isCounted: true };
}

const SLIDES = [
  slide('cover', 60),
  slide('first', 30, true),
  slide('more', 90),
  slide('end', 60, true),
];

function readRows(slide: string, reached: Record<string, number>, slides = SLIDES): string[] {
  const plan = planTime(slides, null);
  if (!plan) throw new Error('There is no plan.');
  const rows = renderAgenda({ slides, plan, slide, reached }).split('<tr').slice(2);
  return rows.map((row) =>
    row
      .replace(/ class="is-(late|early)">/, '>$1 ')
      .replaceAll(/ scope="row"|<[^>]*>/g, ' ')
      .replaceAll(/[>\s]+/g, ' ')
      .trim(),
  );
}

test('an agenda lists when sections are due and when they were reached', () => {
  expect(readRows('more', { first: 70_000, more: 100_000 })).toEqual([
    'About cover 0:00 0:00',
    'aria-current="true" About first 1:00 1:10',
    'About end 3:00',
  ]);
});

test('a section that begins late or early is marked, with the difference', () => {
  expect(readRows('end', { first: 60_000, end: 211_000 }).at(-1)).toMatch(/late 3:31 \+0:31$/);
  expect(readRows('end', { first: 60_000, end: 120_000 }).at(-1)).toMatch(/early 2:00 \u22121:00$/);
});

test('a talk without sections has no agenda', () => {
  expect(readRows('cover', {}, SLIDES.slice(0, 1))).toEqual([]);
});

test('a delay is put into words, and a small one is none', () => {
  expect(describePace(-29)).toEqual({ state: 'on-time', words: 'On time' });
  expect(describePace(-80)).toEqual({ state: 'ahead', words: '1:20 ahead' });
  expect(describePace(45)).toEqual({ state: 'behind', words: '0:45 behind' });
});
