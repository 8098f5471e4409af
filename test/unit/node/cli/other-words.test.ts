import { expect, test } from 'vitest';
import { adviseOption, adviseSurplus } from '../../../../src/node/cli/other-words.ts';
import { meantFormat, misplacedFormat } from '../../../../src/node/export/format-words.ts';

test('options of other programs are answered by what does the same', () => {
  expect(adviseOption('--pdf', 'export')).toBe('Write "-f pdf".');
  expect(adviseOption('--powerpoint', 'export')).toBe('Write "-f pptx".');
  expect(adviseOption('--pdf', 'dev')).toBeNull();
  expect(adviseOption('-p', 'dev')).toBe('Write --port.');
  expect(adviseOption('-p', 'export')).toBeNull();
  expect(adviseOption('--toString', 'dev')).toBeNull();
});

test('a word too many is explained where its verb says what was meant', () => {
  expect(adviseSurplus(['my', 'talk'], 'new')).toContain('"npx rostrum new my-talk"');
  expect(adviseSurplus(['talk'], 'build')).toContain('all talks');
  expect(adviseSurplus(['talk'], 'where')).toBeNull();
});

test('formats go by several words', () => {
  expect(['PDF', 'powerpoint', 'xyz', 'constructor'].map(meantFormat)).toEqual([
    'pdf',
    'pptx',
    null,
    null,
  ]);
  expect(misplacedFormat('ppt', 'pptx').hint).toContain('TALK -f pptx');
});
