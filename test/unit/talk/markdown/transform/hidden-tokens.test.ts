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
