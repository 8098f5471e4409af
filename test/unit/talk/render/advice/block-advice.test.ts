import { expect, test } from 'vitest';
import { adviseBlock } from '../../../../../src/talk/render/advice/block-advice.ts';
import { makeView } from '../../../../gallery/example.ts';

const problem = { code: 'nothing-to-show', severity: 'error', message: 'M.', hint: 'H.' } as const;
const data = makeView('langs', [{ lang: 'C' }, { lang: 'Rust' }, { lang: 'Zig' }]);
const hintOf = (where: unknown) => adviseBlock(problem, { data: 'langs', where }, () => data).hint;

test('a cell that no row has is named, with the nearest or all that there are', () => {
  expect(hintOf({ lang: 'rust' })).toBe('No row has "rust" in "lang". Did you mean "Rust"?');
  expect(hintOf({ lang: ['C', 'Go'] })).toBe('No row has "Go" in "lang". It holds C, Rust, Zig.');
});

test('without conditions on rows, the column without a value is named', () => {
  const view = makeView('langs', [{ lang: 'C', users: null }, { lang: 'Zig' }]);
  const adviceFor = (spec: object) => adviseBlock(problem, { data: 'langs', ...spec }, () => view);
  expect(adviceFor({ y: ['lang', 'users'] }).hint).toBe(
    'No row has a value in "users". Name another column or dataset, or remove the block.',
  );
  expect(adviceFor({ x: 'lang' }).hint).toContain('Its rows lack what the block shows.');
});

test('other problems stay as they are', () => {
  expect(adviseBlock(problem, { data: 'none' }, () => undefined)).toBe(problem);
  const other = { ...problem, code: 'no-data' };
  expect(adviseBlock(other, { data: 'langs' }, () => data)).toBe(other);
});
