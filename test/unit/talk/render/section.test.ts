import { expect, test } from 'vitest';
import { renderSection, type SectionPlace } from '../../../../src/talk/render/section.ts';
import type { SlideEdges } from '../../../../src/talk/render/edges/slide-edges.ts';
import type { SlideParts } from '../../../../src/talk/render/slide-parts.ts';
import { printNumber } from '../../../../src/talk/model/slide/slide-number.ts';
import { META } from '../../../support/meta.ts';

const EDGES: SlideEdges = {
  header: null,
  hasOwnHeader: false,
  logo: null,
  footer: [{ text: 'A talk', of: 'talk' }],
  hasNumber: true,
  isCover: false,
};
const PARTS = {
  head: '<h2>A</h2>',
  body: '<p>b</p>',
  title: 'A',
  text: 'b',
  wording: 'b',
  style: '',
  uses: [],
  days: [],
  dayMarks: '',
  background: { attributes: [], markup: '', paper: null, problem: null },
  fit: { name: '', beside: null, cuts: [], names: [] },
  edges: EDGES,
} as unknown as SlideParts;
const PLACE: SectionPlace = {
  meta: META,
  layout: 'default',
  classes: [],
  visibility: 'shown',
  isCounted: true,
  time: null,
};
const render = (parts: Partial<SlideParts> = {}, place: Partial<SectionPlace> = {}) =>
  renderSection('a', { ...PARTS, ...parts }, { ...PLACE, ...place });

test('has id, layout, head, body and the place of its number', () => {
  const html = render({}, { classes: ['x'], time: 90 });
  expect(html).toMatch(/^<section id="a" class="slide layout-default x" data-layout="default"/);
  expect(html).toContain('data-timing="90"');
  expect(html).toContain('<header class="slide-head"><h2>A</h2></header>');
  expect(printNumber(html, { printedNumber: '3/12' })).toContain(
    '<span class="folio-number">3/12</span>',
  );
  expect(printNumber(html, {})).toBe(html);
});

test('a slide without title, or without number, has no markup for them', () => {
  expect(render({ head: '' })).not.toContain('slide-head');
  expect(render({ edges: { ...EDGES, footer: [], hasNumber: false } })).not.toContain('footer');
  const uncounted = render({}, { isCounted: false });
  expect(uncounted).not.toContain('folio-number');
  expect(printNumber(uncounted, { printedNumber: '3' })).toBe(uncounted);
});

test('says how it fits and what is beside it', () => {
  const fit = { ...PARTS.fit, name: '86', cuts: [1, 2], beside: { width: 300, isFirst: true } };
  const html = render({ fit });
  expect(html).toContain('data-fit="86" data-cut="2 3"');
  expect(html).not.toContain('data-names');
  const many = { ...PARTS.fit, cuts: [0, 8, 9, 10], names: [0, 7, 8] };
  expect(render({ fit: many })).toContain('data-cut="1 9" data-names="1 8"');
  expect(html).toContain('class="slide-body beside beside-first" style="--beside: 300px"');
});

test('says that something on it is fixed to the window', () => {
  expect(render({ body: '<p style="Position : fixed">b</p>' })).toContain(' data-fixed=""');
  expect(render({ style: '<style>#a p{position:fixed}</style>' })).toContain(' data-fixed=""');
  expect(render({ body: '<p style="position: relative">a fixed position</p>' })).not.toContain(
    'data-fixed',
  );
});

test('says what the deck needs: direction and visibility', () => {
  expect(render({}, { meta: { ...META, language: 'ar' } })).toContain('dir="rtl"');
  expect(render({}, { visibility: 'uncounted' })).toContain('data-visibility="uncounted"');
});
