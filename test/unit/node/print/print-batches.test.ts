import { expect, test } from 'vitest';
import { cutTalk } from '../../../../src/node/print/print-batches.ts';
import { joinPdfs } from '../../../../src/node/pdf/pdf-join.ts';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';
import { META } from '../../../support/meta.ts';

const sizes = (talk: Talk, hasSteps = false, most = 10): number[] =>
  cutTalk(talk, hasSteps, most).map(({ slides }) => slides.length);

test('a short talk is one part, a long one parts of about the same length', () => {
  expect(sizes(makeTalk(10))).toEqual([10]);
  expect(sizes(makeTalk(11))).toEqual([6, 5]);
  expect(sizes(makeTalk(35))).toEqual([9, 9, 9, 8]);
  expect(sizes(makeTalk(1000), false, 250)).toEqual([250, 250, 250, 250]);
});

test('with a page a step, pages count and not slides', () => {
  expect(sizes(makeTalk(10, { steps: 2 }), true)).toEqual([4, 3, 3]);
  expect(sizes(makeTalk(10, { steps: 2 }))).toEqual([10]);
});

test('what reaches from slide to slide keeps a talk in one piece', () => {
  expect(sizes(makeTalk(30, { html: '<section><a href="#users">users</a></section>' }))).toEqual([
    30,
  ]);
  expect(
    sizes(makeTalk(30, { html: '<section><style>p { color: red }</style></section>' })),
  ).toEqual([30]);
  expect(sizes({ ...makeTalk(30), meta: { ...META, css: 'own.css' } })).toEqual([30]);
  expect(
    sizes(makeTalk(30, { html: '<section><a href="https://x.org/#a">x</a></section>' })),
  ).toEqual([10, 10, 10]);
});

test('files that are not built as Chromium builds them are not joined', () => {
  const objects = new Map([
    [1, '<</Type /Catalog\n/Pages 2 0 R>>'],
    [2, '<</Type /Pages\n/Count 0\n/Kids []>>'],
  ]);
  expect(joinPdfs([{ objects, root: 1, info: null }])).toBeNull();
});

function makeTalk(count: number, slide: Partial<Slide> = {}): Talk {
  const slides = Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    number: index + 1,
    steps: 0,
    html: '',
    ...slide,
  }));
  return { meta: META, slides } as unknown as Talk;
}
