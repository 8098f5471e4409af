import { expect, test } from 'vitest';
import { layoutTree } from '../../../../../src/talk/blocks/tree/tree-layout.ts';
import { tree } from '../../../../../src/talk/blocks/tree/tree.ts';
import type { TreeSpec } from '../../../../../src/talk/blocks/tree/tree-spec.ts';
import { compileBlock } from '../../../../support/block.ts';

const YAML = `
steps: true
trees:
  - label: Linux
    path: drivers/
    boxes:
      - { id: driver, label: driver, kind: safe }
      - label: rust/
        boxes:
          - { id: kernel, label: kernel, note: a < b, kind: unsafe }
          - { id: bindings, label: bindings }
arrows:
  - { from: driver, to: kernel, label: calls }
  - { from: driver, to: bindings, label: never, kind: forbidden }
`;
const SPEC: TreeSpec = {
  trees: [
    {
      label: 'one',
      boxes: [
        { id: 'a', label: 'A' },
        {
          label: 'outer',
          boxes: [
            { id: 'b', label: 'B' },
            { id: 'c', label: 'C' },
          ],
        },
      ],
    },
    { label: 'two', boxes: [{ id: 'd', label: 'D' }] },
  ],
  arrows: [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c', kind: 'forbidden' },
    { from: 'a', to: 'd' },
  ],
};

test('places boxes inside each other, without overlap', () => {
  const layout = layoutTree(SPEC);
  const [a, outer, b, c, d] = layout?.boxes ?? [];
  if (!a || !outer || !b || !c || !d) throw new Error('a box is missing');
  expect(outer.y).toBeGreaterThan(a.y + a.height);
  expect(c.y).toBeGreaterThan(b.y + b.height);
  expect(outer.y + outer.height).toBeGreaterThan(c.y + c.height);
  expect(d.x).toBeGreaterThan(a.x + a.width);
});

test('leads arrows straight to the next box, around others and across to the next column', () => {
  const [straight, around, across] = layoutTree(SPEC)?.arrows ?? [];
  expect(straight?.shaft).toMatch(/^M[\d.]+ [\d.]+V[\d.]+$/);
  expect(around?.shaft).toContain('Q');
  expect(across?.side).toBe('over');
});

test('lets boxes enter in order with their arrows, and what is forbidden last', () => {
  const layout = layoutTree({ ...SPEC, steps: true });
  expect(layout?.boxes.map(({ enter }) => enter)).toEqual([0, 1, 1, 1, 2]);
  expect(layout?.arrows.map(({ enter }) => enter)).toEqual([1, 3, 2]);
  expect(layout?.steps).toBe(3);
  expect(layoutTree(SPEC)?.steps).toBe(0);
});

test('is written in its final state, escaped', () => {
  const { output } = compileBlock(tree, YAML);
  expect(output?.steps).toBe(2);
  expect(output?.html).toContain('data-steps="2" data-step="2"');
  expect(output?.html).toContain('a &lt; b');
});

test('tells itself in words', () => {
  expect(compileBlock(tree, YAML).output?.text).toBe(
    [
      '**Linux, drivers/**',
      '',
      '- driver (safe)',
      '- rust/',
      '  - kernel (unsafe, a < b)',
      '  - bindings',
      '',
      '* driver → kernel: calls',
      '* driver → bindings: never, forbidden',
    ].join('\n'),
  );
});

test('reports arrows to nowhere, and more boxes than fit', () => {
  const { problems } = compileBlock(tree, YAML.replace('to: kernel', 'to: kernle'));
  expect(problems[0]).toMatchObject({ code: 'unknown-box', span: { file: 'arrows.0.to' } });
  expect(problems[0]?.hint).toContain('"kernel"');
  const boxes = Array.from({ length: 9 }, (_, index) => `{ label: box ${index} }`).join(', ');
  const long = compileBlock(tree, `trees: [{ label: x, boxes: [${boxes}] }]`);
  expect(long.problems[0]?.code).toBe('too-much-to-show');
});
