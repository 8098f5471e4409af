import { expect, test } from 'vitest';
import { meantFormat, misplacedFormat } from '../../../../src/node/export/format-words.ts';

test('formats go by several words', () => {
  expect(['PDF', 'powerpoint', 'xyz', 'constructor'].map(meantFormat)).toEqual([
    'pdf',
    'pptx',
    null,
    null,
  ]);
  expect(misplacedFormat('ppt', 'pptx').hint).toContain('TALK -f pptx');
});
