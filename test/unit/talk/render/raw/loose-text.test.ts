import { parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { gatherText } from '../../../../../src/talk/render/raw/loose-text.ts';

function gather(markup: string): string {
  const fragment = parseFragment(markup);
  gatherText(fragment);
  return serialize(fragment);
}

test('several parts of a text are one paragraph, up to the next block', () => {
  expect(gather('a <b>b</b><div>c</div><i>d</i>, e')).toBe(
    '<p>a <b>b</b></p><div>c</div><p><i>d</i>, e</p>',
  );
});

test('a single part, blocks, and what is positioned stay as they are', () => {
  for (const markup of [
    '<div>a</div>\nb\n',
    '<a href="x"><div>a</div></a> b',
    '<b style="position: absolute">a</b> <i>b</i>',
  ])
    expect(gather(markup)).toBe(markup);
});
