import { expect, test } from 'vitest';
import {
  finishRecording,
  followMoment,
  NEW_RECORDING,
  type Recording,
} from '../../../../src/browser/rehearsal/recording.ts';
import {
  moveClock,
  NEW_CLOCK,
  pauseClock,
  type Clock,
} from '../../../../src/browser/stage/clock.ts';
import { parseRehearsal } from '../../../../src/talk/model/rehearsal/rehearsal.ts';

const START = Date.UTC(2026, 10, 30, 10);
const TALK = { talk: 'talk', title: 'Talk' };

/** Plays moves of "SECOND SLIDE/STEP", "SECOND pause" and "SECOND end", and returns what was recorded. */
function play(moves: readonly string[], last = 'three'): Recording {
  let recording = NEW_RECORDING;
  let clock: Clock = NEW_CLOCK;
  let position = { slide: 'one', step: -1 };
  for (const move of moves) {
    const [second, what = ''] = move.split(' ');
    const now = START + Number(second) * 1000;
    if (what === 'pause') clock = pauseClock(clock, position.slide, now);
    else if (what === 'reset') clock = NEW_CLOCK;
    else if (what !== 'look') {
      const [slide = '', step = '0'] = what.split('/');
      position = { slide, step: Number(step) - 1 };
      clock = moveClock(clock, slide, now);
    }
    const moment = { clock, position, isLast: position.slide === last, now };
    recording = followMoment(recording, moment);
  }
  return recording;
}

test('slides and steps are noted when they are reached, on a clock without its pauses', () => {
  const moves = ['0 look', '5 two', '15 two/1', '20 pause', '50 pause', '55 three', '60 look'];
  const run = finishRecording(play(moves), TALK);
  expect(run).toEqual({
    format: 'rostrum-rehearsal',
    version: 1,
    ...TALK,
    startedAt: '2026-11-30T10:00:05.000Z',
    seconds: 25,
    isWhole: true,
    pauses: [{ at: 15, seconds: 30 }],
    moves: [
      { at: 0, slide: 'two', step: 0 },
      { at: 10, slide: 'two', step: 1 },
      { at: 20, slide: 'three', step: 0 },
    ],
  });
  expect(parseRehearsal(run)).toEqual({ value: run });
});

test('a clock that is started on the first slide times that slide as well', () => {
  expect(play(['0 pause', '30 two']).moves).toEqual([
    { at: 0, slide: 'one', step: 0 },
    { at: 30, slide: 'two', step: 0 },
  ]);
});

test('a clock that is set to zero begins the rehearsal again', () => {
  const { moves, seconds } = play(['0 two', '10 three', '20 reset', '30 two', '35 look']);
  expect({ moves, seconds }).toEqual({ moves: [{ at: 0, slide: 'two', step: 0 }], seconds: 5 });
  expect(finishRecording(play(['0 two', '10 three', '20 reset']), TALK)).toBeNull();
});

test('without a start of the clock there is nothing to keep, and the end is known', () => {
  expect(finishRecording(play(['0 look', '90 look']), TALK)).toBeNull();
  expect(finishRecording(play(['0 two', '9 look']), TALK)).toMatchObject({ isWhole: false });
});
