import { expect, test } from 'vitest';
import { compareRuns } from '../../../../src/talk/timing/timing.ts';
import { chooseTimes } from '../../../../src/talk/timing/time-edits.ts';
import { compileTexts } from '../../../support/fixtures.ts';
import { makeRun } from '../../../support/rehearsal.ts';

const FILES = {
  'slides/talks/talk.md': `---
title: Talk
---

# One

---
time: 30s
---

# Two

---
src: ../library.md#three
---

---
src: ../library.md#four,five
---
`,
  'slides/library.md': '# Three\n\n---\n\n# Four\n\n---\n\n# Five\n',
};

test('a time belongs to the slide or beside the src of the talk, never to the library', () => {
  const [talk] = compileTexts(FILES).talks;
  if (!talk) throw new Error('There is no talk.');
  const run = makeRun('0 one, 62 two, 93 three, 95 four, 195 five', 200);
  const { times, unwritten } = chooseTimes(talk, compareRuns(talk, [run]).slides);
  expect(times.map(({ slide, time, place }) => [slide.id, time, place.file, place.line])).toEqual([
    ['one', '1min', 'slides/talks/talk.md', 5],
    ['three', '5s', 'slides/talks/talk.md', 14],
  ]);
  expect(unwritten.map(({ slide }) => slide.id)).toEqual(['four', 'five']);
  expect(unwritten[0]?.reason).toContain('slides/talks/talk.md:18 includes 2 slides');
});
