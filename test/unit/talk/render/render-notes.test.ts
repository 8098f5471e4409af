import { expect, test } from 'vitest';
import { parseNotes } from '../../../../src/talk/markdown/transform/note-tokens.ts';
import { renderNotes } from '../../../../src/talk/render/render-notes.ts';
import { parseSlide } from '../markdown/parse.ts';
import { codesIn, slideContext } from './context.ts';

function render(notes: string) {
  const source = parseSlide(`# A\n\nNote: ${notes}`);
  const slide = slideContext();
  return { html: renderNotes(source, parseNotes(source), slide), slide };
}

test('notes are Markdown, with smaller headings', () => {
  expect(render('*a*\n\n# B').html).toBe('<p><em>a</em></p>\n<h3>B</h3>');
});

test('marks where to go on, but not in a tag', () => {
  expect(render('a [click] b').html).toContain('<span class="click">[click]</span>');
  expect(render('<b title="[click]">a</b>').html).toContain('title="[click]"');
});

test('problems count for the slide, steps do not', () => {
  const { slide } = render('{{ x.y }}\n\n- a <!-- .element: class="fragment" -->');
  expect(codesIn(slide)).toEqual(['unknown-dataset']);
  expect(slide.steps.claims).toEqual([]);
});

test('a slide without notes has none', () => {
  const source = parseSlide('# A');
  expect(renderNotes(source, parseNotes(source), slideContext())).toBe('');
});
