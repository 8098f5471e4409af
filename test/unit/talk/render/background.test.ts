import { expect, test } from 'vitest';
import { compileMarkdown, compileSlide } from '../../../support/slide.ts';

const FILES = { 'assets/a.png': '', 'assets/a (1).png': '' };
const head = (value: string): string => {
  const { html } = compileSlide(`---\nbackground: ${value}\n---\n\n# T\n\nWords\n`, FILES);
  return html.slice(0, html.indexOf('<header'));
};
const faultsOf = (value: string) =>
  compileMarkdown(`---\nbackground: ${value}\n---\n\n# T\n`, FILES).problems.map(
    ({ code, hint }) => [code, hint],
  );

test('a colour is painted on the slide, and its ink follows', () => {
  expect(head('"#203040"')).toContain('data-ground="dark"');
  expect(head('"#203040"')).toContain('<div class="slide-ground" style="background: #203040">');
  expect(head('"#203040"')).toContain('<div class="slide-main" style="--paper: #203040">');
  expect(head('ivory')).toContain('data-ground="light"');
  expect(head('ivory')).not.toContain('data-ink');
});

test('a colour that keeps no palette has one ink, and a scrim where that cannot be read', () => {
  expect(head('gold')).toMatch(/data-ground="light" data-ink="plain">/);
  expect(head('gray')).toContain('data-scrim="body"');
  expect(head('gray')).not.toContain('--paper');
});

test('a colour that lets the paper through is seen on light paper', () => {
  expect(head('rgb(0 0 0 / 50%)')).toContain('style="background: #7e7d7a"');
});

test('a gradient is painted as written; the ink is right on all of it, or words get a scrim', () => {
  const dark = head('"linear-gradient(#102030, #304060)"');
  expect(dark).toContain('data-ground="dark"');
  expect(dark).toContain('style="background: linear-gradient(#102030, #304060)"');
  expect(head('"linear-gradient(black, white)"')).toContain('data-scrim="all"');
  expect(head('"linear-gradient(var(--a), white)"')).toContain('data-scrim="all"');
});

test('a picture is a picture on the slide, whatever its name, and words on it get a scrim', () => {
  const markup = head('../../assets/a (1).png');
  expect(markup).toContain('<img class="slide-ground" src="../../assets/a%20(1).png" alt="">');
  expect(markup).toContain('data-ground="dark" data-scrim="all"');
});

test('a variable is left to the browser', () => {
  expect(head('var(--accent-wash)')).toContain('style="background: var(--accent-wash)"');
  expect(head('var(--accent-wash)')).toContain('data-scrim="all"');
});

test.each([
  ['lavendre', 'Did you mean "lavender"?'],
  ['linear-gradient(#fff, #ccc)', /quotes/],
  ['"linear-gradient(gren, blue)"', 'Did you mean "green"?'],
  ['transparent', /Leave the key out/],
  ['currentColor', /Leave the key out/],
  ['"url(a.png)"', /alone: "a\.png"/],
  ['"#fffbe6 url(a.png)"', /alone: "a\.png"/],
  ['"url(a.png) center / cover"', /alone: "a\.png"/],
  ['"linear-gradient(#fff, #ccc), url(a.png)"', /alone: "a\.png"/],
  ['"#fffbe6 a.png"', /For example/],
  ['"#12345"', /For example/],
])('%s is no background', (value, hint) => {
  expect(faultsOf(value)).toEqual([
    ['wrong-value', typeof hint === 'string' ? hint : expect.stringMatching(hint)],
  ]);
});

test('a fault of the background is shown on its slide', () => {
  const { html } = compileSlide('---\nbackground: lavendre\n---\n\n# T\n\nWords\n');
  expect(html).toContain('wrong-value');
  expect(html).toContain('Words');
});

test.each(['b.png', 'assets/none', '../../assets/a (2).png'])('%s is a missing picture', (path) => {
  expect(faultsOf(path)).toEqual([['missing-picture', expect.anything()]]);
});
