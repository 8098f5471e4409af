import { expect, test } from 'vitest';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import type { Token } from '../../../../../src/talk/model/token.ts';
import { parseLibrary, parseTalk, typesOf } from '../parse.ts';

/** Lists what is reported as `line:column sign`. */
function signsOf(text: string): string[] {
  return parseLibrary(text).problems.map(({ code, message, span }) => {
    const sign = /^"(.*)" is /.exec(message)?.[1] ?? code;
    return `${span?.line}:${span?.column} ${sign}`;
  });
}

/** Lists the names between colons, in order. */
function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) =>
    token.type === 'shortcode' ? token.name : namesIn(listNested(token)),
  );
}

function hintsOf(text: string): (string | undefined)[] {
  return parseLibrary(text).problems.map(({ hint }) => hint);
}

/** Reads the words that a slide shows. */
function wordsOf(text: string): string {
  const read = (token: Token): string => {
    if (token.type === 'list') return listNested(token).map(read).join(' ');
    if ('tokens' in token && token.tokens) return token.tokens.map(read).join('');
    return 'text' in token ? String(token.text) : '';
  };
  return (parseLibrary(text).slides[0]?.tokens ?? []).map(read).join(' ').trim();
}

test('finds short names of emoji and icons and nothing else between colons', () => {
  const shortcodes = (text: string): string[] =>
    namesIn(parseLibrary(text).slides[0]?.tokens ?? []);
  expect(shortcodes('Go :rocket: and :+1:, :simple-icons-linux:')).toEqual([
    'rocket',
    '+1',
    'simple-icons-linux',
  ]);
  expect(shortcodes('港:ship::+1:だ')).toEqual(['ship', '+1']);
  expect(shortcodes('a::b::c::d, port:ship:')).toEqual([]);
  expect(shortcodes('At 10:30:45, a:b:c, std::vec::Vec, :c:func:`f`, `:tada:`, 1:100:2')).toEqual(
    [],
  );
});

test('leaves out attributes in braces and says what to write', () => {
  const text = '# Title {.big #top}\n\n![a](b.png){.wide}\n\n`x`{.rust} y\n\n{: .center}\n';
  expect(signsOf(text)).toEqual([
    '1:9 {.big #top}',
    '3:12 {.wide}',
    '5:4 {.rust}',
    '7:1 {: .center}',
  ]);
  expect(hintsOf('# Title {.big #top}')).toEqual([
    'Write <!-- .element: class="big" id="top" --> right behind the element.',
  ]);
  expect(wordsOf(text)).not.toContain('{');
  expect(signsOf('The set {x=1}, {a} and {.b} within, {{ a.b }}')).toEqual([]);
});

test('reports directives of Marp, never as notes', () => {
  const text = '<!-- _class: lead -->\n\n# A\n\n<!-- paginate: true\nfooter: x -->\n\n<!-- fit -->';
  expect(signsOf(text)).toEqual(['1:1 _class: lead', '5:1 paginate: true footer: x', '8:1 fit']);
  expect(parseLibrary(text).slides[0]?.notes).toBe('');
  expect(parseLibrary('<!-- Say this: slowly. -->').slides[0]?.notes).toBe('Say this: slowly.');
  expect(parseTalk('---\nmarp: true\ntitle: A\n---\n').problems.map(({ code }) => code)).toEqual([
    'foreign-syntax',
  ]);
});

test('reads the words of a picture for Marp as its size or ground', () => {
  expect(signsOf('![bg right:40%](p.png)\n\n![w:100 A crab](q.png)')).toEqual([
    '1:1 ![bg right:40%]',
    '3:1 ![w:100 A crab]',
  ]);
  expect(wordsOf('![w:100 A crab](q.png)')).toBe('A crab');
  expect(signsOf('![A big dog](a.png) ![Left: a cat](b.png)')).toEqual([]);
});

test('takes elements of Vue away and leaves what they hold', () => {
  const text = '<v-clicks>\n\n- a <v-click>b</v-click>\n\n</v-clicks>\n\n<Tweet id="1" />\n';
  expect(signsOf(text)).toEqual(['1:1 <v-clicks>', '3:5 <v-click>', '7:1 <Tweet id="1" />']);
  expect(typesOf(parseLibrary(text).slides[0] ?? expect.fail())).toEqual(['list']);
  expect(signsOf('<div v-if="x">a</div>')).toEqual(['1:1 v-if']);
  expect(signsOf('`<v-click>` <B>a</B> <my-own>b</my-own> <svg viewBox="0 0 1 1"></svg>')).toEqual(
    [],
  );
});

test('takes containers of Pandoc for ours, and its notes for notes', () => {
  const text = '::: {.columns}\n::: {.column width="40%"}\nA\n:::\n:::\n\n::: notes\nsecret\n:::\n';
  const [slide] = parseLibrary(text).slides;
  expect(signsOf(text)).toEqual([
    '1:1 ::: {.columns}',
    '2:1 ::: {.column width="40%"}',
    '7:1 ::: notes',
  ]);
  expect(slide).toMatchObject({
    notes: 'secret',
    tokens: [{ type: 'container', name: 'columns' }],
  });
});

test('reports what remark, Pandoc, Slidev, Deckset and GitHub have', () => {
  const text = [
    '. . .',
    '.center[A word]',
    '[.autoscale: true]',
    '> [!NOTE]\n> Careful.',
    'template: inverse',
  ].join('\n\n');
  expect(signsOf(text)).toEqual([
    '1:1 . . .',
    '3:1 .center[A word]',
    '5:1 [.autoscale: true]',
    '7:3 [!NOTE]',
    '10:1 template: inverse',
  ]);
  expect(typesOf(parseLibrary('a\n\n. . .\n\nb').slides[0] ?? expect.fail())).toContain('pause');
  expect(parseLibrary('# A\n\n???\n\nSaid').slides[0]?.notes).toBe('Said');
  expect(signsOf('Wait . . . what? .gitignore\n\n<<<< a\n\n????')).toEqual([]);
});

test('reports options behind a language that other programs have', () => {
  expect(signsOf("```js {monaco} [1|2] {maxHeight:'9px'}\na\nb\n```")).toEqual([
    '1:8 monaco',
    '1:16 [1|2]',
    "1:23 maxHeight:'9px'",
  ]);
});

test('knows keys of Slidev', () => {
  const text = '---\nlayout: default\nclicks: 3\n---\n\nA';
  expect(signsOf(text)).toEqual(['3:1 clicks']);
});

test('reports marked, raised and lowered words, and shows them as they are written', () => {
  const text = 'A ==marked word==, x^2^ and H~2~O.';
  expect(signsOf(text)).toEqual(['1:3 ==marked word==', '1:21 ^2^', '1:30 ~2~']);
  expect(wordsOf(text)).toBe(text);
  expect(hintsOf('H~2~O')).toEqual(['It is shown as it is written. Write <sub>2</sub>.']);
  const prose = 'If a==b and c==d, ~gone~ and ~~gone~~, 2^10, a ^ b ^ c, `==x==`, x == y == z.';
  expect(signsOf(prose)).toEqual([]);
});

test('reports a note of Deckset, which the slide would show', () => {
  expect(signsOf('Text\n\n^ Say this')).toEqual(['3:1 ^ Say this']);
});

test('leaves attributes of Vue out of a tag, which stays, in text as in a block', () => {
  const text = 'A <button @click="a" class="k">go</button>.\n\n<p v-if="x" :class="y">b</p>\n';
  expect(signsOf(text)).toEqual(['1:3 @click', '3:1 v-if']);
  expect(wordsOf(text)).not.toMatch(/click|v-if|:class/);
  expect(wordsOf(text)).toContain('class="k"');
});

test('reports links of wikis, and leaves attributes of C++ and other brackets alone', () => {
  const text = 'See [[Wiki Page]] and [[page|label]].\n\n![[crab.png]]';
  expect(signsOf(text)).toEqual(['1:5 [[Wiki Page]]']);
  expect(signsOf('![[crab.png]]')).toEqual(['1:1 ![[crab.png]]']);
  expect(wordsOf(text)).toContain('See [[Wiki Page]] and [[page|label]].');
  expect(hintsOf('[[page|label]]')[0]).toContain('[label](address)');
  const prose = [
    'A [[nodiscard]] or [[gnu::packed]] function, [[deprecated("x")]], [[1, 2], [3, 4]].',
    'The test [[ -f x ]], a[[0]], `[[Wiki Page]]`, [a [b] c](x), {{ a.b }}.',
    '```\n[[Wiki Page]]\n```',
  ];
  expect(signsOf(prose.join('\n\n'))).toEqual([]);
});

test('reports insertions, and leaves counters and names of languages alone', () => {
  expect(signsOf('These ++are new++ words')).toEqual(['1:7 ++are new++']);
  const prose =
    'C++ and D++, ++i and i++, a++ or ++b, ++ptr and ptr++, `++a word++`, C++/C++, 1 ++ 2';
  expect(signsOf(prose)).toEqual([]);
});

test('reports tags of templates and shortcodes, not values', () => {
  const text = 'A {% include "a.md" %} b {{< youtube abc >}} c\n\n<div>{{% x %}}</div>\n';
  expect(signsOf(text)).toEqual(['1:3 {% include "a.md" %}', '1:26 {{< youtube abc >}}']);
  expect(wordsOf(text)).toContain('b {{< youtube abc >}} c');
  expect(signsOf('At 5 {%} or 10% {a} %, `{% raw %}`, {{ list.subscribers }}')).toEqual([]);
});

test('reports commands of LaTeX, and takes those that steer for what they are', () => {
  expect(signsOf('A \\textbf{word} and \\LaTeX')).toEqual(['1:3 \\textbf{word}']);
  const text = 'a\n\n\\pause\n\nb\n\n\\newpage\n\nc';
  expect(signsOf(text)).toEqual(['3:1 \\pause', '7:1 \\newpage']);
  const types = typesOf(parseLibrary(text).slides[0] ?? expect.fail());
  expect(types).toEqual(['paragraph', 'pause', 'paragraph', 'paragraph']);
  const prose =
    'C:\\newpage\\pause.txt, \\d{3} and \\u{1F600}, a\\textbf{b}, `\\newpage`, \\\\pause';
  expect(signsOf(prose)).toEqual([]);
  expect(signsOf('Area $\\frac{ab}{c}$')).toEqual([]);
});

test('reports formulas between the brackets of LaTeX, and no escaped brackets', () => {
  expect(signsOf('The area \\(\\pi r^2\\) is')).toEqual(['1:10 \\(']);
  expect(hintsOf('The area \\(\\pi r^2\\) is')[0]).toContain('"$" on each side');
  expect(signsOf('\\[\nx = y\n\\]')).toEqual(['1:1 \\[']);
  expect(signsOf('In \\(n\\) steps, \\(a+b\\) or \\(O(n log n)\\)')).toEqual(['1:4 \\(']);
  const prose = 'file\\(s\\) \\(c\\) \\(read-only\\) \\(I/O\\) \\[x\\] done, \\[1\\] \\(a\\) first';
  expect(signsOf(prose)).toEqual([]);
  expect(signsOf('A \\(word\\), \\[no link\\](x), 1\\) and `\\(x^2\\)`')).toEqual([]);
});

test('reports spans with attributes', () => {
  expect(signsOf('It ends here.\n: and goes on\n\n10:30\n\na:b\n:c')).toEqual([]);
  const text = 'A [small word]{.small} and [red]{style="color: red"}.';
  expect(signsOf(text)).toEqual(['1:3 [small word]{.small}']);
  expect(wordsOf(text)).toBe('A small word and red.');
  expect(hintsOf(text)[0]).toContain('<span class="small">small word</span>');
  expect(signsOf('An array a[i]{1}, `[a]{.b}`, [a](b) {x}, [1]{2}')).toEqual([]);
});

test('leaves out the modifier of Deckset in a heading', () => {
  const text = '# [fit] Large words\n\ntext [fit] here';
  expect(signsOf(text)).toEqual(['1:3 [fit]']);
  expect(wordsOf(text)).toMatch(/^Large words +text \[fit\] here$/);
});

test('says what sets attributes of a slide, and what its key for notes is', () => {
  const text = '<!-- .slide: data-background="#fff" class="wide" data-transition="zoom" -->\n\n# A';
  expect(parseLibrary(text).problems).toMatchObject([
    { code: 'foreign-syntax', severity: 'warning', span: { line: 1, column: 1 } },
  ]);
  expect(hintsOf(text)[0]).toBe(
    'Write background: "#fff" into the front matter of the slide. Write class: wide into the front matter of the slide. Slides change at once.',
  );
  expect(signsOf('---\nid: a\nnotes: Say this\n---\n\n# A')).toEqual(['3:1 notes']);
});

test('takes callouts of other programs away and leaves what they hold', () => {
  const text = '::: tip\na\n:::\n\n:::{note} T\nb\n:::\n\n::: {.callout-warning}\nc\n:::';
  expect(signsOf(text)).toEqual(['1:1 ::: tip', '5:1 :::{note} T', '9:1 ::: {.callout-warning}']);
  expect(wordsOf(text).split(/\s+/)).toEqual(['a', 'b', 'c']);
});
