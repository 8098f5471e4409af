import { expect, test } from 'vitest';
import { expectedOf, plainOf } from '../../../support/plain.ts';
import { bodyOf } from '../../../support/slide.ts';

/** What GitHub's specification adds to CommonMark, in our own words: Markdown, and the HTML that it means. */
const CASES: Record<string, readonly [markdown: string, html: string]> = {
  'a table': [
    '| a | b |\n| --- | --- |\n| c | d |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
  ],
  'a table without bars at its edges': [
    'a | b\n--|--\nc | d',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
  ],
  'a table without rows': [
    '| a |\n| --- |',
    '<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>',
  ],
  'a bar within a cell': [
    '| a \\| b |\n| --- |\n| `c \\| d` |',
    '<table><thead><tr><th>a | b</th></tr></thead><tbody><tr><td><code>c | d</code></td></tr></tbody></table>',
  ],
  'rows that are too short and too long': [
    '| a | b |\n| --- | --- |\n| c |\n| d | e | f |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr><tr><td>d</td><td>e</td></tr></tbody></table>',
  ],
  'a table that ends at an empty line': [
    '| a |\n| --- |\n| b |\n\nc',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>c</p>',
  ],
  'a table that ends at a quote': [
    '| a |\n| --- |\n| b |\n> c',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><blockquote><p>c</p></blockquote>',
  ],
  'a head and a line below it of other lengths, which is no table': [
    '| a | b |\n| --- |\n| c |',
    '<p>| a | b | | --- | | c |</p>',
  ],
  'text with emphasis in a cell': [
    '| *a* |\n| --- |\n| **b** ~~c~~ |',
    '<table><thead><tr><th><em>a</em></th></tr></thead><tbody><tr><td><strong>b</strong><del>c</del></td></tr></tbody></table>',
  ],
  'struck text': ['~~a~~ b', '<p><del>a</del> b</p>'],
  'struck text between single tildes': ['~a~ b', '<p><del>a</del> b</p>'],
  'struck text does not reach into another paragraph': ['~~a\n\nb~~', '<p>~~a</p><p>b~~</p>'],
  'three tildes strike nothing': ['a ~~~b~~~ c', '<p>a ~~~b~~~ c</p>'],
  'an address that begins with www': [
    'see www.example.org.',
    '<p>see <a href="http://www.example.org">www.example.org</a>.</p>',
  ],
  'an address with a path and a full stop': [
    'see https://example.org/a/b.',
    '<p>see <a href="https://example.org/a/b">https://example.org/a/b</a>.</p>',
  ],
  'an address in brackets': [
    '(https://example.org/a)',
    '<p>(<a href="https://example.org/a">https://example.org/a</a>)</p>',
  ],
  'an address that holds brackets': [
    'https://example.org/a_(b)',
    '<p><a href="https://example.org/a_(b)">https://example.org/a_(b)</a></p>',
  ],
  'an address before something that looks like an entity': [
    'https://example.org/?q=a&hl;',
    '<p><a href="https://example.org/?q=a">https://example.org/?q=a</a>&amp;hl;</p>',
  ],
  'an address that a tag ends': [
    'https://example.org/a<b',
    '<p><a href="https://example.org/a">https://example.org/a</a>&lt;b</p>',
  ],
  'an address of mail': [
    'write to a.b+c@example.org.',
    '<p>write to <a href="mailto:a.b+c@example.org">a.b+c@example.org</a>.</p>',
  ],
  'no address of mail, for it ends with a dash': ['a@b.c-', '<p>a@b.c-</p>'],
};

test.each(Object.keys(CASES))('means what GitHub says: %s', (name) => {
  const [markdown, html] = CASES[name] ?? ['', ''];
  expect(plainOf(markdown)).toBe(expectedOf(html));
});

test('a list of tasks has a box for each, and none can be clicked', () => {
  const body = plainOf('- [ ] a\n- [x] b\n  - [X] c\n- d');
  expect(body.match(/<input[^>]*>/g)).toEqual([
    expect.not.stringContaining('checked'),
    expect.stringContaining('checked'),
    expect.stringContaining('checked'),
  ]);
  expect(body.match(/<input[^>]*disabled/g)).toHaveLength(3);
});

test('cells are aligned as the line below the head says', () => {
  const body = bodyOf('| a | b | c | d |\n| :-- | :-: | --: | --- |\n| x | y | z | w |');
  const cells = [...body.matchAll(/<td([^>]*)>/g)].map(([, own = '']) => own.trim());
  expect(cells).toEqual(['class="align-left"', 'class="align-center"', 'class="align-right"', '']);
});

test.each([
  'title',
  'textarea',
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'script',
  'plaintext',
])('what GitHub does not let through takes no text behind it: <%s>', (name) => {
  const body = plainOf(`a <${name}> b\n\nc`);
  expect(body).toContain('<p>c</p>');
});
