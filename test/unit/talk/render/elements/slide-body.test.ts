import { expect, test } from 'vitest';
import { compileTexts } from '../../../../support/fixtures.ts';
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

const TALK = 'slides/talks/tides.md';
const SEA = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"></svg>';
const compileTalk = (head: string, body: string) => {
  const text = `---\ntitle: Tides\n${head}\n---\n\n${body}`;
  const { talks, problems } = compileTexts({
    [TALK]: text,
    'assets/sea.svg': SEA,
    'assets/a.svg': SEA,
  });
  return { slides: talks[0]?.slides ?? [], codes: problems.map(({ code }) => code) };
};

test('the picture of a talk is behind its covers, unless they have a ground of their own', () => {
  const cover = '---\nlayout: cover\n---\n\n';
  const { slides, codes } = compileTalk(
    'cover: ../../assets/sea.svg',
    `${cover}---\nid: own\nlayout: cover\nbackground: navy\n---\n\n# A\n\n---\nid: mark\nlayout: cover\n---\n\n![M](/assets/a.svg)\n\n---\nid: b\n---\n\n# B\n`,
  );
  expect(codes).toEqual([]);
  const grounds = slides.map(({ html }) =>
    html.includes('<img class="slide-ground" src="/assets/sea.svg"'),
  );
  expect(grounds).toEqual([true, false, true, false]);
  expect(compileTalk('cover: ../../assets/see.svg', cover).codes).toEqual(['missing-picture']);
  expect(compileTalk('cover: navy', cover).codes).toEqual(['wrong-value']);
});

test('an end without text shows the code of the talk’s address beside it, and the address in words', () => {
  const end = '---\nlayout: end\n---\n\n# Questions?\n';
  const [slide] = compileTalk('link: https://a.example/{talk}/', end).slides;
  expect(slide?.html).toContain('data-side="code"');
  expect(slide?.html).toMatch(
    /<p class="captioned closing"><a class="qr" href="https:\/\/a\.example\/tides\/"/,
  );
  expect(slide?.html).toContain('>a.example/tides</a></span></p>');
  expect(slide?.text).toContain('https://a.example/tides/');
  const own = compileTalk('link: https://a.example/{talk}/', `${end}\n{{ talk.link }}\n`).slides[0];
  expect(own?.html).toContain('https://a.example/tides/');
  expect(own?.html).not.toContain('closing');
  const picture = compileTalk(
    'link: https://a.example/{talk}/',
    `${end}\n![Sea](../../assets/sea.svg)\n`,
  );
  const { html: marked = '' } = picture.slides[0] ?? {};
  expect(marked).toContain('<p><a href="https://a.example/tides/">a.example/tides</a></p>');
  expect(marked).not.toContain('closing');
  const coded = compileTalk(
    'link: https://a.example/{talk}/',
    `${end}\n![](qr:https://b.example)\n`,
  );
  expect(coded.slides[0]?.html).not.toMatch(/closing|<p><a/);
  const long = compileTalk(`link: https://a.example/${'x'.repeat(500)}`, end);
  expect(long.codes).toEqual(['long-qr-code']);
  expect(compileTalk('link: a.example', end).codes).toEqual(['wrong-value']);
});
