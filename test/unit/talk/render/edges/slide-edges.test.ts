import { expect, test } from 'vitest';
import { printNumber } from '../../../../../src/talk/model/slide/slide-number.ts';
import { compileTexts } from '../../../../support/fixtures.ts';

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"></svg>';
const FILES = { 'assets/logo.svg': LOGO, 'assets/logo-dark.svg': LOGO };

function compile(head: string, body: string, files = {}) {
  const file = 'slides/talks/talk.md';
  const text = `---\ntitle: Tides\nevent: Quay day\ndate: 2024-09-18\n${head}\n---\n\n${body}`;
  const { talks, problems } = compileTexts({ [file]: text, ...FILES, ...files });
  return {
    slides: talks[0]?.slides.map((slide) => printNumber(slide.html, slide)) ?? [],
    assets: talks[0]?.assets,
    problems,
  };
}

const HEAD = `header: "Session B, {{ talk.event }}"
footer: "{{ talk.date }}"
logo: "![Quayside](/assets/logo.svg)"
pagination: n/N`;

test('words, logo and number are on slides, and the logo alone on covers', () => {
  const { slides, assets, problems } = compile(
    HEAD,
    '---\nlayout: cover\n---\n\n---\nlayout: section\n---\n\n# Part\n\n---\n\n# One\n',
  );
  expect(problems).toEqual([]);
  const [cover, section, one] = slides;
  expect(cover).toContain('<div class="slide-band"><img class="band-logo for-light"');
  expect(cover).not.toContain('Session B');
  expect(section).not.toMatch(/slide-band|folio/);
  expect(one).toContain(
    '<div class="slide-band" aria-hidden="true"><span class="band-words">Session B, Quay day',
  );
  expect(one).toContain('src="/assets/logo-dark.svg" alt="Quayside"');
  expect(one).toContain(
    '<span class="folio-words">18 September 2024</span><span class="folio-number">3/3<',
  );
  expect(assets?.map(({ path }) => path)).toEqual(['assets/logo.svg', 'assets/logo-dark.svg']);
});

test('a slide has words of its own, or none', () => {
  const { slides, problems } = compile(
    HEAD,
    '---\nheader: off\nlogo: off\nfooter: "Draft, {{ talk.title }}"\npagination: false\n---\n\n# One\n\n---\nfooter: off\nheader: Own\n---\n\n# Two\n',
  );
  expect(problems).toEqual([]);
  expect(slides[0]).not.toContain('slide-band');
  expect(slides[0]).toContain('<p class="folio"><span class="folio-own">Draft, Tides</span></p>');
  expect(slides[1]).toContain('<div class="slide-band is-own"><span class="band-words">Own</span>');
  expect(slides[1]).toContain('<p class="folio" aria-hidden="true"><span class="folio-number">2/2');
});

test('without a foot there is a number only where the talk says so', () => {
  expect(compile('footer: false', '# One\n').slides[0]).not.toContain('folio');
  expect(compile('footer: off\npagination: true', '# One\n').slides[0]).toContain('folio-number');
  expect(compile('pagination: false', '# One\n').slides[0]).not.toContain('folio-number');
});

test.each([
  ['header: "{{ talk.titel }}"', 'unknown-column'],
  ['header: "{{ riders.count }}"', 'bad-value'],
  ['footer: "{{ talk.title"', 'bad-value'],
  ['footer: "{{ talk.place }}"', 'no-data'],
  ['footer: "**Bold**"', 'wrong-value'],
  ['header: {{ talk.event }}', 'wrong-value'],
  [`header: ${'many words '.repeat(20)}`, 'wrong-value'],
  ['logo: /assets/lgo.svg', 'missing-picture'],
  ['logo: /assets/logo.svg', 'missing-alt'],
  ['logo: https://example.org/logo.svg', 'wrong-value'],
  ['pagination: n/M', 'wrong-value'],
])('%s is reported once', (head, code) => {
  const { problems } = compile(head, '# One\n\n---\n\n# Two\n');
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});
