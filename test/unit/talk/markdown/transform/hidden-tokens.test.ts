import { expect, test } from 'vitest';
import { bodyOf, compileMarkdown } from '../../../../support/slide.ts';

/** Slides with a text that no screen shows, each in a way of its own. */
const HIDDEN = [
  '<div hidden>\n\nsecret **words**\n\n</div>',
  '<div hidden>\n\n# secret\n\n</div>',
  '<div style="DISPLAY: none !important"><p>secret</p></div>',
  '<div style="visibility:hidden">secret {{ 1 }}</div>',
  '<section style="content-visibility: hidden">secret</section>',
  'Words <span hidden>secret *and* more</span> here.',
  '- one\n- <span hidden>secret</span>\n',
  '| a | b |\n|---|---|\n| <b hidden>secret</b> | c |\n',
  '> <p hidden>secret</p>\n',
  '<dialog>\n\nsecret\n\n</dialog>',
  '<noscript>secret</noscript>',
  '<script>secret</script>',
  '<object>\n\nsecret\n\n</object>',
  '<svg><metadata>secret</metadata></svg>',
  '<svg><text display="none">secret</text></svg>',
  '<ul>\n<li hidden>secret\n<li>seen\n</ul>',
  '<div><span hidden>secret</div>',
  '<div hidden>\n\n```\nsecret\n```\n\n::: columns\nsecret\n:::\n\n</div>',
  '<div hidden><div>a</div>secret</div>',
  'secret\n\n<!-- .element: hidden -->',
  '**secret**<!-- .element: style="display: none" -->',
  'secret <!-- .element: hidden -->',
  '- seen\n- secret <!-- .element: hidden -->',
  '<p data-notes="secret">Words.</p>',
  '<p onclick="secret()">Words.</p>',
  '<iframe src="https://example.org">secret</iframe>',
];

test.each(HIDDEN)(
  'text that is hidden on the screen is in nothing that is published: %s',
  (part) => {
    const { talks } = compileMarkdown(`# A\n\nBefore.\n\n${part}\n\nAfter.\n`);
    const slide = talks[0]?.slides[0];
    expect(slide?.html).not.toContain('secret');
    expect(slide?.text).not.toContain('secret');
    expect(slide?.text).toContain('After.');
    expect(JSON.stringify(talks)).not.toContain('secret');
  },
);

test('what is around a hidden element stays, and its end tag ends it', () => {
  expect(bodyOf('<div>a<p hidden>b</p>c</div>\n')).toBe('<div>ac</div>');
  expect(bodyOf('<ul><li hidden>a<li>b</ul>\n')).toBe('<ul><li>b</li></ul>');
  expect(bodyOf('<div><i hidden>a</div>b\n')).toBe('<div></div>b');
  expect(bodyOf('- <b hidden>a\n- c\n')).toContain('<li>c</li>');
  expect(bodyOf('A <b hidden>b</b> c\n')).toBe('<p>A  c</p>');
  expect(bodyOf('<p>a<img hidden src="x.png"><input type="hidden">b</p>\n')).toBe('<p>ab</p>');
});

test('each hidden element is reported once, and one that is not closed as well', () => {
  const problemsOf = (text: string) =>
    compileMarkdown(`# A\n\n${text}`).problems.map(({ code, span }) => [code, span?.line]);
  expect(problemsOf('<div hidden>\n\nA <b hidden>b</b> [c](#no)\n\n</div>\n')).toEqual([
    ['hidden-text', 9],
  ]);
  expect(problemsOf('<div hidden>\n\nA\n')).toEqual([
    ['hidden-text', 9],
    ['unclosed-tag', 9],
  ]);
  expect(problemsOf('A <!-- .element: hidden -->\n')).toEqual([['hidden-text', 9]]);
});

/** A slide's styles, with an element that they hide. */
const HIDDEN_BY_RULES = [
  ['.later { display: none }', '<p class="x later">secret</p>'],
  ['#a { visibility: hidden !important; }', '<div id="a">\n\nsecret **words**\n\n</div>'],
  ['p, .b.c { opacity: 0% }', '<div class="c b">secret</div>'],
  ['.reveal .slides section .later { display: none }', '<i class="later">secret</i>'],
  ['.later { display: block } #a.later { display: none }', '<p id="a" class="later">secret</p>'],
  ['.later { display: none !important }', '<p class="later" style="display: block">secret</p>'],
  ['aside { content-visibility: hidden }', '<aside>\n\n- secret\n\n</aside>'],
  ['.later{display:none}', 'secret words\n\n<!-- .element: class="later" -->'],
  ['p.later{display:none}', '- one\n- two\n\nsecret <!-- .element: class="later" -->'],
  ['li.later{display:none}', '- one\n- secret <!-- .element: class="later" -->'],
  ['blockquote{display:none}', '> secret'],
  ['table { display: none }', '| secret | b |\n|---|---|\n| c | d |'],
  ['.a { color: red; .b & { display: none } } .a { display: none }', '<b class="a">secret</b>'],
];

test.each(HIDDEN_BY_RULES)('a rule of the slide hides as an attribute does: %s', (css, part) => {
  const { talks, problems } = compileMarkdown(
    `# A\n\n<style>\n${css}\n</style>\n\nseen\n${part}\n\n## After\n`,
  );
  expect(JSON.stringify(talks)).not.toContain('secret');
  expect(talks[0]?.slides[0]?.text).toContain('After');
  expect(problems.map(({ code }) => code)).toContain('hidden-text');
});

/** Styles under which an element is seen, at times or by another rule. */
const SEEN = [
  ['.later { display: none } .later { display: block }', '<p class="later">seen</p>'],
  ['.later { display: none } .later.on { display: block }', '<p class="later on">seen</p>'],
  ['.later { display: none }', '<p class="later" style="display: block">seen</p>'],
  ['.later { display: none }', '<p class="laters" id="later">seen</p>'],
  ['@media print { .later { display: none } }', '<p class="later">seen</p>'],
  ['.later { opacity: 0 } .later:hover { opacity: 1 }', '<p class="later">seen</p>'],
  ['.later { opacity: 0 } .visible .later { opacity: 1 }', '<p class="later">seen</p>'],
  ['.later { opacity: 0 }', '<p class="later fragment">seen</p>'],
  ['.later { opacity: 0; animation: in 1s forwards }', '<p class="later">seen</p>'],
  ['.later::after { display: none }', '<p class="later">seen</p>'],
  ['.later { .x { display: none } }', '<p class="later">seen</p>'],
  ['.row { font-size: 0 } .row p { font-size: 20px }', '<div class="row"><p>seen</p></div>'],
  [
    '.a { visibility: hidden } .b { visibility: visible }',
    '<p class="a"><b class="b">seen</b></p>',
  ],
  ['@keyframes in { from { opacity: 0 } }', '<p>seen</p>'],
  ['.sr { position: absolute; left: -9999px }', '<p class="sr">seen</p>'],
  ['.sr { color: transparent; background-clip: text }', '<p class="sr">seen</p>'],
  ['@supports (display: grid) { p { display: none } }', '<p>seen</p>'],
];

test.each(SEEN)('what is seen at times stays, without a word: %s', (css, part) => {
  const { talks, problems } = compileMarkdown(`# A\n\n<style>\n${css}\n</style>\n\n${part}\n`);
  expect(talks[0]?.slides[0]?.text).toContain('seen');
  expect(problems).toEqual([]);
});

/** Styles that hide an element, as far as its tag can tell, and what is said of them. */
const KEPT = [
  ['.a > .b { display: none }', '<p class="b">kept</p>', 11],
  ['p:first-child { visibility: hidden }', '<p>kept</p><p>kept</p>', 11],
  ['.a { .b { opacity: 0 } }', '<p class="b">kept</p>', 11],
  ['@layer x { .b { display: none } }', '<p class="b">kept</p>', 11],
  ['.b { color: transparent }', '<p class="b">kept</p>', 14],
  ['', '<p style="color: transparent">kept</p>', 14],
  ['', 'kept <!-- .element: style="color: transparent" -->', 14],
] as const;

test.each(KEPT)('what may be hidden stays, and one warning says so: %s', (css, part, line) => {
  const { talks, problems } = compileMarkdown(
    `# A\n\n<style>\np {}\n${css}\n</style>\n\n${part}\n`,
  );
  expect(talks[0]?.slides[0]?.text).toContain('kept');
  expect(problems.map(({ code, span }) => [code, span?.line])).toEqual([['hidden-text', line]]);
});
