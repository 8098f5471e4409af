import { expect, test } from 'vitest';
import { namePicture } from '../../../../src/node/export/png.ts';

const ORDERS: Record<string, (a: string, b: string) => number> = {
  bytes: (a, b) => (a < b ? -1 : 1),
  words: new Intl.Collator('en', { ignorePunctuation: true }).compare,
  numbers: new Intl.Collator('en', { numeric: true }).compare,
};

test.each(Object.entries(ORDERS))('names of pictures sort as slides do, by %s', (_, compare) => {
  const slides = ['title', 'users', 'a-backup', 'b', 'end'].map((id) => ({ id, steps: 0 }));
  const many = Array.from({ length: 8 }, (_, index) => ({ id: `${8 - index}`, steps: 11 - index }));
  const all = [...slides, ...many];
  const order = all.map(({ id }) => id);
  const names = all.flatMap((slide) =>
    Array.from({ length: slide.steps + 1 }, (_, step) => namePicture(slide, { order, step })),
  );
  expect(names.toSorted(compare)).toEqual(names);
  expect(names.slice(0, 2)).toEqual(['01-title.png', '02-users.png']);
  expect(names).toContain('06-8.00.png');
  expect(namePicture({ id: 'users', steps: 3 }, { order, step: null })).toBe('02-users.png');
});
