import { expect, test } from 'vitest';
import {
  filterAttributes,
  isAllowed,
  isSafeInStyle,
  isSafeLink,
} from '../../../../../src/talk/render/raw/allowed.ts';
import { codesIn, slideContext } from '../context.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const allows = (name: string, value: string, tag = 'p') => isAllowed({ name, value }, tag);

/** Filters the attributes of an element. */
function filter(attributes: Record<string, string>, name = 'p', inDrawing = false) {
  const context = slideContext();
  const list = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const left = filterAttributes(list, { name, span: SPAN, inDrawing }, context);
  return { left: left.map((attribute) => attribute.name), codes: codesIn(context) };
}

test.each(['https://a.example', 'b/c.html', '#d', 'mailto:e@f.example', '//g.example'])(
  'an address may be "%s"',
  (href) => expect(allows('href', href, 'a')).toBe(true),
);

test.each([
  'javascript:a()',
  ' java\nscript:a()',
  'JAVASCRIPT:a()',
  'vbscript:a',
  'data:text/html,x',
  'file:///a',
])('an address may not be %j', (href) => expect(allows('href', href, 'a')).toBe(false));

test('only pictures hold their data themselves', () => {
  expect(allows('src', 'data:image/png;base64,AA', 'img')).toBe(true);
  expect(allows('src', 'data:image/png;base64,AA', 'iframe')).toBe(false);
  expect(allows('src', 'data:text/html,x', 'img')).toBe(false);
  expect(allows('style', 'background:url(data:image/png,A)')).toBe(true);
  expect(allows('style', 'background:url(javascript:a)')).toBe(false);
});

test('handlers, documents in attributes and unknown names are left out', () => {
  expect(filter({ onclick: 'a', srcdoc: 'b', class: 'c', foo: 'd' })).toEqual({
    left: ['class'],
    codes: ['inline-handler', 'inline-handler', 'unknown-attribute'],
  });
});

test('an unknown name is reported once on a slide', () => {
  const context = slideContext();
  const holder = { name: 'p', span: SPAN, inDrawing: false };
  for (const value of ['a', 'b']) filterAttributes([{ name: 'foo', value }], holder, context);
  expect(codesIn(context)).toEqual(['unknown-attribute']);
});

test('what drawing programs leave is dropped without a word', () => {
  expect(filter({ 'inkscape:label': 'a' }, 'g', true)).toEqual({ left: [], codes: [] });
  expect(filter({ 'inkscape:label': 'a' }).codes).toEqual(['unknown-attribute']);
});

test('an animation may not write addresses, handlers or styles', () => {
  expect(filter({ attributename: 'onclick', to: 'a' }, 'set', true)).toEqual({
    left: [],
    codes: ['inline-handler'],
  });
  expect(filter({ attributename: 'href', values: 'a' }, 'animate', true).left).toEqual([]);
  expect(filter({ attributename: 'cx', to: '1' }, 'animate', true).left).toEqual([
    'attributename',
    'to',
  ]);
});

test('what hides an element marks it to be removed', () => {
  expect(filter({ style: 'display:none' })).toEqual({
    left: ['style', 'rostrum:drop'],
    codes: ['hidden-text'],
  });
});

test('links and styles report what they may not name', () => {
  const context = slideContext();
  expect([isSafeLink('a.html', SPAN, context), isSafeLink('javascript:a', SPAN, context)]).toEqual([
    true,
    false,
  ]);
  expect([
    isSafeInStyle('a.png', SPAN, context),
    isSafeInStyle('file:///a', SPAN, context),
  ]).toEqual([true, false]);
  expect(codesIn(context)).toEqual(['inline-handler', 'forbidden-address']);
});
