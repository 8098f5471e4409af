import { expect, test } from 'vitest';
import { planPlaces, type PartSlide } from '../../../../src/talk/model/sections.ts';

function slides(text: string): PartSlide[] {
  return text
    .split(' ')
    .map((id) => ({ isSection: id.startsWith('S'), isCounted: !id.endsWith('!') }));
}

test('each slide knows where its section begins and ends, and how far the talk has come', () => {
  expect(planPlaces(slides('a S1 b c'))).toEqual([
    [0, 0.25, 0.25],
    [0.25, 0.5, 1],
    [0.25, 0.75, 1],
    [0.25, 1, 1],
  ]);
});

test('backup slides and their divider are no part of the talk', () => {
  expect(planPlaces(slides('S1 a S2! b!'))).toEqual([
    [0, 0.5, 1],
    [0, 1, 1],
    [0, 1, 1],
    [0, 1, 1],
  ]);
});

test('a talk without counted slides has no length', () => {
  expect(planPlaces(slides('a!'))).toEqual([[0, 0, 0]]);
});
