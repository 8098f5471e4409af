import { expect, test } from 'vitest';
import { decideSandbox } from '../../../../../src/talk/render/raw/embedded.ts';
import { bodyOf, codesOf, compileMarkdown } from '../../../../support/slide.ts';

const rightsOf = (src: string, name = 'src') => decideSandbox([{ name, value: src }]).rights;
const PAGE = { 'assets/demo.html': '<!doctype html><title>A page</title>' };

test('a frame may run scripts and send forms, and a page of another origin may be of its origin', () => {
  expect(rightsOf('/assets/demo.html')).toBe('allow-scripts allow-forms');
  expect(rightsOf('/assets/demo.html', 'data-src')).toBe('allow-scripts allow-forms');
  expect(rightsOf('https://example.org/')).toBe('allow-scripts allow-forms allow-same-origin');
  expect(rightsOf('//example.org/')).toBe('allow-scripts allow-forms allow-same-origin');
});

test('a sandbox of the author’s stays, but for what would make a page of the project part of the deck', () => {
  const foreign =
    '<iframe src="https://example.org/" sandbox="allow-popups allow-same-origin"></iframe>\n';
  expect(bodyOf(foreign)).toContain('sandbox="allow-popups allow-same-origin"');
  const rights = 'sandbox="allow-scripts Allow-Same-Origin"';
  const own = `<iframe src="/assets/demo.html" ${rights}></iframe>\n`;
  const late = `<iframe></iframe>\n\n<!-- .element: src="/assets/demo.html" ${rights} -->\n`;
  for (const markdown of [own, late]) {
    expect(bodyOf(markdown, PAGE)).toContain('sandbox="allow-scripts"');
    expect(codesOf(markdown, PAGE)).toEqual(['forbidden-right']);
  }
});

test('a page of the project goes along, and what it loads beside itself is reported', () => {
  const markdown = '# A\n\n<iframe src="/assets/demo.html" title="A page"></iframe>\n';
  const { talks, problems } = compileMarkdown(markdown, PAGE);
  expect(problems).toEqual([]);
  expect(talks[0]?.assets.map(({ path }) => path)).toEqual(['assets/demo.html']);
  expect(codesOf(markdown)).toEqual(['missing-picture']);
  const loading = [
    '<script src="app.js"></script>',
    '<link rel="stylesheet" href="style.css">',
    '<style>p { background: url(a.png) }</style>',
    '<img src="a.png" alt="">',
  ];
  for (const html of loading) {
    expect(codesOf(markdown, { 'assets/demo.html': html }), html).toEqual(['page-needs-file']);
  }
  const whole =
    '<script src="https://example.org/app.js"></script><a href="b.html">B</a><img src="data:,">';
  expect(codesOf(markdown, { 'assets/demo.html': whole })).toEqual([]);
});

test('a page of the web is loaded late, and its address stands for it on paper', () => {
  const framed = bodyOf('<iframe src="https://example.org/a?b=1&amp;c" title="A"></iframe>\n');
  expect(framed).toContain('loading="lazy"></iframe><a class="frame-still"');
  expect(framed).toContain(
    'href="https://example.org/a?b=1&amp;c">https://example.org/a?b=1&amp;c</a>',
  );
  const eager = '<iframe src="https://example.org/" loading="eager"></iframe>\n';
  expect(bodyOf(eager)).not.toContain('lazy');
  const own = bodyOf('<iframe src="/assets/demo.html"></iframe>\n', PAGE);
  expect(own).not.toMatch(/lazy|frame-still/);
});
