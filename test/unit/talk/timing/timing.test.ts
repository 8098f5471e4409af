import { expect, test } from 'vitest';
import { compareRuns } from '../../../../src/talk/timing/timing.ts';
import { findCuts } from '../../../../src/talk/timing/cuts.ts';
import { countSlideWords } from '../../../../src/talk/timing/slide-words.ts';
import type { Talk } from '../../../../src/talk/model/talk.ts';
import { compileTexts } from '../../../support/fixtures.ts';
import { makeRun } from '../../../support/rehearsal.ts';

const TALK = `---
title: Talk
duration: 3
---

# One

---
time: 60s
---

# Two

- first

---
layout: section
time: 20s
---

# Part

---
incremental: true
time: 40s
---

# Three

- first
- second

---
visibility: uncounted
---

# Reserve
`;

const RUNS = [
  makeRun('0 one, 30 two, 130 part, 150 three, 160 three/1, 200 three/2, 215 reserve', 230),
  makeRun('0 two, 80 part, 90 gone, 100 three', 104, { isWhole: false }),
  makeRun('0 one, 40 two, 130 part, 160 three, 165 three/1, 215 three/2', 220, {
    pauses: [
      { at: 5, seconds: 3 },
      { at: 60, seconds: 4 },
    ],
  }),
];

function compileText(text: string): Talk {
  const [compiled] = compileTexts({ 'slides/talks/talk.md': text }).talks;
  if (!compiled) throw new Error('There is no talk.');
  return compiled;
}

const talk = compileText(TALK);
const timing = compareRuns(talk, RUNS);

test('the plan stands beside each run and their median, slide by slide', () => {
  expect(timing).toMatchObject({ duration: 180, planned: 180 });
  expect(
    timing.slides.map(({ id, planned, runs, median }) => [id, planned, ...runs, median]),
  ).toEqual([
    ['one', 60, 30, null, 40, 35],
    ['two', 60, 100, 80, 90, 90],
    ['part', 20, 20, 10, 30, 20],
    ['three', 40, 65, null, 60, 62.5],
  ]);
  expect(timing.slides[3]?.longestStep).toEqual({ step: 1, seconds: 45 });
  expect(timing.expected).toBe(207.5);
});

test('sections get the sums of their slides', () => {
  expect(
    timing.sections.map(({ id, title, planned, median }) => [id, title, planned, median]),
  ).toEqual([
    [null, 'One', 120, 125],
    ['part', 'Part', 60, 82.5],
  ]);
  expect(timing.sections[1]?.runs).toEqual([85, 10, 90]);
});

test('of each run it is said where it ended, how long it paused, and what the talk no longer has', () => {
  expect(timing.runs).toMatchObject([
    { seconds: 230, cutOff: null, backup: 15, missing: [], paused: 0 },
    { seconds: 104, cutOff: 'three', backup: 0, missing: [{ id: 'gone', seconds: 10 }] },
    { seconds: 220, cutOff: null, paused: 7 },
  ]);
});

test('what to cut is where most is over the plan, until the talk fits', () => {
  const cuts = findCuts(timing);
  expect(cuts).toMatchObject({ limit: 180, over: 27.5, left: 0 });
  expect(cuts?.slides.map(({ slide, over }) => [slide.id, over])).toEqual([['two', 30]]);
  expect(findCuts(compareRuns(talk, []))).toBeNull();
  const short = findCuts(compareRuns(talk, [makeRun('0 one, 1 two, 30 part, 40 three', 60)]));
  expect(short).toMatchObject({ over: -120, slides: [], left: 0 });
  expect(short?.skipped.map(({ id }) => id)).toEqual(['one']);
});

test('without a duration there is no plan, but there are times', () => {
  const free = compareRuns(compileText(TALK.replace('duration: 3\n', '')), RUNS);
  expect(free).toMatchObject({ duration: null, planned: null });
  expect(free.sections.map(({ planned, median }) => [planned, median])).toEqual([
    [null, 125],
    [null, 82.5],
  ]);
  expect(findCuts(free)).toBeNull();
});

test('words are those on the slide and in its notes, without drawings and foot', () => {
  const html =
    '<section><h2>Two words</h2><svg><text>no</text></svg><footer class="slide-foot"><p>no no</p></footer></section>';
  expect(countSlideWords({ html, notes: '<p>and <b>three</b> more</p>' })).toBe(5);
});
