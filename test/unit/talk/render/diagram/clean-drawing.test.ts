import { expect, test } from 'vitest';
import {
  cleanDrawing,
  DRAWING_LIMITS,
} from '../../../../../src/talk/render/diagram/clean-drawing.ts';
import { cleanAttribute } from '../../../../../src/talk/render/diagram/clean-attribute.ts';
import { contrastText } from '../../../../../src/talk/render/diagram/contrast-text.ts';
import {
  renameUrls,
  scopeDrawingCss,
} from '../../../../../src/talk/render/diagram/drawing-names.ts';
import { writeNodes } from '../../../../../src/talk/render/raw/nodes.ts';

const clean = (inner: string) => cleanDrawing(`<svg viewBox="0 0 9 9">${inner}</svg>`, 's-d1-');
const write = (inner: string): string => {
  const drawing = clean(inner);
  return drawing ? writeNodes([drawing.svg]) : '';
};

test('keeps shapes and text, in the colours of the theme', () => {
  const markup = write(
    '<rect width="3" fill="#F3EFE7" stroke="black"/><text fill="#1b1916">A</text>',
  );
  expect(markup).toContain('<rect width="3" fill="var(--paper-sunk)" stroke="var(--ink)">');
  expect(markup).toContain('fill="var(--ink)">A</text>');
});

test('text without a colour has that of the theme, and a readable one on a shape of its author', () => {
  expect(write('<text>A</text>')).toContain('<text fill="var(--ink)">A');
  const coloured = (fill: string) =>
    write(`<g data-part="A"><path fill="${fill}"/><text fill="#1b1916">A</text></g>`);
  expect(coloured('#ffd54f')).toContain('<text fill="#1b1917">');
  expect(coloured('navy')).toContain('<text fill="#fffdfa">');
  expect(coloured('#efd1c5')).toContain('<text fill="var(--ink)">');
});

test('text in a cell of a table is readable on the colour of that cell alone', () => {
  const markup = write(
    '<g data-part="A"><path fill="#f3efe7"/><polygon fill="#ffeecc" points="0,0 0,-30 60,-30 60,0"/>' +
      '<text x="9" y="-9">In</text><polygon fill="none" points="60,0 60,-30 90,-30 90,0"/>' +
      '<text x="69" y="-9">Beside</text></g>',
  );
  expect(markup).toContain('y="-9" fill="#1b1917">In');
  expect(markup).toContain('y="-9" fill="var(--ink)">Beside');
});

test.each([
  ['<script>alert(1)</script>', 'script'],
  ['<foreignObject><img src="x"></foreignObject><foreignObject>A</foreignObject>', 'foreignObject'],
  ['<image href="https://example.org/a.png"/>', 'image'],
  ['<a href="javascript:alert(1)"><text>A</text></a>', 'a'],
  ['<rect onclick="alert(1)"/>', 'onclick'],
  ['<animate attributeName="href" to="javascript:alert(1)"/>', 'animate'],
  ['<g><iframe src="javascript:alert(1)"></iframe></g>', 'iframe'],
  ['<set attributeName="onload" to="alert(1)"/>', 'set'],
])('leaves out what acts or loads: %s', (inner, name) => {
  expect(write(inner)).not.toMatch(/alert|javascript|example\.org|on\w+=|href/);
  expect(clean(inner)?.leftOut).toContain(name);
});

test.each([
  '<rect fill="url(https://example.org/a.svg#x)"/>',
  '<rect style="background:url(https://example.org/a.png)"/>',
  '<use href="https://example.org/a.svg#x"/>',
  '<style>@import "https://example.org/a.css"; .a { fill: red }</style>',
  '<style>.a { fill: url(https://example.org/a.png) }</style>',
  '<style>@font-face { font-family: x; src: url(https://example.org/a.woff2) }</style>',
])('loads nothing from elsewhere: %s', (inner) => {
  expect(write(inner)).not.toContain('example.org');
});

test('ids are those of the slide, and only where something refers to them', () => {
  const markup = write(
    '<defs><marker id="m"/><g id="other"/></defs><path id="p" marker-end="url(#m)"/><use href="#p"/>',
  );
  expect(markup).toContain('<marker id="s-d1-m">');
  expect(markup).toContain('marker-end="url(#s-d1-m)"');
  expect(markup).toContain('<use href="#s-d1-p">');
  expect(markup).not.toContain('other');
});

test('a stylesheet holds for its drawing alone, and its classes are no classes of pages', () => {
  const markup = write('<style>.slide, text { fill: red }</style><path class="slide fragment"/>');
  expect(markup).toContain('@scope{');
  expect(markup).toContain('.d-slide');
  expect(markup).toContain('class="d-slide d-fragment"');
});

test('takes title and description out, and drops the tooltips of parts', () => {
  const inner = '<title>A  way</title><desc>Of patches</desc><g><title>node1</title><path/></g>';
  expect(clean(inner)).toMatchObject({ title: 'A way', description: 'Of patches' });
  expect(write(inner)).not.toContain('node1');
});

test('refuses what is no drawing, or too large, and cuts what is nested too deep', () => {
  expect(cleanDrawing('<p>none</p>', 'x')).toBeNull();
  expect(clean('<g/>'.repeat(DRAWING_LIMITS.elements + 1))).toBeNull();
  expect(cleanDrawing(`<svg>${' '.repeat(DRAWING_LIMITS.length)}</svg>`, 'x')).toBeNull();
  const deep = `${'<g>'.repeat(5000)}<text>deep</text>`;
  expect(write(deep)).not.toContain('deep');
});

test('renames references, and knows those that lead elsewhere', () => {
  expect(renameUrls('url("#a") 2px', 'p-')).toBe('url(#p-a) 2px');
  expect(renameUrls('url(a.svg#a)', 'p-')).toBeNull();
  expect(scopeDrawingCss('#a { fill: url(#b) }', 'p-', new Set(['a', 'b']))).toContain('#p-b');
});

test('the words of a part in the part of a coloured cluster are judged by their own shape', () => {
  const drawing = clean(
    '<g data-part="C"><rect fill="#000080"/><g data-part="A"><rect fill="#f3efe7"/><text>A</text></g></g>',
  );
  if (drawing) contrastText(drawing.svg);
  expect(drawing && writeNodes([drawing.svg])).toContain('<text fill="var(--ink)">');
});

test('leaves out what is not drawn: definitions that are unused, and groups without content', () => {
  const markup = write(
    '<defs><marker id="m"><path/></marker></defs><g><text><tspan/></text></g><path/>',
  );
  expect(markup).toBe('<svg viewBox="0 0 9 9"><path></path></svg>');
});

test('shortens numbers where a hundredth is not seen', () => {
  const drawing = cleanDrawing(
    '<svg viewBox="0 0 900 90"><path d="M1.23456,-.5001 L4.0001 5"/></svg>',
    '',
  );
  expect(drawing && writeNodes([drawing.svg])).toContain('d="M1.23,-0.5 L4 5"');
  expect(write('<path d="M1.23456 0"/>')).toContain('d="M1.23456 0"');
});

test.each([
  ['M12.258.001l.256.004', 'M12.26 0l0.26 0'],
  ['M1.004.5-.001 2', 'M1 .5 0 2'],
  ['l.251.01.249.012', 'l0.25.01 0.25 0.01'],
  ['M1.2345 0a1.5 1.5 0 01.5234.5l.999.5', 'M1.23 0a1.5 1.5 0 01.5234.5l1 .5'],
])('keeps the numbers of a path apart that has no spaces: %s', (value, expected) => {
  const state = { prefix: '', ids: new Set<string>(), leftOut: new Set<string>() };
  const large = { ...state, sizes: new Set<number>(), count: 0, hasStyle: false, isLarge: true };
  const path = clean('<path d="M0 0"/>')?.svg;
  if (!path) throw new Error('There is no drawing');
  expect(cleanAttribute({ name: 'd', value }, path, large)).toEqual([
    { name: 'd', value: expected },
  ]);
});

test('an attribute that is on no list goes, and a handler is reported', () => {
  const svg = clean('')?.svg;
  const state = {
    ...{ prefix: 'p-', ids: new Set(['a']), leftOut: new Set<string>(), sizes: new Set<number>() },
    ...{ count: 0, hasStyle: false, isLarge: false },
  };
  const write = (name: string, value: string) =>
    svg ? cleanAttribute({ name, value }, svg, state) : [];
  expect(write('onload', 'x()')).toEqual([]);
  expect([...state.leftOut]).toEqual(['onload']);
  expect(write('id', 'a')).toEqual([{ name: 'id', value: 'p-a' }]);
  expect(write('id', 'b')).toEqual([]);
});

test('words of a line are one text', () => {
  const markup = write(
    '<text fill="red"><tspan x="0"><tspan>A</tspan><tspan> way</tspan></tspan></text>',
  );
  expect(markup).toContain('<tspan x="0">A way</tspan>');
});
