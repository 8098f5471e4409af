import { expect, test } from 'vitest';
import { compileSlide } from '../../../../support/slide.ts';

test('references that end a slide stand with its sources, from the first step on', () => {
  const refs = '[A](https://a.example), [B](https://b.example)\n<!-- .element: class="refs" -->\n';
  const { html } = compileSlide(`# T\n\nText\n\n<!-- pause -->\n\nMore\n\n${refs}`);
  expect(html).toMatch(
    /<footer class="slide-foot"><p class="refs"><a href="https:\/\/a\.example".*B<\/a><\/p><p class="folio"/,
  );
  expect(html).toContain('<div class="fragment" data-fragment-index="0"><p>More</p>\n</div></div>');
  const before = compileSlide(`# T\n\n${refs}\nText\n`).html;
  expect(before).toMatch(/<div class="slide-body"><p class="refs">/);
  expect(compileSlide(`---\nlayout: end\n---\n\n# T\n\n${refs}`).html).not.toContain('slide-foot');
});
