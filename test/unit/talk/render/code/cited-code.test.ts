import { expect, test } from 'vitest';
import { renderBlocks } from '../../../../../src/talk/render/elements/prose.ts';
import { toText } from '../../../../../src/talk/render/elements/table-text.ts';
import type { CommitAnswer } from '../../../../../src/talk/model/code/code.ts';
import { codesIn, slideContext, tokensOf } from '../context.ts';

const FILE = 'use a;\n\n// #region main\nfn main() {\n    tick();\n}\n// #endregion\n';
const side = (commit: string, lines: string[]) => ({ commit, date: '2024-09-18', first: 4, lines });
const ANSWER: CommitAnswer = {
  code: { before: null, after: side('c'.repeat(40), ['\tint x;', '\treturn "<b>";']) },
  forge: { web: 'https://github.com/o/r', link: null },
  toProblems: [],
};
const DIFF: CommitAnswer = {
  ...ANSWER,
  code: {
    before: side('b'.repeat(40), ['  a();', '  b();', '  c();']),
    after: side('c'.repeat(40), ['  a();', '  x();', '  c();', '  d();']),
  },
};

/** Renders one line of `<<<` on a slide of a project that has `src/a.rs`, and one answer for all commits. */
function render(line: string, answer: CommitAnswer = ANSWER) {
  const context = slideContext({ 'src/a.rs': FILE, 'src/b.x': 'a ``` b' });
  context.talk.project.readCommit = () => answer;
  const tokens = tokensOf(line);
  const html = renderBlocks(tokens, context);
  return {
    html,
    context,
    text: toText(tokens, context),
    wording: toText(tokens, { words: new Map() }),
  };
}

/** The lines as `number: text`, and the steps at which each is lit. */
function linesOf(html: string): string[] {
  const lines = html.matchAll(
    /data-line="(\d+)"(?: data-on="([^"]*)")?>(.*?)<\/span>(?=\n|<\/code>)/g,
  );
  return [...lines].map(
    ([, number, on, text = '']) =>
      `${number}: ${text.replaceAll(/<[^>]+>/g, '')}${on ? ` [${on}]` : ''}`,
  );
}

test('shows a region of a file with its own numbers, title, language and source', () => {
  const { html, context, text, wording } = render('<<< ../../src/a.rs#main {5|all}');
  expect(linesOf(html)).toEqual(['4: fn main() { [1]', '5:     tick(); [0 1]', '6: } [1]']);
  expect(html).toContain('<figcaption class="code-title">src/a.rs</figcaption>');
  expect(html).toContain('language-rust');
  expect(html).toContain('hljs-keyword');
  expect(html.match(/step-mark/g)).toHaveLength(1);
  expect(context.uses).toEqual([
    {
      dataset: 'a file of the project',
      source: { name: 'src/a.rs, lines 4\u20136' },
      asOf: null,
      exact: true,
    },
  ]);
  expect(text).toBe(
    '```rust {5|all} {startLine=4} {title="src/a.rs"}\nfn main() {\n    tick();\n}\n```\n\n' +
      'Source: src/a.rs, lines 4\u20136',
  );
  expect(wording).toBe('<<< ../../src/a.rs#main {5|all}');
});

test('shows lines of a commit without their indentation, escaped, and cites them with a link', () => {
  const { html, context } = render('<<< linux@v6.12:kernel/fork.c#L4-5');
  expect(linesOf(html)).toEqual(['4: int x;', '5: return &quot;&lt;b&gt;&quot;;']);
  expect(html).toContain('language-c');
  expect(context.uses[0]).toMatchObject({
    dataset: 'commit cccccccccccc',
    source: {
      name: 'kernel/fork.c, lines 4\u20135, linux v6.12 of 18 September 2024',
      url: `https://github.com/o/r/blob/${'c'.repeat(40)}/kernel/fork.c#L4-L5`,
    },
  });
  expect(context.code).toMatchObject([{ place: { revision: 'v6.12' }, span: { column: 5 } }]);
});

test('shows a comparison with signs and grounds, and its sides as steps', () => {
  const { html, text, context } = render('<<< k@v1..v2:a.c {before|after|5|7|all}', DIFF);
  expect(linesOf(html)).toEqual([
    '4:  a(); [4]',
    '5: -b(); [0 2 4]',
    '5: +x(); [1 2 4]',
    '6:  c(); [4]',
    '7: +d(); [1 3 4]',
  ]);
  expect(html).toContain('<span class="hljs-deletion">-');
  expect(html).toContain('a.c, v1 \u2192 v2');
  expect(text).toBe(
    '```diff {2|3,5|2-3|5|all} {title="a.c, v1 \u2192 v2"}\n a();\n-b();\n+x();\n c();\n+d();\n```\n\n' +
      'Source: [a.c, lines 4\u20137, k v1 to v2 of 18 September 2024]' +
      `(https://github.com/o/r/compare/${'b'.repeat(40)}...${'c'.repeat(40)})`,
  );
  expect(context.uses[0]?.dataset).toBe('commits bbbbbbbbbbbb and cccccccccccc');
});

test('shows signs that a terminal or a page would interpret', () => {
  const after = side('c'.repeat(40), ['a\u001b[31m \u202e// b']);
  const { html, text } = render('<<< k@v1:a`.c', { ...ANSWER, code: { before: null, after } });
  expect(linesOf(html)).toEqual(['4: a\u241b[31m [U+202E]// b']);
  expect(text.split('\n')[0]).toBe('```c {startLine=4}');
});

test('takes title, language and tabs from the line', () => {
  const { html, text } = render('<<< linux@v6.12:a.c#L4-5 text {title=""}');
  expect(html).not.toContain('figcaption');
  expect(html).toContain('language-plaintext');
  expect(text).toMatch(/^```text \{startLine=4\}\n/);
  expect(render('<<< /src/b.x').text).toMatch(/^````text /);
  const { html: odd, context } = render('<<< linux@v6.12:a.c#L4-5 rsut');
  expect(odd).toContain('language-plaintext');
  expect(codesIn(context)).toEqual(['unknown-language']);
});

test('says what is wrong in the place of the code', () => {
  const faults: [string, string][] = [
    ['<<< ./nope.rs', 'missing-code'],
    ['<<< /src/a.rs#L9-12', 'missing-lines'],
    ['<<< /src/a.rs#nope', 'unknown-region'],
    ['<<< C:\\src\\a.rs', 'windows-path'],
  ];
  for (const [line, code] of faults) {
    const { html, context } = render(line);
    expect(codesIn(context), line).toEqual([code]);
    expect(html, line).toContain(`<p class="problem-code">${code}`);
  }
  const { html, context } = render('<<< /src/a.rs#main {9}');
  expect(codesIn(context)).toEqual(['bad-line-steps']);
  expect(linesOf(html)).toHaveLength(3);
});

test('warns of a comparison without differences, and shows it', () => {
  const same = { ...DIFF, code: { before: side('b', ['a']), after: side('c', ['a']) } };
  const { html, context } = render('<<< k@v1..v2:a.c', same);
  expect(codesIn(context)).toEqual(['unchanged-code']);
  expect(linesOf(html)).toEqual(['4:  a']);
});

test('long code from a commit gets steps by itself, as a fence does', () => {
  const long = {
    ...ANSWER,
    code: {
      before: null,
      after: side(
        'c'.repeat(40),
        Array.from({ length: 41 }, () => 'tick();'),
      ),
    },
  };
  const { context } = render('<<< linux@v6.12:a.c#L4-44', long);
  expect(context.codes[0]?.states?.length).toBeGreaterThan(1);
  expect(render('<<< linux@v6.12:a.c').context.codes[0]?.states).toBeNull();
});
