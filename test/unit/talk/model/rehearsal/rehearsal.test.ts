import { expect, test } from 'vitest';
import { MAX_MOVES, parseRehearsal } from '../../../../../src/talk/model/rehearsal/rehearsal.ts';

const RUN = {
  format: 'rostrum-rehearsal',
  version: 1,
  talk: 'talk',
  title: 'Talk',
  startedAt: '2026-11-30T10:00:00.000Z',
  seconds: 90,
  isWhole: true,
  pauses: [{ at: 30, seconds: 12.5 }],
  moves: [
    { at: 0, slide: 'one', step: 0 },
    { at: 45.5, slide: 'two', step: 1 },
  ],
};

test('a rehearsal is taken without what else it holds', () => {
  const moves = RUN.moves.map((move) => ({ ...move, said: 'words' }));
  expect(parseRehearsal({ ...RUN, moves, notes: 'secret' })).toEqual({ value: RUN });
  expect(parseRehearsal(JSON.parse(JSON.stringify(RUN)))).toEqual({ value: RUN });
  expect(parseRehearsal({ ...RUN, moves: [], pauses: [] })).toHaveProperty('value');
});

test('anything else is refused, with the key that is wrong', () => {
  const wrong = (value: unknown) => (parseRehearsal(value) as { key?: string }).key;
  for (const value of [null, 'x', 5, [RUN], {}]) expect(wrong(value)).toBe('format');
  expect(wrong({ ...RUN, format: 'x' })).toBe('format');
  expect(wrong({ ...RUN, version: 2 })).toBe('version');
  expect(wrong({ ...RUN, talk: 'x'.repeat(501) })).toBe('talk');
  for (const startedAt of ['yesterday', '2026-13-40T10:00:00Z', 5])
    expect(wrong({ ...RUN, startedAt })).toBe('startedAt');
  for (const seconds of [-1, NaN, Infinity, 86_401, '9'])
    expect(wrong({ ...RUN, seconds })).toBe('seconds');
  expect(wrong({ ...RUN, isWhole: 1 })).toBe('isWhole');
  for (const pauses of [null, {}, [null], [{ at: 1 }]])
    expect(wrong({ ...RUN, pauses })).toBe('pauses');
  const [move] = RUN.moves;
  for (const one of [null, { ...move, step: 0.5 }, { ...move, step: -1 }, { ...move, slide: 1 }])
    expect(wrong({ ...RUN, moves: [one] })).toBe('moves');
  const many = Array.from({ length: MAX_MOVES + 1 }, () => move);
  expect(wrong({ ...RUN, moves: many })).toBe('moves');
});

test('moves have to be in the order of time, and before the end', () => {
  expect(parseRehearsal({ ...RUN, moves: RUN.moves.toReversed() })).toMatchObject({
    key: 'moves',
    expected: expect.stringContaining('order'),
  });
  expect(parseRehearsal({ ...RUN, seconds: 45 })).toMatchObject({ key: 'moves' });
});
