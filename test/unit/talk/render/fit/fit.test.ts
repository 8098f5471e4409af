import { expect, test } from 'vitest';
import { fitSlide } from '../../../../../src/talk/render/fit/fit.ts';

const fit = (body: string, request: Partial<Parameters<typeof fitSlide>[0]> = {}) =>
  fitSlide({
    height: 720,
    layout: 'default',
    head: '<h2>Title</h2>',
    body,
    side: 0,
    foot: 28,
    pictures: new Map(),
    blocks: { flexible: new Set(), items: new Map() },
    ...request,
  });
const list = (count: number) => `<ul>${'<li>a few words in a line</li>'.repeat(count)}</ul>`;

test('more text is smaller, until it no longer fits', () => {
  expect(fit(list(60)).excess).toBeGreaterThan(0);
  expect(fit(list(5)).excess).toBe(0);
  expect([fit(list(3)).name, fit(list(60)).name]).not.toContain(fit(list(20)).name);
});

test('a slide with a problem keeps the usual size', () => {
  expect(fit(`<div class="problem">a</div>${list(40)}`)).toEqual({
    name: '',
    excess: 0,
    cuts: [],
    names: [],
    isCrowded: false,
    beside: null,
    isOver: false,
    code: null,
  });
  expect(fit(`<p>a problem</p>${list(60)}`).excess).toBeGreaterThan(0);
});

test('a picture goes beside a list where that makes it larger', () => {
  const pictures = new Map([['a.png', { width: 800, height: 800, isDrawing: false }]]);
  const found = fit(`${list(8)}<p><img src="a.png"></p>`, { pictures });
  expect(found.beside).toMatchObject({ isFirst: false });
  expect(
    fit(`${list(8)}<p><img src="a.png"></p>`, { pictures, layout: 'two-columns' as never }).beside,
  ).toBeNull();
});

test('words that must be broken are told to the stylesheet', () => {
  const cells = `<td>${'x'.repeat(90)}</td>`.repeat(3);
  expect(fit(`<table><tbody><tr>${cells}</tr></tbody></table>`).cuts).toEqual([0, 1, 2]);
});

test('a quotation that has a slide to itself is large, with who said it below', () => {
  const quote = '<blockquote><p>Words that count.</p></blockquote>';
  expect([fit(quote).name, fit(`${quote}<p>An author</p>`).name]).toEqual(['136', '136']);
  expect(fit(`<p>Before</p>${quote}`).name).toBe('121');
  expect(fit(`${quote}<ul><li>a</li></ul>`).name).toBe('');
  const long = `<blockquote><p>${'word '.repeat(120)}</p></blockquote>`;
  expect(fit(long).name).not.toBe('136');
  expect(fit(long).isOver).toBe(false);
});
