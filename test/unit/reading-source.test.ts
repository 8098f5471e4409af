import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';
import { expect, test } from 'vitest';

const WRITING = readFileSync(path.resolve(import.meta.dirname, '../../docs/writing.md'), 'utf8');
const SOURCE = WRITING.slice(WRITING.indexOf('## Reading the source'));

/** Renders a source as GitHub's Markdown has it, without anything of ours. */
function render(source: string): string {
  return String(new Marked({ gfm: true }).parse(source))
    .trim()
    .replaceAll('\n', '');
}

test.each([
  ['`---` between slides', 'Words\n\n---\n\nNext', '<p>Words</p><hr><p>Next</p>'],
  ['front matter of a slide', '---\nid: noon\n---', '<hr><h2>id: noon</h2>'],
  ['notes, steps and remarks', 'A\n\n<!-- pause -->', '<p>A</p><!-- pause -->'],
  ['a value, ', 'In {{ list.members }}', '<p>In {{ list.members }}</p>'],
  ['a value with ', '| a |\n| - |\n| {{ a.b | year }} |', '<td>{{ a.b</td>'],
  ['a block', '```chart\ndata: a\n```', 'language-chart">data: a</code>'],
  ['a picture with a caption', '![A](a.png "Cap")', '<img src="a.png" alt="A" title="Cap">'],
  ['`{width=50%}`', '![A](a.png){width=50%}', 'alt="A">{width=50%}'],
  ['several pictures', '![A](a.png) ![B](b.png)', 'alt="A"> <img src="b.png" alt="B">'],
  ['a film or sound', '![A film](a.webm)', 'alt="A film"'],
  ['a fence `dot`', '```dot\ngraph {}\n```', 'language-dot">graph {}</code>'],
  ['code with line steps', '```c {1|2}\na;\n```', '<code class="language-c">a;</code>'],
  ['code from a file', '<<< /src/a.rs#L10-30', '<p>&lt;&lt;&lt; /src/a.rs#L10-30</p>'],
  ['code from a file', '<<< linux@v6.12:a.c', '<a href="mailto:linux@v6.12">'],
  ['`::: columns`', '::: columns\n\nA\n\n:::', '<p>::: columns</p><p>A</p><p>:::</p>'],
  ['`::right::`', 'A\n\n::right::\n\nB', '<p>::right::</p>'],
  ['a footnote in place', 'A^[note]', '<p>A^[note]</p>'],
  ['a term with', 'Term\n: Meaning', '<p>Term: Meaning</p>'],
  ['slides from elsewhere', '---\nsrc: ../a.md#b\n---', '<h2>src: ../a.md#b</h2>'],
])('on a forge: %s', (construct, source, shown) => {
  expect(SOURCE).toContain(`\n| ${construct}`);
  expect(render(source)).toContain(shown);
});
