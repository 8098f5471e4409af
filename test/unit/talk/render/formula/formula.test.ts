import { expect, test } from 'vitest';
import { bodyOf, codesOf, compileMarkdown, compileSlide } from '../../../../support/slide.ts';

const ALIGNED =
  '$$\n\\begin{aligned}\na &= b \\\\\n<!-- pause -->\n&= c \\\\\n\\pause\n&= d\n\\end{aligned}\n$$';
const STEP = /data-fragment-index="(\d+)"/g;

test('draws a formula, with MathML, a name and its source to copy', () => {
  const body = bodyOf('The square is $x^2$.');
  expect(body).toContain('<span class="formula" role="math" aria-label="x²">');
  expect(body).toContain('<span class="formula-tex" aria-hidden="true">$x^2$</span>');
  expect(body).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"');
  expect(body).not.toContain('--formula');
  expect(bodyOf('$$x$$')).toContain('<p class="formula-line"><span class="formula display"');
});

test('has words in titles, ids and notes, and its source in text', () => {
  const slide = compileSlide('# Why $O(n \\log n)$\n\n$$\na \\pause = b\n$$\n\nNote: $y$');
  expect(slide.title).toBe('Why O(n log n)');
  expect(slide.id).toBe('why-o-n-log-n');
  expect(slide.text).toBe('# Why $O(n \\log n)$\n\n$$a \\pause = b$$');
  expect(slide.notes).toContain('class="formula"');
});

test('makes rows and the rest of a line steps', () => {
  const steps = [...compileSlide(ALIGNED).html.matchAll(STEP)].map(([, index]) => index);
  expect(compileSlide(ALIGNED).steps).toBe(2);
  expect([...new Set(steps)]).toEqual(['0', '1']);
  expect(compileSlide('$a \\pause = b \\pause = c$\n\n<!-- pause -->\n\nend').steps).toBe(3);
  expect(compileSlide(`- one <!-- .element: class="fragment" -->\n\n${ALIGNED}`).steps).toBe(3);
});

test('makes a wide formula smaller, and a slide full of formulas as well', () => {
  const wide = `$$${'x + '.repeat(25)}y$$`;
  expect(bodyOf(wide)).toMatch(
    /class="formula display"[^>]* style="font-size:min\(1em,\d+(?:\.\d)?px\);"/,
  );
  const rows = Array.from({ length: 14 }, (_, row) => `x_{${row}} &= y`).join('\\\\');
  const full = compileSlide(`$$\\begin{aligned}${rows}\\end{aligned}$$`);
  expect(full.html).toMatch(/data-fit="\d+"/);
});

test('shows the source of what it cannot or must not draw', () => {
  expect(codesOf('$\\frac{a}$')).toEqual(['broken-formula']);
  expect(bodyOf('$\\frac{<a>}$')).toContain(
    '<code class="formula-source">$\\frac{&lt;a&gt;}$</code>',
  );
  expect(codesOf('$$ $$')).toEqual(['broken-formula']);
});

test.each([
  ['\\href{javascript:alert(1)}{x}', 'forbidden-command'],
  ['\\url{https://a.b}', 'forbidden-command'],
  ['\\includegraphics{https://a.b/c.png}', 'forbidden-command'],
  ['\\htmlClass{slide}{x}', 'forbidden-command'],
  ['\\htmlStyle{position:fixed}{x}', 'forbidden-command'],
  ['\\htmlData{a=b}{x}', 'forbidden-command'],
  ['\\htmlId{main}{x}', 'forbidden-command'],
  ['\\def\\a{\\a\\a}\\a', 'forbidden-command'],
  ['\\newcommand{\\x}{y}', 'forbidden-command'],
  [`${'{'.repeat(4000)}`, 'broken-formula'],
  [`${'\\sqrt{'.repeat(700)}x${'}'.repeat(700)}`, 'broken-formula'],
  ['x'.repeat(6000), 'broken-formula'],
])('bounds the hostile formula %.30s', (tex, code) => {
  const { talks, problems } = compileMarkdown(`# A\n\n$$\n${tex}\n$$`);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(talks[0]?.slides[0]?.html).not.toMatch(/javascript:alert\(1\)"|<img|position:fixed"/);
});

test("uses a talk's own commands, within bounds", () => {
  const talk = (macros: string, tex: string) =>
    compileMarkdown('', {
      'slides/talks/talk.md': `---\ntitle: T\ndate: 2024-09-18\nmacros: |\n  ${macros}\n---\n\n# A\n\n$${tex}$`,
    });
  expect(talk('\\R = \\mathbb{R}', '\\R').problems).toEqual([]);
  expect(talk('\\R = \\mathbb{R}', '\\RR').problems.map(({ hint }) => hint)).toEqual([
    'Did you mean "\\R"?',
  ]);
  expect(talk('\\a = \\a\\a', '\\a').problems.map(({ code }) => code)).toEqual(['broken-formula']);
  expect(talk('no', 'x').problems.map(({ code }) => code)).toEqual(['wrong-value']);
});
