import { expect, test } from 'vitest';
import { compileTexts } from '../../../support/fixtures.ts';
import { bodyOf, compileMarkdown, compileSlide } from '../../../support/slide.ts';

test('a slide is a section with head, body and foot', () => {
  expect(compileSlide('---\nid: one\nclass: a b\ntime: 90s\n---\n\n# Title\n\nText\n').html).toBe(
    [
      '<section id="one" class="slide layout-default a b" data-layout="default" data-timing="90" data-fit="121">',
      '<div class="slide-main">',
      '<header class="slide-head"><h2 class="slide-title">Title</h2></header>',
      '<div class="slide-body"><p>Text</p></div>',
      '</div>',
      '<footer class="slide-foot"><p class="folio" aria-hidden="true"><span class="folio-talk">A talk</span><span class="folio-event">A conference</span><span class="folio-number"></span></p></footer>',
      '</section>',
    ].join('\n'),
  );
});

test('headings go deeper after the title, whatever their level in the file', () => {
  expect(compileSlide('### T\n\n### A\n\n#### B\n').html).toMatch(
    /<h2 class="slide-title">T<.*<h3>A<.*<h3>B</s,
  );
  expect(compileSlide('---\nlayout: section\n---\n\n# T\n\n## A\n').html).toMatch(
    /<h1 class.*<h2>A</s,
  );
});

test('a cover shows the talk’s front matter, or what its author wrote', () => {
  const head =
    '---\ntitle: T\nspeaker: S\naffiliation: A\nemail: s@example.org\nevent: E\nplace: P\ndate: 2024-09-18\n---\n';
  const compile = (body: string) =>
    compileTexts({ 'slides/talks/t.md': head + body }).talks[0]?.slides[0]?.html ?? '';
  const cover = compile('\n---\nlayout: cover\n---\n');
  expect(cover).toContain('<h1 class="slide-title">T</h1>');
  expect(cover).toContain('<p class="cover-speaker">S, A</p>');
  expect(cover).toContain('<a href="mailto:s@example.org">s@example.org</a>');
  expect(cover).toContain('<p class="cover-event">E, P, 18 September 2024</p>');
  expect(cover).not.toContain('folio');
  const own = compile('\n---\nlayout: cover\n---\n\n# Mine\n\nOwn words\n');
  expect(own).toContain('<h1 class="slide-title">Mine</h1>');
  expect(own).not.toContain('cover-speaker');
});

test('two columns are cut at ::right::, or held by containers', () => {
  const columns =
    '<div class="columns"><div class="column"><p>L</p>\n</div><div class="column"><p>R</p>\n</div></div>';
  expect(bodyOf('---\nlayout: two-columns\n---\n\n# T\n\nL\n\n::right::\n\nR\n')).toBe(columns);
  const body = bodyOf('::: columns\n::: column\nL\n:::\n::: column\nR\n:::\n:::\n');
  expect(body.replaceAll('</div>\n', '</div>')).toBe(columns);
});

test('browser and terminal frames', () => {
  expect(bodyOf('::: browser https://example.org/?a=1&b\nText\n:::\n')).toContain(
    '<span class="browser-address">https://example.org/?a=1&amp;b</span></div><div class="browser-page"><p>Text</p>',
  );
  expect(bodyOf('::: terminal Build\nText\n:::\n')).toContain(
    '<span class="terminal-title">Build</span>',
  );
});

test('numbers count shown slides, sections are named, uncounted slides have none', () => {
  const { talks } = compileMarkdown(
    '---\nlayout: section\n---\n\n# Part\n\n---\nvisibility: uncounted\n---\n\n# Backup\n\n---\nvisibility: hidden\n---\n\n# Gone\n\n---\n\n# Last\n',
  );
  const slides = talks[0]?.slides ?? [];
  expect(slides.map(({ id, number, section }) => [id, number, section])).toEqual([
    ['part', 1, 'Part'],
    ['backup', null, 'Part'],
    ['last', 2, 'Part'],
  ]);
  expect(slides[1]?.html).toContain('data-visibility="uncounted"');
});

test('pictures are looked up and listed with their address and path', () => {
  const texts = { 'assets/a b.svg': '<svg/>', 'assets/talk.pdf': '' };
  const { talks, problems } = compileMarkdown(
    '![A](<../../assets/a b.svg>) [pdf](/assets/talk.pdf)\n\n<img src="../../assets/a b.svg" alt="">\n',
    texts,
  );
  expect(problems).toEqual([]);
  expect(talks[0]?.assets.map(({ path }) => path)).toEqual([
    'assets/a b.svg',
    'assets/talk.pdf',
    'assets/a b.svg',
  ]);
  expect(talks[0]?.slides[0]?.html).toContain('src="../../assets/a%20b.svg" alt="A"');
});

test('notes are HTML, and [click] stands out', () => {
  const { notes, html } = compileSlide('# T\n\nText\n\n<!-- [click] Say *this*. -->\n');
  expect(notes).toBe('<p><span class="click">[click]</span> Say <em>this</em>.</p>');
  expect(html).not.toContain('Say');
});

test('links to the web open beside the talk', () => {
  expect(bodyOf('[a](https://example.org/?a=1&b=2 "T")\n')).toBe(
    '<p><a href="https://example.org/?a=1&amp;b=2" title="T" target="_blank" rel="noopener">a</a></p>',
  );
  expect(bodyOf('[a](#two)\n')).toBe('<p><a href="#two">a</a></p>');
});

test('the text of a slide is plain Markdown', () => {
  const { text } = compileSlide(
    '# T & *t*\n\n- a\n- `b`\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> q\n\n```rust\nfn\n```\n',
  );
  expect(text).toBe(
    '# T & *t*\n\n- a\n- `b`\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n> q\n\n```rust\nfn\n```',
  );
});

test('what is wrong with a slide stands on it, and the others are shown', () => {
  const { talks } = compileMarkdown('---\nlayuot: center\n---\n\n# One\n\nText\n\n---\n\n# Two\n');
  const [one, two] = talks[0]?.slides ?? [];
  expect(one?.html).toMatch(
    /<div class="problem" role="alert">\n<p class="problem-code">unknown-key.*<p>Text<\/p>/s,
  );
  expect(two?.html).not.toContain('problem');
});

test('the last paragraph of a quotation is its speaker where it says who spoke', () => {
  const quote = (last: string, layout = 'quote') =>
    compileSlide(`---\nlayout: ${layout}\n---\n\n> We plan.\n>\n> ${last}\n`).html;
  for (const speaker of ['— Ada Holm, in 1975.', 'Ada Holm', '*Ada Holm*, 1975'])
    expect(quote(speaker)).toContain('<blockquote class="attributed">');
  for (const words of ['Then we build.', 'Do we?', 'We *do.*', '“We do.”', '我们做。'])
    expect(quote(words)).toContain('<blockquote>');
  expect(quote('Ada Holm', 'default')).toContain('<blockquote>');
});

test('a loose list, tasks, tables and quotes', () => {
  expect(bodyOf('- a\n\n- b\n')).toBe('<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>');
  expect(bodyOf('3. a\n')).toContain('<ol start="3">');
  expect(bodyOf('- [x] a\n')).toContain('<input type="checkbox" disabled checked>');
  expect(bodyOf('| a |\n|--:|\n| **1** |\n')).toContain(
    '<td class="align-right"><strong>1</strong></td>',
  );
  expect(bodyOf('> a\n')).toBe('<blockquote>\n<p>a</p>\n</blockquote>');
});
