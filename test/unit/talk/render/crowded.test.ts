import { expect, test } from 'vitest';
import type { Drawing } from '../../../drawings/drawing.ts';
import { compileDrawing } from '../../../drawings/compile-drawing.ts';

/** Two bar charts on one slide, each with a number of rows. */
function draw(count: number): Drawing {
  const rows = Array.from({ length: count }, (_, index) => ({
    name: `row ${index}`,
    value: index,
  }));
  const spec = { type: 'bar', label: 'name', y: 'value' };
  return { kind: 'bar', spec, rows, key: null, unit: null, setting: 'twice', language: 'en' };
}

test('a slide with more rows of charts than it has room for is reported', () => {
  const [problem, ...more] = compileDrawing(draw(14), 'rows').problems;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    code: 'too-much-to-show',
    severity: 'error',
    message: 'The slide cannot show all of its charts in text that can be read from the last row.',
  });
  expect(problem?.span).toMatchObject({ file: 'slides/talks/talk.md' });
});

test('a slide with room for its charts is not', () => {
  expect(compileDrawing(draw(10), 'rows').problems).toEqual([]);
});
