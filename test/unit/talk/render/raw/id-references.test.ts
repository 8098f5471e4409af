import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import {
  listIds,
  listReferred,
  listTargets,
  renameReferences,
} from '../../../../../src/talk/render/raw/id-references.ts';
import { listElements, writeNodes } from '../../../../../src/talk/render/raw/nodes.ts';

const HTML =
  '<label for="a">b</label><p id="a" aria-labelledby="a c"></p><a href="#a"></a>' +
  '<svg><use href="#d"></use><rect fill="url(#e)"></rect><set begin="a.click;2s"></set><a href="#d"></a></svg>';

test('lists ids, and what refers to them without links', () => {
  const elements = listElements(parseFragment(HTML));
  expect(listIds(elements)).toEqual(['a']);
  expect([...listReferred(elements, ['#f { g: url(#h) }'])].sort()).toEqual([
    'a',
    'c',
    'd',
    'e',
    'f',
    'h',
  ]);
});

test('renames an id and all references to it', () => {
  const tree = parseFragment(HTML);
  const ids = new Map([
    ['a', 's-a'],
    ['d', 's-d'],
  ]);
  for (const element of listElements(tree))
    renameReferences(element, ids, (css) => css.replace('#e', '#s-e'));
  const html = writeNodes(tree.childNodes);
  expect(html).toContain('for="s-a"');
  expect(html).toContain('id="s-a" aria-labelledby="s-a c"');
  expect(html).toContain('<a href="#a">');
  expect(html).toContain('<a href="#d">');
  expect(html).toContain('href="#s-d"');
  expect(html).toContain('fill="url(#s-e)"');
  expect(html).toContain('begin="s-a.click;2s"');
});

test('lists the ids that an attribute draws', () => {
  const targets = (name: string, value: string, tag = 'use', inDrawing = true) =>
    listTargets({ name, value }, { name: tag, inDrawing });
  expect(targets('href', '#a')).toEqual(['a']);
  expect(targets('fill', 'url(#a)', 'rect')).toEqual(['a']);
  expect(targets('href', '#a', 'a')).toEqual([]);
  expect(targets('href', '#')).toEqual([]);
  expect(targets('href', '#a', 'use', false)).toEqual([]);
});
