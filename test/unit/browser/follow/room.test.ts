import { describe, expect, test } from 'vitest';
import {
  changeRole,
  createRoom,
  describeRoom,
  nextSeq,
  receivePlace,
  recordPlace,
} from '../../../../src/browser/follow/room.ts';
import { computeWait } from '../../../../src/browser/follow/retry.ts';

const BUILD = 'build';
const place = (seq: number, build = BUILD) => ({ build, slide: 'one', step: -1, seq });
const connected = { ...createRoom('follow'), isConnected: true };

describe('places', () => {
  test('only grow: the same or an older one changes nothing', () => {
    const room = receivePlace(connected, place(5));
    expect(room.place?.seq).toBe(5);
    expect(receivePlace(room, place(5))).toBe(room);
    expect(receivePlace(room, place(4))).toBe(room);
    expect(receivePlace(room, place(6)).place?.seq).toBe(6);
  });

  test('of another leader end leading, own ones do not', () => {
    const room = recordPlace(changeRole(connected, 'lead'), place(5));
    expect(receivePlace(room, place(5)).role).toBe('lead');
    expect(receivePlace(room, place(6))).toMatchObject({ role: 'own', trouble: 'taken' });
  });

  test('get numbers above those known, also where a clock is late', () => {
    expect(nextSeq(connected, 100)).toBe(100);
    expect(nextSeq(receivePlace(connected, place(500)), 100)).toBe(501);
  });
});

describe('the notice', () => {
  const at = receivePlace(connected, place(5));

  test('is absent until someone leads', () => expect(describeRoom(connected, BUILD)).toBeNull());

  test.each([
    ['a follower', at, 'Following the speaker', ['leave']],
    ['a page on its own', changeRole(at, 'own'), 'On your own', ['rejoin']],
    ['a follower without relay', { ...at, isConnected: false }, 'Not connected', ['leave']],
    [
      'a follower of another build',
      receivePlace(at, place(6, 'other')),
      'another version',
      ['reload', 'leave'],
    ],
    ['a leader', changeRole(at, 'lead'), 'You lead the room', []],
    ['a leader without relay', changeRole(at, 'lead', 'unreachable'), 'do not reach', []],
    ['a refused leader', changeRole(at, 'own', 'refused'), 'refused the secret', ['rejoin']],
    ['a refused first leader', changeRole(connected, 'own', 'refused'), 'refused', []],
    ['a former leader', changeRole(at, 'own', 'taken'), 'Another page leads', ['rejoin']],
  ] as const)('of %s', (_, room, text, actions) => {
    const notice = describeRoom(room, BUILD);
    expect(notice?.text).toContain(text);
    expect(notice?.actions).toEqual(actions);
    expect(notice?.isBrief).toBe(room.role === 'lead' && room.trouble === null);
  });
});

test('waits grow to half a minute, and spread', () => {
  expect([0, 1, 2, 10].map((attempt) => computeWait(attempt, 1))).toEqual([
    1000, 2000, 4000, 30_000,
  ]);
  expect(computeWait(10, 0)).toBe(15_000);
});
