import { expect, test } from 'vitest';
import { cleanDrawing } from '../../../../../src/talk/render/diagram/clean-drawing.ts';
import { assignSteps } from '../../../../../src/talk/render/diagram/diagram-steps.ts';
import { writeNodes, type Element } from '../../../../../src/talk/render/raw/nodes.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const PARTS =
  '<rect data-part="A"/><g data-part="B"><text>Bee</text></g><path data-part="A-&gt;B"/><text data-part="A-&gt;B">calls</text>';

function assign(...steps: string[][]) {
  const svg = cleanDrawing(`<svg viewBox="0 0 9 9">${PARTS}</svg>`, '')?.svg as Element;
  const written = steps.map((names) => ({ names: names.map((name) => ({ name, span: SPAN })) }));
  const { groups, ...rest } = assignSteps(svg, written);
  return { ...rest, groups: groups.map((group) => group.length), markup: writeNodes([svg]) };
}

test('an edge and its words come with the later of its ends', () => {
  expect(assign(['A'], ['B']).groups).toEqual([1, 3]);
  expect(assign(['B']).groups).toEqual([3]);
});

test('a step may name an edge, or what is written on a node', () => {
  expect(assign(['Bee'], ['A->B']).groups).toEqual([1, 2]);
});

test('lists unknown names, and takes the names out of the drawing', () => {
  const { unknown, names, markup } = assign(['C']);
  expect(unknown.map(({ name }) => name)).toEqual(['C']);
  expect(names).toEqual(['A', 'B', 'A->B']);
  expect(markup).not.toContain('data-part');
});
