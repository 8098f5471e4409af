import { expect, test } from 'vitest';
import { labelValue } from '../../../../src/talk/diff/change-label.ts';

const label = (expression: string, title = '') => labelValue(expression, () => title);

test('a value is called after its dataset and column, once where they say the same', () => {
  expect(label('mailing-list.subscribers')).toBe('mailing list subscribers');
  expect(label('zulip-users.users')).toBe('zulip users');
  expect(label('kernel.mergeWindow')).toBe('kernel merge window');
});

test('names keep the capitals that they have in the title of the dataset', () => {
  expect(label('minimum-rust.rust', 'The Rust version that Linux asks for')).toBe('minimum Rust');
});

test('rows, periods and counts are told, formats are not', () => {
  expect(label('kernel-releases["6.11"].rust.version')).toBe('kernel releases 6.11 rust version');
  expect(label('kernel-releases.last.version')).toBe('kernel releases version');
  expect(label('list.members | ago 1y | compact')).toBe('list members, 1 year before');
  expect(label('list.members | growth 6mo')).toBe('list members, growth in 6 months');
  expect(label('list | count')).toBe('list, number of rows');
});

test('what cannot be read stays as it is', () => {
  expect(label('???')).toBe('???');
});
