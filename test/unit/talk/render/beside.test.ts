import { expect, test } from 'vitest';
import { compileSlide } from '../../../support/slide.ts';

const drawing = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"/>`;
const FILES = {
  'assets/upright.svg': drawing(300, 450),
  'assets/wide.svg': drawing(1000, 200),
  'assets/unknown.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};
const list = (points: number): string =>
  Array.from({ length: points }, (_, index) => `- A point that says number ${index}`).join('\n');
const picture = (name: string): string => `![words](../../assets/${name}.svg)`;

/** Returns the attributes of a slide's body. */
const bodyOf = (body: string, head = ''): string => {
  const { html } = compileSlide(`${head}# Title\n\n${body}\n`, FILES);
  return /<div (class="slide-body[^>]*)>/.exec(html)?.[1] ?? '';
};

test('an upright picture after or before a long list is set beside it', () => {
  const after = bodyOf(`${list(6)}\n\n${picture('upright')}`);
  expect(after).toMatch(/^class="slide-body beside" style="--beside: \d+px"$/);
  const before = bodyOf(`${picture('upright')}\n\nWords.\n\n${list(6)}`);
  expect(before).toMatch(/^class="slide-body beside beside-first" style="--beside: \d+px"$/);
});

test('a picture is no higher than its slide has room', () => {
  const width = Number(
    /--beside: (\d+)px/.exec(bodyOf(`${list(6)}\n\n${picture('upright')}`))?.[1],
  );
  expect(width).toBeGreaterThan(300);
  expect(width / (300 / 450)).toBeLessThan(570);
});

test.each([
  ['a wide picture', `${list(6)}\n\n${picture('wide')}`],
  ['a picture of unknown size', `${list(6)}\n\n${picture('unknown')}`],
  ['a picture alone', picture('upright')],
  ['a picture between lists', `${list(2)}\n\n${picture('upright')}\n\n${list(2)}`],
  ['a picture among others', `${list(6)}\n\n${picture('wide')}\n\n${picture('upright')}`],
  ['a picture below a table', `| a |\n|---|\n| b |\n\n${list(6)}\n\n${picture('upright')}`],
  ['a text that fits nowhere', `${list(60)}\n\n${picture('upright')}`],
])('%s is in the flow', (_, body) => {
  expect(bodyOf(body)).toBe('class="slide-body"');
});

test('layouts of their own keep their pictures', () => {
  const head = '---\nlayout: center\n---\n\n';
  expect(bodyOf(`${list(6)}\n\n${picture('upright')}`, head)).toBe('class="slide-body"');
});
