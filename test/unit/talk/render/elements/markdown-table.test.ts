import { expect, test } from 'vitest';
import { renderTable } from '../../../../../src/talk/render/elements/markdown-table.ts';
import { slideContext, tokensOf } from '../context.ts';

function render(text: string, context = slideContext()): string {
  const [table] = tokensOf(text);
  return table?.type === 'table' ? renderTable(table, context) : '';
}

test('cells are aligned, and heads have their scope', () => {
  expect(render('| a | b |\n|:-:|---|\n| c | *d* |')).toBe(
    '<table>\n<thead><tr><th scope="col" class="align-center">a</th><th scope="col">b</th></tr></thead>\n' +
      '<tbody><tr><td class="align-center">c</td><td><em>d</em></td></tr></tbody>\n</table>\n',
  );
});

test('a cell has the attributes of its comment', () => {
  expect(render('| a |\n|---|\n| b <!-- .element: class="c" --> |')).toContain(
    '<td class="c">b </td>',
  );
});

test('rows after a pause in the table come with its step', () => {
  const html = render('| a |\n|---|\n| b <!-- pause --> |\n| c |');
  expect(html).toContain('<tr class="fragment" data-fragment-index="step:0"><td>c</td>');
  expect(html).toContain('<tr><td>b </td></tr>');
});

test('numbers are below each other at their points, and names stay at the start', () => {
  const html = render('| 1 | n |\n|---|---|\n| 1 | 1.25 |\n| 2 | 10 |');
  expect(html).toContain('<th scope="col" class="align-right">n</th>');
  expect(html).toContain('<tr><td>1</td><td class="align-right">1.25</td></tr>');
  expect(html).toContain('<tr><td>2</td><td class="align-right" data-pad=".00">10</td></tr>');
  expect(render('| a | n |\n|---|:--|\n| a | 1.25 |\n| b | 10 |')).not.toContain('data-pad');
});
