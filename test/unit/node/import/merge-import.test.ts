import { expect, test } from 'vitest';
import { mergeImport } from '../../../../src/node/import/merge-import.ts';

const BASE = 'one\n\n# Quay\n## Old\n\n- ebb\n- flow\n- tide\n- calm\n\n---\n\nlast\n';

test('changes of the deck go into the talk, whose own changes stay', () => {
  const mine = BASE.replace('last', 'last of mine');
  const { text, base, taken, conflicts } = mergeImport(BASE, mine, BASE.replace('flow', 'flood'));
  expect(text).toBe(mine.replace('flow', 'flood'));
  expect(base).toBe(BASE.replace('flow', 'flood'));
  expect([taken, conflicts]).toEqual([1, []]);
});

test('a line that both have changed keeps no other change near it from the talk', () => {
  const mine = BASE.replace('# Quay', '# My quay');
  const theirs = BASE.replace('# Quay', '# The quay').replace('- calm', '- calm sea');
  const { text, base, taken, conflicts } = mergeImport(BASE, mine, theirs);
  expect(text).toBe(mine.replace('- calm', '- calm sea'));
  expect(base).toBe(BASE.replace('- calm', '- calm sea'));
  expect(taken).toBe(1);
  expect(conflicts).toEqual([expect.arrayContaining(['-# Quay', '+# The quay'])]);
});
