import { expect, test } from 'vitest';
import { scanHtml } from '../../../../src/talk/html/tags.ts';

const open = (html: string) => {
  const [piece] = scanHtml(html);
  return piece?.kind === 'open' ? [piece.name, piece.attributes] : piece?.kind;
};

test('reads tags as a browser does', () => {
  expect(open('<A HREF=x>')).toEqual(['a', [{ name: 'href', value: 'x' }]]);
  expect(open(`<a b = 'c"' d="e" f>`)).toEqual([
    'a',
    [
      { name: 'b', value: 'c"' },
      { name: 'd', value: 'e' },
      { name: 'f', value: '' },
    ],
  ]);
  expect(open('<img/src=x/onerror=y>')).toEqual(['img', [{ name: 'src', value: 'x/onerror=y' }]]);
  expect(open('<a\n\tb\n=\n"c"\n>')).toEqual(['a', [{ name: 'b', value: 'c' }]]);
  expect(open('<x-y z/>')).toEqual(['x-y', [{ name: 'z', value: '' }]]);
});

test('what is no tag is text, what never ends is text', () => {
  expect(scanHtml('a < b').map(({ kind }) => kind)).toEqual(['text']);
  expect(open('<a b="c')).toBe('text');
  expect(open('<1>')).toBe('text');
});

test('comments and declarations are comments', () => {
  expect(['<!-- a > b -->', '<!-->', '<!doctype html>', '<?php ?>', '</ >'].map(open)).toEqual(
    Array.from({ length: 5 }, () => 'comment'),
  );
});

test('the content of styles and scripts is theirs', () => {
  const pieces = scanHtml('<style>a > b { content: "<i>" }</style><i>');
  expect(pieces.map((piece) => ('name' in piece ? piece.name : piece.kind))).toEqual([
    'style',
    'style',
    'i',
  ]);
  expect(pieces[0]).toMatchObject({ content: 'a > b { content: "<i>" }' });
});
