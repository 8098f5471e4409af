import { expect, test } from 'vitest';
import { bodyOf, codesOf, compileMarkdown, compileSlide } from '../../../../support/slide.ts';

const styleOf = (css: string): string => {
  const { html } = compileSlide(`<style scoped>\n${css}\n</style>\n`);
  return /<style>\n(.*)\n<\/style>/s.exec(html)?.[1] ?? '';
};
const slidesOf = (markdown: string) => compileMarkdown(markdown).talks[0]?.slides ?? [];

test('a style on a slide holds for it alone, whatever its selectors begin with', () => {
  expect(styleOf('h2, .a > b { color: red }')).toBe(
    '@scope{h2:where(:scope,*),:where(:scope,*).a > b{ color: red }}',
  );
  expect(styleOf('.reveal section h2::before { content: "}" }')).toBe(
    '@scope{:where(:scope,*).reveal section h2::before{ content: "}" }}',
  );
  expect(styleOf('body, :root { --x: 1 }')).toBe('@scope{:scope,:scope{ --x: 1 }}');
  expect(styleOf('& > p {} :scope p {} > p {}')).toBe('@scope{& > p{}\n:scope p{}\n> p{}}');
  expect(styleOf('@media print { p { a: b } }')).toBe(
    '@scope{@media print {p:where(:scope,*){ a: b }}}',
  );
});

test('no brace, comment or text of a style ends its scope early', () => {
  expect(styleOf('} body { x: y } } p { z: "}" }')).toBe(
    '@scope{:scope{ x: y }\np:where(:scope,*){ z: "}" }}',
  );
  expect(styleOf('p { a: b /* } */ } /* secret */')).toBe('@scope{p:where(:scope,*){ a: b /**/ }}');
  expect(styleOf('p { a: (}) } q {}')).toBe(
    '@scope{p:where(:scope,*){ a: (}) }\nq:where(:scope,*){}}',
  );
});

test('keyframes are the slide’s own, faces stand outside of its scope', () => {
  const css = styleOf('@keyframes spin { to { rotate: 1turn } } p { animation: 1s spin }');
  const [, own] = /@keyframes (s\w+-spin)\{/.exec(css) ?? [];
  expect(own).toBeDefined();
  expect(css).toContain(`animation: 1s ${own} `);
  expect(styleOf('@font-face { font-family: X }')).toBe('@font-face { font-family: X }');
});

test('rules that cannot hold for one slide are left out and reported where they stand', () => {
  const { problems } = compileMarkdown('# A\n\n<style>\np { a: b }\n@import "x.css";\n</style>\n');
  expect(problems.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
    ['forbidden-rule', 11, 1],
  ]);
  expect(codesOf('<style>@page { margin: 0 }</style>\n')).toEqual(['forbidden-rule']);
});

const DRAWING =
  '<svg><defs><linearGradient id="grad"/><clipPath id="clip"/></defs>' +
  '<rect fill="url(#grad)" style="clip-path: url(\'#clip\')"/><use xlink:href="#part"/>' +
  '<g id="part" aria-labelledby="name"><title id="name">x</title></g><g id="node0"/></svg>\n';

test('ids by which a drawing refers to its parts are the slide’s own', () => {
  const [one, two] = slidesOf(`# One\n\n${DRAWING}\n---\n\n# Two\n\n${DRAWING}`);
  const idsOf = (html = '') => [...html.matchAll(/ id="(s[^"]*-[^"]*)"/g)].map(([, id]) => id);
  expect(idsOf(one?.html)).toHaveLength(4);
  expect(idsOf(one?.html).filter((id) => idsOf(two?.html).includes(id))).toEqual([]);
  const [grad, clip, part, name] = idsOf(one?.html);
  for (const reference of [
    `fill="url(&quot;#${grad}&quot;)"`,
    `url(&quot;#${clip}&quot;)`,
    `xlink:href="#${part}"`,
    `aria-labelledby="${name}"`,
    'id="node0"',
  ]) {
    expect(one?.html).toContain(reference);
  }
});

test('an id to which a link leads stays as its author wrote it', () => {
  const [one] = slidesOf(`# One\n\n${DRAWING}\n---\n\n# Two\n\n[the part](#part)\n`);
  expect(one?.html).toContain('<g id="part"');
  expect(one?.html).toContain('xlink:href="#part"');
  const own = slidesOf(`# One\n\n${DRAWING}\n<a href="#/clip">clip</a>\n`)[0]?.html;
  expect(own).toContain('<clipPath id="clip">');
});

test('ids in selectors of a style are those of the drawing', () => {
  const { html } = compileSlide(`<style>#part { fill: url(#grad) }</style>\n\n${DRAWING}`);
  const [, part] = / id="(s\w+-part)"/.exec(html) ?? [];
  expect(html).toContain(
    `:where(:scope,*)#${part}{ fill: url("#${part?.replace('part', 'grad')}") }`,
  );
});

test('what raw HTML leaves open ends with its slide', () => {
  const [one, two] = slidesOf('# One\n\nA <textarea><section><textarea> b\n\n---\n\n# Two\n');
  expect(one?.html).toContain('<textarea>&lt;section&gt;&lt;textarea&gt; b</textarea></p>');
  expect(two?.title).toBe('Two');
  expect(codesOf('A <textarea><section><textarea> b\n')).toEqual(['unclosed-tag']);
});

test.each([
  '<div hidden>secret</div>',
  '<p style="color: red; Display:none">secret</p>',
  'a <span style="visibility: hidden">secret</span>',
  '<p style="opacity: 0">secret</p>',
  '<p style="OPACITY:0.0 !important">secret</p>',
  '<span style="font-size: 0px">secret</span>',
  '<dialog>secret</dialog>',
  '<noscript>secret</noscript>',
  '<svg><metadata>secret</metadata></svg>',
  '<svg><text display="none">secret</text></svg>',
  '<input type="HIDDEN" value="secret">',
  '<p data-notes="secret">a</p>',
  'secret <!-- .element: hidden="" -->',
])('hidden text is not on the slide: %s', (markdown) => {
  const slide = `# T\n\n${markdown}\n`;
  expect(compileSlide(slide).html).not.toContain('secret');
  expect(codesOf(slide)).toEqual(['hidden-text']);
});

test.each(['opacity: 0.05', 'opacity: 0; animation: show 1s forwards', 'font-size: 0.5em'])(
  'text that is faint, small or appears later stays on the slide: %s',
  (style) => {
    const slide = `# T\n\n<p style="${style}">words</p>\n`;
    expect(compileSlide(slide).html).toContain('words');
    expect(codesOf(slide)).toEqual([]);
  },
);

test('notes in a cell of a table are not on the slide', () => {
  const table = '# T\n\n| a |\n|---|\n| <aside class="notes">secret</aside> |\n';
  expect(compileSlide(table).html).not.toContain('secret');
});

test('a slide without raw HTML is not read again', () => {
  expect(bodyOf("It's *so*\n")).toBe('<p>It&#39;s <em>so</em></p>');
});

test('loose text with its elements is one paragraph, and blocks beside it stay as they are', () => {
  expect(
    bodyOf('# T\n\n<div>A block</div>\nH<sub>2</sub>O and <ruby>a<rt>b</rt></ruby>\n'),
  ).toContain('</div><p>\nH<sub>2</sub>O and <ruby>a<rt>b</rt></ruby></p>');
  expect(
    bodyOf('# T\n\n<div>A</div>\n<a href="https://a.example"><div>b</div></a> c\n'),
  ).not.toContain('<p>');
  expect(
    bodyOf('# T\n\n<div>A</div>\n<b style="position: absolute">b</b> <i>c</i>\n'),
  ).not.toContain('<p>');
});
