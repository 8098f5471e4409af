import { expect, test } from 'vitest';
import {
  renderInlineProblem,
  renderPanels,
} from '../../../../../src/talk/render/elements/panel.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import { slideContext } from '../context.ts';

const SPAN = { file: 'slides/talks/a.md', line: 2, column: 3, length: 2 };
const PROBLEM = {
  code: 'wrong-value',
  severity: 'error',
  message: 'This is <wrong>.',
  span: SPAN,
} as Problem;
const CONTEXT = slideContext({ 'slides/talks/a.md': 'one\nx ab\n' });

test('a panel has code, place, message and the lines around it', () => {
  const html = renderPanels([PROBLEM], CONTEXT);
  expect(html).toContain('wrong-value <span class="problem-place">slides/talks/a.md:2</span>');
  expect(html).toContain('This is &lt;wrong&gt;.');
  expect(html).toContain('x ab');
  expect(html).not.toContain('problem-hint');
});

test('a problem without a place has no lines', () => {
  const html = renderPanels([{ ...PROBLEM, span: null, hint: 'Do b.' } as never], CONTEXT);
  expect(html).not.toContain('problem-frame');
  expect(html).toContain('<p class="problem-hint">Do b.</p>');
});

test('counts those that it does not show', () => {
  const many = (count: number) =>
    renderPanels(
      Array.from({ length: count }, () => PROBLEM),
      CONTEXT,
    );
  expect(many(20)).not.toContain('more problem');
  expect(many(21)).toContain('One more problem is');
  expect(many(23)).toContain('3 more problems are');
});

test('in running text it is a mark with its message as title', () => {
  const html = renderInlineProblem({ ...PROBLEM, hint: 'Do "b".' }, '{{ a }}');
  expect(html).toBe(
    '<mark class="problem-inline" data-code="wrong-value" title="This is &lt;wrong&gt;. Do &quot;b&quot;.">{{ a }}</mark>',
  );
});
