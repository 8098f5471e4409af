import { expect, test } from 'vitest';
import {
  layShadeKey,
  planShades,
} from '../../../../../src/browser/charts/kinds/on-demand/heat-shades.ts';
import { viewHeatmap } from '../../../../../src/talk/blocks/chart/kinds/heatmap-view.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { makeView } from '../../../../gallery/example.ts';

const SPEC: ChartSpec = { data: 'rows', type: 'heatmap', x: 'x', label: 'name', y: 'value' };
const rows = [8.8e-6, 5.37e-6, 1.22e-6].map((value, x) => ({ name: 'a', x, value }));
const shades = planShades(viewHeatmap(SPEC, makeView('rows', rows)));
const header = { marks: [], bottom: 10 };

function layAt(width: number, height: number): { texts: string[]; room: number; count: number } {
  const { marks, bottom } = layShadeKey(shades, header, { width, height });
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  return { texts, room: bottom - header.bottom, count: marks.length - texts.length };
}

test('a key has the values of each step where the height has room for its lines', () => {
  const { texts, room, count } = layAt(320, 600);
  expect(texts).toHaveLength(5);
  expect(texts[0]).toBe('0 to 0.000002');
  expect(count).toBe(5);
  expect(room).toBeLessThanOrEqual(600 * 0.35);
});

test('a key in a small height has one line: all shades between their ends', () => {
  expect(layAt(320, 204)).toEqual({ texts: ['0', '0.000010'], room: 34, count: 5 });
});

test('a key in a narrow drawing has its ends below its shades', () => {
  expect(layAt(160, 204)).toEqual({ texts: ['0', '0.000010'], room: 56, count: 5 });
});

test('a key has lines where its ends have no room beside each other', () => {
  expect(layAt(90, 204).texts).toHaveLength(5);
});
