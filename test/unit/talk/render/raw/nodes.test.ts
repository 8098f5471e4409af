import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { listElements, writeNodes } from '../../../../../src/talk/render/raw/nodes.ts';

const write = (html: string) => writeNodes(parseFragment(html).childNodes);

test('lists elements in their order, in templates too', () => {
  const tree = parseFragment('<p>a<b>c</b></p><template><i></i></template>');
  expect(listElements(tree).map(({ tagName }) => tagName)).toEqual(['p', 'b', 'template', 'i']);
});

test.each([
  '<p class="a">b &lt;c&gt; &amp; d</p>',
  '<br><img src="a&amp;b">',
  '<pre>\n\na</pre>',
  '<svg viewBox="0 0 1 1"><use xlink:href="#a"></use></svg>',
  '<style>a > b {}</style>',
])('%s is written as it was read', (html) => {
  expect(write(html)).toBe(html);
});

test('comments are left out, and open elements are closed', () => {
  expect(write('<!-- a --><b>c')).toBe('<b>c</b>');
});
