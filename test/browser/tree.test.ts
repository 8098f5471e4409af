import { expect, test } from 'vitest';
import { openBuiltStage } from '../support/deck.ts';

const BOXES = Array.from({ length: 5 }, (_, index) => `{ label: box ${index} }`).join(', ');
const TALK = `---
title: Tree
---

# Tree

\`\`\`tree
trees:
  - { label: one, boxes: [${BOXES}] }
  - { label: two, boxes: [${BOXES}] }
steps: true
\`\`\`
`;

test('a tree enters box by box, however many there are', async () => {
  await using stage = await openBuiltStage({ 'slides/talks/tree.md': TALK });
  const page = await stage.open('tree/');
  const count = (): Promise<number> =>
    page
      .locator('.tree-box')
      .evaluateAll(
        (boxes) => boxes.filter((box) => box.checkVisibility({ visibilityProperty: true })).length,
      );
  const seen: number[] = [];
  for (let step = 0; step < 10; step++) {
    seen.push(await count());
    await page.keyboard.press('ArrowRight');
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
