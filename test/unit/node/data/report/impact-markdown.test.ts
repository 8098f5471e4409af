import { marked } from 'marked';
import { expect, test } from 'vitest';
import type { Change } from '../../../../../src/node/data/report/compare-figures.ts';
import type { RefreshResult } from '../../../../../src/node/data/refresh/refresh-result.ts';
import { renderMarkdown } from '../../../../../src/node/data/report/impact-markdown.ts';

const CHANGE: Change = {
  figure: 'list.members',
  part: '',
  before: '536',
  after: '603',
  problem: null,
  talk: 'today',
  slide: 'community',
};
const RESULT = {
  name: 'list',
  host: 'lists.example',
  outcome: 'new',
  added: 1,
  corrected: 0,
  isEdition: false,
  failure: null,
  note: null,
} as unknown as RefreshResult;

const render = (changes: Change[], results = [RESULT]): string =>
  renderMarkdown(results, { changes, unseen: [] }, false);

test('the first line says what changes, and tables say where', () => {
  const changes = [CHANGE, { ...CHANGE, talk: 'next' }];
  expect(render(changes)).toBe(`1 figure on 2 slides in 2 talks changes.

| Figure | Before | Now | On |
| --- | --- | --- | --- |
| \`list.members\` | \`536\` | \`603\` | \`today/#/community\`, \`next/#/community\` |

## Datasets

| Dataset | Outcome |  | Source |
| --- | --- | --- | --- |
| \`list\` | new | \`1 row\` | \`lists.example\` |

1 new.`);
});

test('without a change on a slide it says so', () => {
  expect(render([])).toMatch(/^No slide changes\.\n\n## Datasets\n/);
});

test('text from data is no markup, mention, link or cell', () => {
  const after = '`</td> | @everyone <img src=x> [a](https://e.example)\n# head';
  const text = render([{ ...CHANGE, after, before: '' }]);
  const html = String(marked.parse(text));
  expect(html).not.toMatch(/<img|<a |<h1/);
  expect(html.match(/<tr>/g)).toHaveLength(4);
  expect(html).toContain('@everyone &lt;img src=x&gt;');
  expect(text).toContain('| `nothing` |');
});

test('many changes stay below what a pull request can hold', () => {
  const changes = Array.from({ length: 3000 }, (_, index) => ({
    ...CHANGE,
    figure: `list.${'long'.repeat(50)}${index}`,
    slide: `slide-${index}`,
  }));
  const text = render(changes);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('and 2900 more.');
});
