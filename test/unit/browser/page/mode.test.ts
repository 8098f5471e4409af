import { expect, test } from 'vitest';
import { pickMode } from '../../../../src/browser/page/mode.ts';

function pick(
  search: string,
  stored: string | null = null,
  isPrint = false,
  own: 'light' | 'dark' = 'light',
) {
  return pickMode(new URLSearchParams(search), { stored, isPrint, own });
}

test('a page opens light', () => {
  expect(pick('')).toBe('light');
});

test('a page opens in the mode that was chosen last', () => {
  expect(pick('', 'dark')).toBe('dark');
});

test('the address wins over what was chosen last', () => {
  expect(pick('?dark', 'light')).toBe('dark');
  expect(pick('?light', 'dark')).toBe('light');
});

test('print is light whatever was chosen last, and dark where the address says so', () => {
  expect(pick('', 'dark', true)).toBe('light');
  expect(pick('?print&dark', null, true)).toBe('dark');
});

test('something strange in the store is light', () => {
  expect(pick('', 'purple')).toBe('light');
});

test('a dark talk is dark everywhere, unless a viewer or the address says otherwise', () => {
  expect(pick('', null, false, 'dark')).toBe('dark');
  expect(pick('?print', null, true, 'dark')).toBe('dark');
  expect(pick('', 'light', false, 'dark')).toBe('light');
  expect(pick('?print&light', null, true, 'dark')).toBe('light');
});
