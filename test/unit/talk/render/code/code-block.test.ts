import { expect, test } from 'vitest';
import { bodyOf, codesOf, compileMarkdown, compileSlide } from '../../../../support/slide.ts';

test('code is highlighted line by line, and no element reaches over a line', () => {
  const body = bodyOf('```rust\n/* a\n   b */ fn main() {}\n```\n');
  expect(body).toContain('<figure class="code"><pre><code class="hljs language-rust">');
  expect(body).toContain(
    '<span class="line" data-line="1"><span class="hljs-comment">/* a</span></span>\n',
  );
  expect(body).toContain(
    '<span class="line" data-line="2"><span class="hljs-comment">   b */</span>',
  );
});

test('real line numbers and a title', () => {
  const body = bodyOf('```rust {startLine=26} {title="rust/kernel/time.rs"}\na\nb\n```\n');
  expect(body).toContain('<figure class="code numbered">');
  expect(body).toContain('<figcaption class="code-title">rust/kernel/time.rs</figcaption>');
  expect(body).toContain('data-line="27"');
});

test('line steps: each line knows at which steps it is lit, and the marks count the steps', () => {
  const slide = compileSlide('```rust {1|2|all}\na\nb\n```\n');
  expect(slide.steps).toBe(2);
  expect(slide.html).toContain('class="code numbered stepped" data-steps="2" data-step="2"');
  expect(slide.html).toContain('data-line="1" data-on="0 2"');
  expect(slide.html).toContain('data-line="2" data-on="1 2"');
  expect(slide.html.match(/class="fragment step-mark"/g)).toHaveLength(2);
});

test('code whose steps are off stands as it does after its last step', () => {
  const texts = { 'slides/library/a.md': '```rust {1|all}\na\nb\n```\n' };
  const slide = compileSlide('---\nsrc: ../library/a.md\nsteps: off\n---\n', texts);
  expect(slide.steps).toBe(0);
  expect(slide.html).toContain('data-line="2" data-on="0"');
});

test('aliases and languages without colours are known', () => {
  expect(
    codesOf('```toml\na = 1\n```\n\n```rst\nText\n```\n\n```kconfig\nconfig RUST\n```\n'),
  ).toEqual([]);
  expect(bodyOf('```c++\nint a;\n```\n')).not.toContain('undefined');
});

test('code is text', () => {
  expect(bodyOf('```text\n<img onerror=alert(1)>\n```\n')).toContain(
    '&lt;img onerror=alert(1)&gt;',
  );
  expect(bodyOf('`<b>`\n')).toBe('<p><code>&lt;b&gt;</code></p>');
});

test('finds C++ and C# by their own names, and proposes the language before a comma', () => {
  expect(codesOf('```C++\nint x;\n```\n\n```c#\nint x;\n```\n')).toEqual([]);
  const [problem] = compileMarkdown('# A\n\n```rust,ignore\nfn x() {}\n```\n').problems;
  expect(problem?.hint).toContain('Did you mean "rust"?');
});
