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
  pictureId: null,
  inkOf: null,
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

test('the speaker’s page needs no id, and a picture in it only one that was made at random', () => {
  const id = createDeckId();
  expect(isDeckId(id)).toBe(true);
  expect(parseParameters('?speaker')).toEqual({ ...PLAIN, view: 'speaker' });
  expect(parseParameters(`?receiver=${id}`)).toEqual({ ...PLAIN, isReceiver: true, pictureId: id });
  expect(parseParameters(`?print&drawings=${id}`)).toMatchObject({ view: 'print', inkOf: id });
  expect(parseParameters('?print&drawings=x').inkOf).toBe(null);
  for (const wrong of ['', 'x', `${id}0`, 'javascript:alert(1)', '<img>'])
    expect(parseParameters(`?receiver=${encodeURIComponent(wrong)}`).pictureId).toBe(null);
});
