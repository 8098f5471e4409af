import { expect, test } from 'vitest';
import { planUpdate } from '../../../../src/browser/hot/hot-plan.ts';
import type { SectionUpdate } from '../../../../src/talk/model/wire.ts';

interface Change {
  order: string[];
  changed?: string[];
  renamed?: Record<string, string>;
}

function plan(
  shown: string[],
  current: string | null,
  { order, changed = [], renamed = {} }: Change,
) {
  const empty: SectionUpdate = { html: '', notes: '' };
  const sections = Object.fromEntries(changed.map((id) => [id, empty]));
  return planUpdate(shown, current, { order, sections, renamed });
}

test('an edit replaces just its slide and keeps the order', () => {
  expect(plan(['a', 'b', 'c'], 'b', { order: ['a', 'b', 'c'], changed: ['b'] })).toEqual({
    removed: [],
    replaced: [{ from: 'b', to: 'b' }],
    added: [],
    isOrderKept: true,
    current: 'b',
  });
});

test('a slide put in before the current one leaves the page where it is', () => {
  const update = plan(['a', 'b'], 'b', { order: ['new', 'a', 'b'], changed: ['new'] });
  expect(update).toMatchObject({ added: ['new'], replaced: [], isOrderKept: false, current: 'b' });
});

test('a slide taken away is removed and the others stay', () => {
  const update = plan(['a', 'b', 'c'], 'c', { order: ['b', 'c'] });
  expect(update).toMatchObject({ removed: ['a'], added: [], isOrderKept: false, current: 'c' });
});

test('when the current slide goes, the one after it is shown', () => {
  expect(plan(['a', 'b', 'c'], 'b', { order: ['a', 'c'] }).current).toBe('c');
});

test('when the last slide goes, the one before it is shown', () => {
  expect(plan(['a', 'b', 'c'], 'c', { order: ['a', 'b'] }).current).toBe('b');
});

test('a renamed slide is filled in place and stays the current one', () => {
  const update = plan(['a', 'b'], 'b', {
    order: ['a', 'bee'],
    changed: ['bee'],
    renamed: { b: 'bee' },
  });
  expect(update).toEqual({
    removed: [],
    replaced: [{ from: 'b', to: 'bee' }],
    added: [],
    isOrderKept: true,
    current: 'bee',
  });
});

test('a slide may take the id that another one has left', () => {
  const update = plan(['a'], 'a', { order: ['a', 'b'], changed: ['a', 'b'], renamed: { a: 'b' } });
  expect(update).toMatchObject({
    removed: [],
    replaced: [{ from: 'a', to: 'b' }],
    added: ['a'],
    current: 'b',
  });
});

test('a rename to a slide that is shown already is not believed', () => {
  const update = plan(['a', 'b'], 'a', { order: ['b'], renamed: { a: 'b' } });
  expect(update).toMatchObject({ removed: ['a'], replaced: [], current: 'b' });
});

test('slides that change places are moved and keep their content', () => {
  const update = plan(['a', 'b', 'c'], 'a', { order: ['c', 'a', 'b'] });
  expect(update).toMatchObject({ removed: [], replaced: [], added: [], isOrderKept: false });
});

test('a page that was on no known slide goes to the first', () => {
  expect(plan([], null, { order: ['a'], changed: ['a'] }).current).toBe('a');
});

test('a talk without slides has no current one', () => {
  expect(plan(['a'], 'a', { order: [] })).toMatchObject({ removed: ['a'], current: null });
});

test('a slide may be called like a property that every object has', () => {
  const names = ['constructor', '__proto__', 'toString'];
  const kept = plan(['a', ...names], 'a', { order: [...names, 'a'] });
  expect(kept).toMatchObject({ replaced: [], removed: [], added: [] });
  const changed = plan(names, 'toString', { order: names, changed: ['__proto__'] });
  expect(changed.replaced).toEqual([{ from: '__proto__', to: '__proto__' }]);
});
