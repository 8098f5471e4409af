import { expect, test } from 'vitest';
import { renderShortcode } from '../../../../../src/talk/render/elements/shortcode.ts';
import { compileMarkdown } from '../../../../support/slide.ts';

const ICONS = { 'icons/linux.svg': '', 'icons/rust.svg': '' };

function compile(text: string, files: Record<string, string> = ICONS) {
  const { talks, problems } = compileMarkdown(text, files);
  const [slide] = talks[0]?.slides ?? [];
  return { slide, problems: problems.map(({ message, hint }) => `${message} ${hint}`) };
}

test('an icon has the colour and size of its text, and a name', () => {
  const { slide, problems } = compile('# On :simple-icons-linux:\n\nA :simple-icons-rust: b');
  expect(problems).toEqual([]);
  expect(slide?.html).toContain(
    'A <svg class="icon" role="img" aria-label="RUST" viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" style="vertical-align:-.125em"><path d="M0 0h24v24H0z"/></svg> b',
  );
  expect([slide?.id, slide?.title]).toEqual(['on', 'On LINUX']);
  expect(slide?.text).toContain('A :simple-icons-rust: b');
});

test('an unknown icon and a missing package are problems', () => {
  expect(compile('# A\n\n:simple-icons-rusty:').problems).toEqual([
    'Simple Icons has no icon "rusty". Did you mean "rust"? Icons are those of simpleicons.org, in letters and digits alone.',
  ]);
  const { slide, problems } = compile('# A\n\n:simple-icons-rust: :simple-icons-linux:', {});
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('npm i -D simple-icons');
  expect(slide?.html).toContain('rust linux');
});

test('a short name becomes its emoji, and other text stays', () => {
  expect(renderShortcode).toBeTypeOf('function');
  const { slide, problems } = compile(
    '# :rocket: Launch :tada:\n\n- :+1: :100: :x:\n\n:nosuchname:',
  );
  expect(problems).toEqual([]);
  expect([slide?.id, slide?.title]).toEqual(['launch', '🚀 Launch 🎉']);
  expect(slide?.html).toContain('👍 💯 ❌');
  expect(slide?.html).toContain(':nosuchname:');
  const text = 'At 10:30:45, 1:100:2, std::vec::Vec, `:tada:`, :c:func:`f`, a:x:b';
  expect(compile(`# A\n\n${text}`).slide?.text).toContain(text);
});

test('a word right behind an emoji can have attributes', () => {
  const { slide } = compile('# A\n\na :tada:<!-- .element: class="fragment" -->');
  expect(slide?.html).toContain('🎉');
});

test('a name that is nearly that of an emoji is reported, other words between colons are not', () => {
  expect(compile('# A\n\n:rokcet: :rokcet: and :si-rust:').problems).toEqual([
    'No emoji is called "rokcet", so it is shown as it is written. Did you mean ":rocket:"? A backslash before the colon keeps the words: "\\:rokcet:".',
    'No emoji is called "si-rust", so it is shown as it is written. Did you mean ":simple-icons-rust:"? A backslash before the colon keeps the words: "\\:si-rust:".',
  ]);
  const text = ':host:, :ref:, std::fmt::Display, 12:30:45, :author: Ada, :toctree: and `:rokcet:`';
  expect(compile(`# A\n\n${text}`).problems).toEqual([]);
});
