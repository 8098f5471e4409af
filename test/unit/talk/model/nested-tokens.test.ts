import { expect, test } from 'vitest';
import { listCells, listNested } from '../../../../src/talk/model/nested-tokens.ts';
import type { TableToken } from '../../../../src/talk/model/token.ts';
import { lexPlaced } from '../markdown/parse.ts';

const nested = (text: string) => {
  const [token] = lexPlaced(text);
  return token ? listNested(token).map(({ type, raw }) => `${type} ${raw.trim()}`) : [];
};

test('lists the tokens right inside a token, not those inside of them', () => {
  expect(nested('a *b* c')).toEqual(['text a', 'em *b*', 'text c']);
  expect(nested('> a\n>\n> b')).toEqual(['paragraph a', 'space ', 'paragraph b']);
});

test('lists those of all items and cells, in order', () => {
  expect(nested('- a\n- b')).toEqual(['text a', 'text b']);
  expect(nested('| a | b |\n|---|---|\n| c | d |')).toEqual([
    'text a',
    'text b',
    'text c',
    'text d',
  ]);
});

test('a token without others has none', () => {
  expect(nested('---')).toEqual([]);
  expect(nested('```\na\n```')).toEqual([]);
});

test('lists the cells of the header first', () => {
  const table = lexPlaced('| a |\n|---|\n| b |\n| c |')[0] as TableToken;
  expect(listCells(table).map(({ text, header }) => [text, header])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
  ]);
});
