import { expect, test } from 'vitest';
import { readAsOf, readPort } from '../../../../src/node/cli/arguments.ts';

test('reads ports and days, and says what they would be', () => {
  expect(readPort(undefined)).toBeUndefined();
  expect(readPort('0')).toBe(0);
  expect(() => readPort('80a')).toThrow('"80a" is not a port.');
  expect(readAsOf('2024-02-29')).toBe('2024-02-29');
  for (const day of ['2023-02-29', '2024-9-1', '2024-13-01', 'today']) {
    expect(() => readAsOf(day), day).toThrow(`"${day}" is not a date.`);
  }
});
