import { expect, test } from 'vitest';
import { NEW_CLOCK } from '../../../../src/browser/stage/clock.ts';
import { parsePosition, parseStageMessage } from '../../../../src/browser/stage/stage-messages.ts';

const DECK = '0123456789abcdef';
const STATE = {
  type: 'state',
  deck: DECK,
  talk: '/talk/',
  search: '',
  slide: 'one',
  step: -1,
  isBlack: false,
  frozenAt: null,
  isHeld: false,
  isOverview: false,
  timeOf: null,
  notes: '<p>Slowly</p>',
  usedAt: 5,
  clock: NEW_CLOCK,
  rehearsal: { isRecording: false, news: '' },
};
const SLIDE = {
  id: 'one',
  number: 1,
  title: 'One',
  text: 'One',
  steps: 0,
  time: null,
  words: 1,
  isSection: false,
  isCounted: true,
};
const OUTLINE = { type: 'outline', deck: DECK, talk: '/talk/', duration: 45, slides: [SLIDE] };
const RIGHT = [
  STATE,
  { ...STATE, frozenAt: { slide: 'two', step: 1 } },
  OUTLINE,
  { type: 'hello' },
  { type: 'bye', deck: DECK },
  { type: 'claim', deck: DECK },
  { type: 'taken', deck: DECK },
  { type: 'press', deck: DECK, key: 'b' },
  { type: 'go', deck: DECK, slide: 'one' },
  { type: 'clock', deck: DECK, change: 'reset' },
  { type: 'rehearse', deck: DECK, change: 'start' },
  { type: 'freeze', deck: DECK, change: 'return' },
];

test('messages of the right shape are taken, without what else they hold', () => {
  for (const message of RIGHT)
    expect(parseStageMessage({ ...message, method: 'configure' })).toEqual(message);
});

test('messages of any other shape are nothing', () => {
  const wrong: unknown[] = [
    ...[undefined, null, 'hello', '{"type":"hello"}', [], { method: 'slide', args: [1] }],
    ...[
      'deck',
      'talk',
      'slide',
      'step',
      'isBlack',
      'frozenAt',
      'notes',
      'usedAt',
      'clock',
      'rehearsal',
    ].map((name) => ({
      ...STATE,
      [name]: [],
    })),
    { ...STATE, step: 0.5 },
    { ...STATE, clock: { ...NEW_CLOCK, paused: -1 } },
    { ...OUTLINE, slides: [{ ...SLIDE, title: {} }] },
    { ...OUTLINE, slides: [SLIDE, null] },
    { type: 'bye', deck: 'x' },
    { type: 'press', deck: DECK, key: 'x'.repeat(21) },
    { type: 'clock', deck: DECK, change: 'stop' },
    { type: 'rehearse', deck: DECK, change: 'pause' },
    { ...STATE, rehearsal: { isRecording: 1, news: '' } },
    { ...STATE, rehearsal: { isRecording: true, news: 'x'.repeat(501) } },
    ...[0, -5, '45'].map((duration) => ({ ...OUTLINE, duration })),
    { type: 'freeze', deck: DECK, change: 'pause' },
    { type: 'go', deck: DECK, slide: 1 },
    { type: 'run', deck: DECK },
  ];
  for (const message of wrong) expect(parseStageMessage(message)).toBe(null);
});

test('a picture is shown only a slide and a step', () => {
  expect(parsePosition({ slide: 'one', step: 2, more: 1 })).toEqual({ slide: 'one', step: 2 });
  for (const wrong of [
    null,
    'one',
    { slide: 'one' },
    { slide: 1, step: 0 },
    { slide: 'a', step: -2 },
  ])
    expect(parsePosition(wrong)).toBe(null);
});
