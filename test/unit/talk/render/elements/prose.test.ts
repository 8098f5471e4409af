import { expect, test } from 'vitest';
import {
  renderBlocks,
  renderColumns,
  renderElement,
} from '../../../../../src/talk/render/elements/prose.ts';
import { slideContext, tokensOf } from '../context.ts';

const render = (text: string, context = slideContext()) => renderBlocks(tokensOf(text), context);

test('renders each kind of block', () => {
  expect(render('## A\n\nb\n\n> c\n\n***\n\n    d')).toBe(
    '<h2>A</h2>\n<p>b</p>\n<blockquote>\n<p>c</p>\n</blockquote>\n<hr>\n' + render('    d'),
  );
  expect(render('[a]: b\n\n::right::')).toBe('');
});

test('headings move by the title’s, and stay in their range', () => {
  const context = slideContext();
  context.headings = { title: null, shift: 1, least: 3 };
  expect(render('# A\n\n### B\n\n###### C', context)).toBe('<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>\n');
});

test('the title is not in the body', () => {
  const context = slideContext();
  const tokens = tokensOf('# A\n\nb');
  context.headings = { ...context.headings, title: tokens[0] ?? null };
  expect(renderBlocks(tokens, context)).toBe('<p>b</p>\n');
});

test('what follows a pause comes with its step', () => {
  const html = render('a\n\n<!-- pause -->\n\nb\n\nc');
  expect(html).toBe(
    '<p>a</p>\n<div class="fragment" data-fragment-index="step:0"><p>b</p>\n<p>c</p>\n</div>',
  );
  expect(render('a\n\n<!-- pause -->\n\nb', slideContext({}, { hasSteps: false }))).not.toContain(
    'fragment',
  );
});

test('splits the body in columns, and a pause ends with its column', () => {
  const html = renderColumns(
    tokensOf('a\n\n<!-- pause -->\n\nb\n\n::right::\n\nc'),
    slideContext(),
  );
  expect(html).toMatch(
    /^<div class="columns"><div class="column">.*<\/div><div class="column"><p>c<\/p>/s,
  );
  expect(renderColumns(tokensOf('a'), slideContext())).toBe('<p>a</p>\n');
});

test('an element has the attributes of its comments', () => {
  const [paragraph] = tokensOf('a <!-- .element: class="b" -->');
  const tokens = paragraph?.type === 'paragraph' ? paragraph.tokens : [];
  expect(renderElement('p', tokens, slideContext())).toBe('<p class="b">a </p>\n');
});
