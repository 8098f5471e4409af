import { expect, test } from 'vitest';
import { findFollowed } from '../../../../src/browser/speaker/followed-deck.ts';

const decks = [
  { deck: 'a', talk: '/one/', usedAt: 1 },
  { deck: 'b', talk: '/one/', usedAt: 5 },
  { deck: 'c', talk: '/two/', usedAt: 9 },
];
const find = (opener: string | null, talk = '/one/') => findFollowed(decks, { opener, talk })?.deck;

test('a speaker\u2019s page follows the deck that opened it, whatever that shows now', () => {
  expect(find('a')).toBe('a');
  expect(find('c')).toBe('c');
});

test('without it the page follows the deck of its talk that was used last, and never another talk', () => {
  expect(find(null)).toBe('b');
  expect(find('closed')).toBe('b');
  expect(find(null, '/three/')).toBeUndefined();
});
