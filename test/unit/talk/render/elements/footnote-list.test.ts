import { expect, test } from 'vitest';
import { bodyOf, compileSlide } from '../../../../support/slide.ts';

const NOTES = '\n\n[^1]: First.\n\n[^2]: Second.\n';

/** Lists the ids and addresses of a slide's links within it. */
function linksOf(markdown: string): string[] {
  return [...bodyOf(markdown).matchAll(/(?:id|href)="(#?[^"]*\.[^"]*)"/g)].map(
    ([, name = '']) => name,
  );
}

/** Lists the steps of footnotes by number; null for one that is there from the start. */
function stepsOf(markdown: string): (string | null)[] {
  const items = bodyOf(markdown).matchAll(/<li id="[^"]*note-\d+"([^>]*)>/g);
  return [...items].map(([, rest = '']) => /data-fragment-index="(\d+)"/.exec(rest)?.[1] ?? null);
}

test('marks and texts link to each other, each with a name', () => {
  expect(linksOf(`# A\n\nOne[^1], two[^1]${NOTES}`)).toEqual([
    'a.mark-1',
    '#a.note-1',
    'a.mark-1-2',
    '#a.note-1',
    'a.note-1',
    '#a.mark-1',
    '#a.mark-1-2',
  ]);
  const body = bodyOf(`# A\n\nOne[^1]${NOTES}`);
  expect(body).toContain('role="doc-noteref" aria-label="Footnote 1">1</a></sup>');
  expect(body).toContain('role="doc-backlink" aria-label="Back to footnote 1">');
});

test('a footnote comes with the step of its first mark', () => {
  expect(stepsOf(`# A\n\nOne[^1]\n\n<!-- pause -->\n\nTwo[^2] and one[^1]${NOTES}`)).toEqual([
    null,
    '0',
  ]);
  expect(stepsOf(`---\nincremental: true\n---\n\n# A\n\n- One[^1]\n- Two[^2]${NOTES}`)).toEqual([
    '0',
    '1',
  ]);
  const own = '<!-- .element: class="fragment" data-fragment-index="1" -->';
  expect(stepsOf(`# A\n\nOne[^1] ${own}\n\n<!-- pause -->\n\nTwo[^2]${NOTES}`)).toEqual(['0', '1']);
  const out = '<!-- .element: class="fragment fade-out" -->';
  expect(stepsOf(`# A\n\nOne[^1] ${out}\n\nTwo[^2]${NOTES}`)).toEqual([null, null]);
});

test('stands below both columns, and below a picture', () => {
  const body = bodyOf(`# A\n\nOne[^1]\n\n::right::\n\nTwo[^2]${NOTES}`);
  expect(body).toMatch(/<\/div><\/div>\s*<ol class="footnotes">/);
});

test('has blocks, values and formulas, and other footnotes', () => {
  const body = bodyOf(
    '# A\n\nOne[^1]\n\n[^1]: On **{{ talk.date }}**^[Or $x$.]\n\n    - a point\n',
  );
  expect(body).toMatch(/<p>On <strong>18 September 2024<\/strong><sup/);
  expect(body).toMatch(/<li id="a.note-2">Or <.*↑<\/a><\/li>/);
  expect(body).toMatch(/<li>a point<\/li>\n<\/ul> <a class="footnote-back"/);
});

test('a mark in a title is not in its words, and one in a link has no link of its own', () => {
  const slide = compileSlide('# The title[^1]\n\n[Words[^2]](https://a.b)' + NOTES);
  expect(slide.title).toBe('The title');
  expect(slide.html).toContain('<sup class="footnote">2</sup></a>');
  expect(slide.id).toBe('the-title');
});

test('the text of a slide is Markdown with the same footnotes', () => {
  const markdown = `# A\n\nOne[^x] ^[and *in* line]\n\n[^x]: First\n    line.\n\n    - a point\n`;
  const { text } = compileSlide(markdown);
  expect(text).toBe(
    '# A\n\nOne[^a-1] [^a-2]\n\n[^a-1]: First\n    line.\n\n    - a point\n\n[^a-2]: and *in* line',
  );
  expect(compileSlide(text).text).toBe(text);
});

test('notes have footnotes of their own', () => {
  const { notes } = compileSlide('# A\n\nOne^[Here.]\n\nNote: Two[^n]\n\n[^n]: There.\n');
  expect(notes).toContain('<a href="#a.spoken-note-1"');
  expect(notes).toContain('<li id="a.spoken-note-1">There.');
});

test('no letters of a mark or a text become tags', () => {
  const body = bodyOf('# A\n\nOne[^<b>] two[^"x]\n\n[^"x]: <script>alert(1)</script> **b**\n');
  expect(body).not.toMatch(/<b>|<script/);
});
