import { expect, test } from 'vitest';
import { renderFigure, writeFigure } from '../../../../../src/talk/blocks/figure/figure-html.ts';
import type { FigureView } from '../../../../../src/talk/blocks/figure/figure-view.ts';

const VIEW = {
  value: '1,234',
  unit: null,
  label: 'lines & more',
  past: null,
  change: null,
  period: null,
  note: null,
  chart: null,
} as unknown as FigureView;

test('shows its number and label, escaped', () => {
  const html = renderFigure(VIEW, 'en').markup;
  expect(html).toContain('--digits: 5');
  expect(html).toContain('<p class="figure-label">lines &amp; more</p>');
  expect(html).not.toMatch(/figure-(?:unit|past|note|chart)/);
});

test('a unit takes room, and the past has its change', () => {
  const html = renderFigure(
    { ...VIEW, unit: 'GiB', past: '1,000 before', change: '+23 %' },
    'en',
  ).markup;
  expect(html).toContain('--digits: 6.2');
  expect(html).toContain('<span class="figure-change">+23 %</span>');
});

test('is one line of text, and its note another paragraph', () => {
  expect(writeFigure(VIEW)).toBe('**1,234** lines & more');
  expect(
    writeFigure({ ...VIEW, unit: 'GiB', past: '1,000 before', change: '+23 %', note: 'n' }),
  ).toBe('**1,234 GiB** lines & more, 1,000 before, +23 %\n\nn');
});

test('a prefix that reaches below the line keeps its label away', () => {
  const hasRoom = (value: string): boolean =>
    renderFigure({ ...VIEW, value }, 'en').markup.includes('below-descender');
  expect(hasRoom('126\u00b5')).toBe(true);
  expect(hasRoom('126p')).toBe(true);
  expect(hasRoom('126k')).toBe(false);
});
