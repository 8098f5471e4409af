import { expect, test } from 'vitest';
import { createComposeCache } from '../../../../src/talk/compose/compose-cache.ts';
import type { OrderedSlide } from '../../../../src/talk/compose/ordered-slide.ts';
import {
  findAmbiguous,
  findNamed,
  isOwn,
  pickSlides,
} from '../../../../src/talk/compose/pick-slides.ts';
import { wantedIdOf } from '../../../../src/talk/compose/slide-id.ts';
import { parseLibrary } from '../markdown/parse.ts';

const SPAN = { file: 'b.md', line: 1, column: 1, length: 1 };
const ids = (...names: string[]) => names.map((id) => ({ id, span: SPAN }));
const FILE = parseLibrary('# One\n\n---\n\n# Two\n\n---\n\n# Two\n');
const cache = createComposeCache();
const ORDERED: OrderedSlide[] = FILE.slides.map((source) => {
  return { wanted: wantedIdOf(source, cache), source, spec: source.spec, via: [], problems: [] };
});

test('finds slides in the requested order', () => {
  const found = findNamed(FILE, ids('two', 'one'), cache);
  expect(found).toEqual([FILE.slides[1], FILE.slides[0]]);
  expect(findNamed(FILE, ids('two-2'), cache)).toEqual([FILE.slides[2]]);
});

test('finds none when one is missing or slides come from other files', () => {
  expect(findNamed(FILE, ids('one', 'three'), cache)).toBeNull();
  const including = parseLibrary('# One\n\n---\nsrc: c.md\n---\n');
  expect(findNamed(including, ids('one'), createComposeCache())).toBeNull();
  expect(including.slides.map(isOwn)).toEqual([true, false]);
});

test('an unknown id becomes a slide with the problem', () => {
  const codes: string[] = [];
  const [first] = ORDERED;
  const picked = pickSlides(ORDERED, ids('one', 'three', ''), 'a.md', ({ code }) => {
    codes.push(code);
    return first as OrderedSlide;
  });
  expect([picked.length, codes]).toEqual([3, ['unknown-slide', 'unknown-slide']]);
});

test('reports ids that several slides have', () => {
  expect(findAmbiguous(FILE, ORDERED, ids('one', 'two'), cache).map(({ code }) => code)).toEqual([
    'ambiguous-id',
  ]);
});
