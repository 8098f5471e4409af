import { expect, test } from 'vitest';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';

await loadParts({ type: 'slope' });

const ROWS = [
  { asOf: '2023', part: 98.245 },
  { asOf: '2024', part: 98.615 },
];

function textsOf(unit: string | null): string[] {
  const view = chartView({ data: 'd', type: 'slope', y: 'part' }, { ...makeView('d', ROWS), unit });
  const { marks } = layChart(view, { width: 1104, height: 470 });
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

test('percentages change by points, and other numbers by percent', () => {
  expect(textsOf('%')).toContain('up 0.37 points');
  expect(textsOf('percent')).toContain('up 0.37 points');
  expect(textsOf('commits')).toContain('up 0.38%');
});
