import { expect, test } from 'vitest';
import { planParts, type PartSlide } from '../../../../src/talk/model/sections.ts';

function slides(text: string): PartSlide[] {
  return text.split(' ').map((id) => ({
    id,
    isSection: id.startsWith('S'),
    isCounted: !id.endsWith('!'),
  }));
}

test('a section opens a part, and what stands before the first is a part as well', () => {
  expect(planParts(slides('a b S1 c S2 d e'))).toEqual([
    { id: null, slides: 2 },
    { id: 'S1', slides: 2 },
    { id: 'S2', slides: 3 },
  ]);
});

test('a talk that begins with a section has no part before it', () => {
  expect(planParts(slides('S1 a'))).toEqual([{ id: 'S1', slides: 2 }]);
});

test('backup slides and their divider are no part of the talk', () => {
  expect(planParts(slides('S1 a S2! b!'))).toEqual([{ id: 'S1', slides: 2 }]);
});
