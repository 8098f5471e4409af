import { expect, test } from 'vitest';
import { adviseOption, adviseSurplus } from '../../../../../src/node/cli/advice/other-words.ts';

test('options of other programs are answered by what does the same', () => {
  expect(adviseOption('--pdf', 'dev')).toBe('Write "npx rostrum export TALK -f pdf".');
  expect(adviseOption('-p', 'dev')).toBe('Write --port.');
  expect(adviseOption('-p', 'export')).toBeNull();
  expect(adviseOption('--toString', 'dev')).toBeNull();
});

test('a word too many is explained where its verb says what was meant', () => {
  expect(adviseSurplus(['my', 'talk'], 'new')).toContain('"npx rostrum new my-talk"');
  expect(adviseSurplus(['talk'], 'build')).toContain('all talks');
  expect(adviseSurplus(['talk'], 'where')).toBeNull();
});
