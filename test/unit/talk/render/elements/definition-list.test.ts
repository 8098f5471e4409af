import { expect, test } from 'vitest';
import { bodyOf, compileSlide } from '../../../../support/slide.ts';

test('terms and definitions are a list of HTML, with blocks and formulas', () => {
  const body = bodyOf('# A\n\nThe *term*\n: words\n: more\n\n    - a point\n');
  expect(body).toContain('<dt>The <em>term</em></dt>\n<dd>words</dd>\n<dd><p>more</p>\n<ul>');
  expect(bodyOf('# A\n\n$x$\n: a number\n')).toContain('<dt><span class="formula"');
});

test('a term with its definitions is one step of an incremental slide', () => {
  const slide = compileSlide(
    '---\nincremental: true\n---\n\n# A\n\nOne\n: a\n: b\n\nTwo\n: c\n\n    - d\n    - e\n',
  );
  expect(slide.steps).toBe(2);
  expect(slide.html).toContain('<div class="fragment" data-fragment-index="1">\n<dt>Two</dt>');
});

test('takes part in pauses, columns and containers', () => {
  const { html, steps } = compileSlide(
    '# A\n\nOne\n: a\n\n<!-- pause -->\n\nTwo\n: b\n\n::right::\n\nThree\n: c\n',
  );
  expect(steps).toBe(1);
  expect(html.match(/<dl>/g)).toHaveLength(3);
});

test('its text is Markdown with the same list', () => {
  const { text } = compileSlide('# A\n\nOne\n: a\n: b\n\nTwo\n: c\n\n    - d\n\n    e\n');
  expect(text).toBe('# A\n\nOne\n:   a\n:   b\n\nTwo\n:   c\n\n    - d\n\n    e');
  expect(compileSlide(text).text).toBe(text);
});

test('an element that a style hides is no part of the page', () => {
  const body = bodyOf('# A\n\n<style>dd { display: none }</style>\n\nOne\n: secret\n');
  expect(body).not.toContain('secret');
});
