import { expect, test } from 'vitest';
import { compareFollowed, compareShown, type ShownTalk } from '../../../../src/node/vite/update.ts';

function shown(sections: Record<string, string>, rest: Partial<ShownTalk> = {}): ShownTalk {
  const entries = Object.entries(sections).map(
    ([id, html]) => [id, { html, notes: '' }] as [string, { html: string; notes: string }],
  );
  return {
    talk: 't',
    title: 'T',
    asOf: '2026-01-01',
    sections: new Map(entries),
    datasets: {},
    ...rest,
  };
}

const slides = { a: 'A', b: 'B', c: 'C' };

test('says nothing where nothing changed', () => {
  expect(compareShown(shown(slides), shown(slides))).toBeNull();
});

test('sends only the sections that differ, and the order of all', () => {
  const update = compareShown(shown(slides), shown({ ...slides, b: 'B2' }));
  expect(update?.order).toEqual(['a', 'b', 'c']);
  expect(update?.sections).toEqual({ b: { html: 'B2', notes: '' } });
  expect(update?.renamed).toEqual({});
});

test('sends a slide whose notes changed', () => {
  const after = shown(slides);
  const noted = new Map(after.sections).set('c', { html: 'C', notes: 'N' });
  const update = compareShown(shown(slides), { ...after, sections: noted });
  expect(Object.keys(update?.sections ?? {})).toEqual(['c']);
});

test('pairs a slide that got another id with the one it was', () => {
  const update = compareShown(shown(slides), shown({ a: 'A', b2: 'B', c: 'C' }));
  expect(update?.renamed).toEqual({ b: 'b2' });
});

test('pairs no ids where slides were added or removed as well', () => {
  expect(compareShown(shown(slides), shown({ a: 'A', c: 'C' }))?.renamed).toEqual({});
  const added = shown({ a: 'A', b2: 'B', n: 'N', c: 'C' });
  expect(compareShown(shown(slides), added)?.renamed).toEqual({});
});

test('sends an order that changed, without sections', () => {
  const update = compareShown(shown(slides), shown({ b: 'B', a: 'A', c: 'C' }));
  expect(update?.order).toEqual(['b', 'a', 'c']);
  expect(update?.sections).toEqual({});
});

test('leaves out an order that was kept for pages that know it', () => {
  const changed = compareFollowed(shown(slides), shown({ ...slides, b: 'B2' }));
  expect(changed).toMatchObject({ sections: { b: { html: 'B2' } }, renamed: {} });
  expect(changed).not.toHaveProperty('order');
  const { a, ...rest } = slides;
  expect(compareFollowed(shown(slides), shown({ ...rest, a }))?.order).toEqual(['b', 'c', 'a']);
  expect(compareFollowed(shown(slides), shown(rest))?.order).toEqual(['b', 'c']);
  expect(compareFollowed(shown(slides), shown(slides))).toBeNull();
});

test('sends datasets that differ, title and day', () => {
  const view = (count: number) => ({
    name: 'users',
    kind: 'list' as const,
    title: 'Users',
    unit: null,
    key: null,
    sources: {},
    rows: [{ count }],
    columns: ['count'],
    asOf: null,
  });
  const before = shown(slides, { datasets: { users: view(1) } });
  const same = shown(slides, { datasets: { users: view(1) } });
  const other = shown(slides, { datasets: { users: view(2) } });
  expect(compareShown(before, same)).toBeNull();
  expect(compareShown(before, other)?.datasets['users']?.rows).toEqual([{ count: 2 }]);
  expect(compareShown(before, { ...same, title: 'U' })?.title).toBe('U');
  expect(compareShown(before, { ...same, asOf: '2026-02-01' })?.asOf).toBe('2026-02-01');
});
