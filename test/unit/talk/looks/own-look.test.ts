import { expect, test } from 'vitest';
import { findTheme, scaleTitle } from '../../../../src/talk/looks/own-look.ts';
import { compare, compileWithLooks, harbour, LOOKS } from '../../../support/looks.ts';

const SLIDE = `---
layout: compare
---

# Title

One

::after::

Two

::verdict::

Three`;

test('a slide has the areas of its layout, and what stands first is in the first', () => {
  const { talks, problems } = compileWithLooks(SLIDE);
  const [slide] = talks[0]?.slides ?? [];
  expect(problems).toEqual([]);
  expect(slide?.layout).toBe('compare');
  expect(slide?.html).toContain('class="slide layout-compare"');
  expect(slide?.html.replaceAll('\n', '')).toContain(
    '<div class="areas"><div class="area area-before"><p>One</p></div><div class="area area-after"><p>Two</p></div><div class="area area-verdict"><p>Three</p></div></div>',
  );
  expect(slide?.text).toBe('# Title\n\nOne\n\n::after::\n\nTwo\n\n::verdict::\n\nThree');
  expect(talks[0]?.ownLook).toEqual({ theme: null, layouts: [compare] });
});

test('areas come in the order of the layout, without those that are empty', () => {
  const slide =
    '---\nlayout: compare\n---\n\n# T\n\n::verdict::\n\nEnd\n\n::after::\n\nTwo\n\n::verdict::\n\nMore';
  const html = compileWithLooks(slide).talks[0]?.slides[0]?.html ?? '';
  expect([...html.matchAll(/area area-(\w+)/g)].map(([, name]) => name)).toEqual([
    'after',
    'verdict',
  ]);
  expect(html).toMatch(/<p>End<\/p>\s*<p>More<\/p>/);
});

test('a talk takes no look that it does not use', () => {
  expect(compileWithLooks('# T').talks[0]?.ownLook).toBeUndefined();
  expect(compileWithLooks('# T', 'theme: harbour\n').talks[0]?.ownLook).toEqual({
    theme: harbour,
    layouts: [],
  });
});

test('the layouts of a theme are those of its talks', () => {
  const slide = '---\nlayout: dock\n---\n\n# T\n\nA';
  expect(compileWithLooks(slide, 'theme: harbour\n').problems).toEqual([]);
  const [problem] = compileWithLooks(slide).problems;
  expect(problem).toMatchObject({
    code: 'foreign-syntax',
    span: { line: 6, column: 9, length: 4 },
  });
  expect(problem?.hint).toContain('picture-right, end, compare.');
});

test('titles that a theme sets larger are counted as larger, and smaller ones as usual', () => {
  const find = (theme: string) => findTheme({ project: { looks: LOOKS }, meta: { theme } });
  const keynote = find('keynote');
  expect(scaleTitle(keynote, 'default')).toBeCloseTo(58 / 46);
  expect(scaleTitle(keynote, 'cover')).toBeCloseTo(132 / 104);
  expect(scaleTitle(find('paper'), 'cover')).toBe(1);
  expect(scaleTitle(find('rostrum'), 'section')).toBe(1);
  expect(find('harbour')).toBe(harbour);
});
