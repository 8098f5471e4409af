import { expect, test } from 'vitest';
import { bodyOf, codesOf, compileSlide } from '../../../../support/slide.ts';

test('raw HTML is the author’s right', () => {
  expect(bodyOf('<div class="a"><b data-x=\'1"2\'>B</b></div>\n')).toBe(
    '<div class="a"><b data-x="1&quot;2">B</b></div>',
  );
  expect(bodyOf('Press <kbd>d</kbd> now\n')).toBe('<p>Press <kbd>d</kbd> now</p>');
});

test.each([
  '<img src="https://a.b/x" alt="x" onerror="alert(1)">',
  '<img src="https://a.b/x" alt="x" OnError=alert(1)>',
  '<img/onerror=alert(1) src="https://a.b/x" alt="x">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java&#115;cript&colon;alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '[x](javascript:alert(1))',
  '[x](<java\nscript:alert(1)>)',
  'x <!-- .element: onclick="alert(1)" -->',
])('no script runs from %s', (markdown) => {
  const body = bodyOf(`${markdown}\n`);
  expect(body).not.toMatch(/<[^>]*(?:\son\w+=|srcdoc|script\s*:)/i);
  expect(body).not.toMatch(/<[^>]*script(?:&colon;|:)/i);
});

test.each([
  '<p style="background: url(javascript:x)">x</p>',
  '<p style="background: url(java\\73 cript:x)">x</p>',
  '<svg><rect fill="url(javascript:x)"/></svg>',
  '<style>p { background: image-set("vbscript:x" 1x) }</style>',
  '<style>p { background: url("javascript:alert(1)") }</style>',
])('no address of a script stands in the style %s', (markdown) => {
  const { html, problems } = compileSlide(`# T\n\nText\n\n${markdown}\n`);
  expect(html).not.toMatch(/script:/i);
  expect(problems.map(({ code }) => code)).toContain('inline-handler');
});

test('a style may hold a font or a picture, and no address of another kind', () => {
  const font = '@font-face { font-family: F; src: url("data:application/font-woff;base64,AA") }';
  expect(codesOf(`<style>${font}</style>\n`)).toEqual([]);
  expect(codesOf('<p style="background: url(blob:x)">x</p>\n')).toEqual(['forbidden-address']);
});

test('scripts and elements that act on the page are left out', () => {
  expect(bodyOf('<script>alert(1)</script>\n')).toBe('');
  expect(codesOf('A <base href="x"> b\n')).toEqual(['forbidden-tag']);
});

test('what is opened in a slide is closed in it', () => {
  expect(bodyOf('<div>\n\nText\n')).toBe('<div><p>Text</p>\n</div>');
  expect(bodyOf('A <b>b\n')).toBe('<p>A <b>b</b></p>');
  expect(bodyOf('<ul><li>a<li>b</ul>\n')).toBe('<ul><li>a</li><li>b</li></ul>');
  expect(codesOf('<ul><li>a<li>b</ul>\n')).toEqual([]);
});

test('an end tag cannot close what the author did not open there', () => {
  expect(bodyOf('A\n\n</section>\n\nB\n')).toBe('<p>A</p>\n<p>B</p>');
  expect(bodyOf('<div>\n\nA </div> b\n\n</div>\n')).toBe('<div><p>A  b</p>\n</div>');
});

test('a tag without an end is text', () => {
  expect(bodyOf('A <img src=x onerror=alert(1)\n')).toContain('&lt;img');
});

test('raw HTML around a pause stays whole', () => {
  expect(bodyOf('<div class="x">\n\nA\n\n<!-- pause -->\n\nB\n\n</div>\n\nC\n')).toBe(
    '<div class="x"><p>A</p>\n<div class="fragment" data-fragment-index="0"><p>B</p>\n</div></div>' +
      '<div class="fragment" data-fragment-index="0"><p>C</p>\n</div>',
  );
});

test('a picture in raw HTML that is not there says so in its place', () => {
  expect(bodyOf('See <img src="none.png" alt="a crab"> here\n')).toBe(
    '<p>See <mark class="problem-inline" data-code="missing-picture" title="There is no picture &quot;none.png&quot;. A path is relative to the file that names it, and begins with &quot;/&quot; at the root of the project.">a crab</mark> here</p>',
  );
  expect(codesOf('<img src="none.png" alt="">\n')).toEqual(['missing-picture']);
});
