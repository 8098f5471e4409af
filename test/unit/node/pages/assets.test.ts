import { expect, test } from 'vitest';
import { listAssets, placeAssets, placeNotes } from '../../../../src/node/pages/assets.ts';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';

function place(html: string, href: string, file = 'slides/a.md'): string {
  const span = { file, line: 1, column: 1, length: 1 };
  const slide = { html, place: { ...span, file: 'slides/a.md' } } as Slide;
  const talk = { assets: [{ href, path: 'assets/x y.svg', span }] } as Pick<Talk, 'assets'> as Talk;
  return placeAssets(slide, talk, (path) => `/${encodeURI(path)}?v=1`);
}

test('points an address to its file, as written and as escaped', () => {
  expect(place('<img src="x.svg">', 'x.svg')).toBe('<img src="/assets/x%20y.svg?v=1">');
  expect(place('<img src="x%20y.svg">', 'x y.svg')).toBe('<img src="/assets/x%20y.svg?v=1">');
  expect(place('<img src="a&amp;b.svg">', 'a&b.svg')).toBe('<img src="/assets/x%20y.svg?v=1">');
});

test('points addresses in styles and lists to their files', () => {
  const url = '/assets/x%20y.svg?v=1';
  expect(place('<p style="a: url(&quot;x.svg&quot;) b">', 'x.svg')).toBe(
    `<p style="a: url(&quot;${url}&quot;) b">`,
  );
  expect(place('<p style="a: url( x.svg )">', 'x.svg')).toBe(
    `<p style="a: url(&quot;${url}&quot;)">`,
  );
  expect(place('<style>p { a: url("x.svg") }</style>', 'x.svg')).toBe(
    `<style>p { a: url("${url}") }</style>`,
  );
  expect(place('<img srcset="x.svg 1x, y.svg 2x, x.svg">', 'x.svg')).toBe(
    `<img srcset="${url} 1x, y.svg 2x, ${url}">`,
  );
  expect(place('<img srcset="x.svg 1x,y.svg 2x,x.svg">', 'x.svg')).toBe(
    `<img srcset="${url} 1x,y.svg 2x,${url}">`,
  );
  expect(place('<p style="a: image-set(&quot;x.svg&quot; 1x)">', 'x.svg')).toBe(
    `<p style="a: image-set(&quot;${url}&quot; 1x)">`,
  );
  expect(place('<style>img[src="x.svg"] { a: b }</style>', 'x.svg')).toBe(
    `<style>img[src="${url}"] { a: b }</style>`,
  );
  expect(place('<p>url(x.svg)</p>', 'x.svg')).toBe('<p>url(x.svg)</p>');
});

test('keeps what follows the file name', () => {
  expect(place('<use href="x.svg#part">', 'x.svg#part')).toContain('?v=1#part"');
});

test('takes all of an address for the name of a file that has a sharp in it', () => {
  const span = { file: 'slides/a.md', line: 1, column: 1, length: 1 };
  const slide = { html: '<img src="c#1.svg">', place: span } as Slide;
  const assets = [{ href: 'c#1.svg', path: 'assets/c#1.svg', isWhole: true, span }];
  const talk = { assets } as Pick<Talk, 'assets'> as Talk;
  expect(placeAssets(slide, talk, (path) => `/${encodeURIComponent(path)}`)).toBe(
    '<img src="/assets%2Fc%231.svg">',
  );
});

test('leaves words alone that only look like the address', () => {
  expect(place('<p>x.svg</p>', 'x.svg')).toBe('<p>x.svg</p>');
});

test('leaves words alone that say the address as markup does', () => {
  const words = [
    '<p>say src="x.svg" and url(x.svg)</p>',
    '<p title="x.svg">x</p>',
    '<p title="say src=&quot;x.svg&quot;">x</p>',
    "<p aria-label='say \"x'>x</p>",
    '<code>&lt;img src="x.svg"&gt;</code>',
    '<p data-words=" src=x.svg " title="url(x.svg)">x</p>',
  ];
  for (const html of words) expect(place(html, 'x.svg')).toBe(html);
  expect(place(`${words.join('')}<img alt="x.svg" src="x.svg">`, 'x.svg')).toBe(
    `${words.join('')}<img alt="x.svg" src="/assets/x%20y.svg?v=1">`,
  );
});

test('finds an address after words that begin as one', () => {
  expect(place('<p>say x=" now</p><img src="x.svg">', 'x.svg')).toBe(
    '<p>say x=" now</p><img src="/assets/x%20y.svg?v=1">',
  );
});

test('leaves the same address alone in a slide of another file', () => {
  expect(place('<img src="x.svg">', 'x.svg', 'slides/b.md')).toBe('<img src="x.svg">');
});

test('points what the notes show to its file, and asks for no address that nothing uses', () => {
  const span = { file: 'slides/a.md', line: 1, column: 1, length: 1 };
  const slide = { html: '<p>', notes: '<img src="x.svg">', place: span } as Slide;
  const assets = [
    { href: 'x.svg', path: 'assets/x.svg', span },
    { href: 'y.svg', path: 'assets/y.svg', span },
  ];
  const talk = { assets } as Pick<Talk, 'assets'> as Talk;
  const asked: string[] = [];
  const toUrl = (path: string): string => {
    asked.push(path);
    return `/at/$&/${path}`;
  };
  expect(placeAssets(slide, talk, toUrl)).toBe('<p>');
  expect(asked).toEqual([]);
  expect(placeNotes(slide, talk, toUrl)).toBe('<img src="/at/$&amp;/assets/x.svg">');
  expect(asked).toEqual(['assets/x.svg']);
});

test('lists what only notes show where the notes go along, and nowhere else', () => {
  const span = { file: 'slides/a.md', line: 1, column: 1, length: 1 };
  const html = '<img src="shown.svg">';
  const notes = '<img src="shown.svg"><img src="spoken.svg">';
  const slides = [{ html, notes, place: span }] as Slide[];
  const assets = ['shown.svg', 'spoken.svg', 'else.svg'].map((href) => ({
    href,
    path: href,
    span,
  }));
  const talk = { assets, slides } as Pick<Talk, 'assets' | 'slides'> as Talk;
  expect(listAssets(talk, true)).toEqual(['shown.svg', 'spoken.svg', 'else.svg']);
  expect(listAssets(talk, false)).toEqual(['shown.svg', 'else.svg']);
});
