import { expect, test } from 'vitest';
import { parseRoomPlace } from '../../../../../src/talk/model/room/room-place.ts';

const PLACE = { build: '0123456789abcdef', slide: 'one', step: -1, seq: 1_795_987_909_000 };

test('reads a place, and nothing beside it', () => {
  expect(parseRoomPlace(JSON.stringify(PLACE))).toEqual(PLACE);
  expect(parseRoomPlace(JSON.stringify({ ...PLACE, html: '<b>' }))).toEqual(PLACE);
});

test.each([
  ['no JSON', '{'],
  ['a text', '"one"'],
  ['a list', '[]'],
  ['null', 'null'],
  ['nothing', ''],
  ['a long message', JSON.stringify({ ...PLACE, more: 'x'.repeat(2000) })],
])('refuses %s', (_, text) => expect(parseRoomPlace(text)).toBeNull());

test.each([
  { build: '' },
  { build: 'a b' },
  { build: 'x'.repeat(65) },
  { build: 1 },
  { slide: '' },
  { slide: 'x'.repeat(501) },
  { slide: null },
  { step: -2 },
  { step: 0.5 },
  { step: 1001 },
  { step: '1' },
  { seq: -1 },
  { seq: 2 ** 53 },
  { seq: 1.5 },
  { seq: null },
])('refuses a place with %o', (wrong) =>
  expect(parseRoomPlace(JSON.stringify({ ...PLACE, ...wrong }))).toBeNull(),
);

test.each(['build', 'slide', 'step', 'seq'])('refuses a place without %s', (key) => {
  expect(parseRoomPlace(JSON.stringify({ ...PLACE, [key]: undefined }))).toBeNull();
});
