import { expect, test } from 'vitest';
import {
  createDeckId,
  isDeckId,
  parseParameters,
} from '../../../../src/browser/page/parameters.ts';

const PLAIN = {
  view: 'deck',
  hasSteps: false,
  isScroll: false,
  isReceiver: false,
  isAhead: false,
  deckId: null,
};

test('an address without parameters, or with unknown ones, is the deck', () => {
  for (const search of [
    '',
    '?',
    '?url=javascript:alert(1)',
    '?view=print',
    '?controls=true&plugins=1',
  ])
    expect(parseParameters(search)).toEqual(PLAIN);
});

test('the documented parameters choose the view', () => {
  expect(parseParameters('?read')).toEqual({ ...PLAIN, view: 'read' });
  expect(parseParameters('?print&steps')).toEqual({ ...PLAIN, view: 'print', hasSteps: true });
  expect(parseParameters('?view=scroll')).toEqual({ ...PLAIN, isScroll: true });
});

test('only an id that a deck made is followed', () => {
  const id = createDeckId();
  expect(isDeckId(id)).toBe(true);
  expect(parseParameters(`?speaker=${id}`)).toEqual({ ...PLAIN, view: 'speaker', deckId: id });
  expect(parseParameters(`?receiver=${id}&ahead=`)).toEqual({
    ...PLAIN,
    isReceiver: true,
    isAhead: true,
    deckId: id,
  });
  for (const wrong of ['', 'x', `${id}0`, 'javascript:alert(1)', '<img>'])
    expect(parseParameters(`?speaker=${encodeURIComponent(wrong)}`).deckId).toBe(null);
});
