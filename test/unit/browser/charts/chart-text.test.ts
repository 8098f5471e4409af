import { expect, test } from 'vitest';
import { breakText, fitTexts, textWidth } from '../../../../src/browser/charts/chart-text.ts';

test('a name that is cut where another goes on keeps its end, so that each could be only one', () => {
  const names = ['CONFIG_RENDRA_MU_4', 'CONFIG_REN_NET_5', 'CONFIG_USB_SCHED_6'];
  const width = textWidth('CONFIG_REN_\u2026', 18);
  const cut = fitTexts(names, 18, width);
  expect(cut[0]).toMatch(/^CONF.*\u2026.*4$/);
  expect(cut[2]).toMatch(/^CONFIG_US.*\u2026$/);
  for (const text of cut) {
    const [head = '', tail = ''] = text.split('\u2026');
    expect(names.filter((name) => name.startsWith(head) && name.endsWith(tail))).toHaveLength(1);
    expect(textWidth(text, 18)).toBeLessThanOrEqual(width);
  }
});

test('names that are the same are cut at their ends', () => {
  expect(fitTexts(['A long name', 'A long name'], 18, 70)[0]).toMatch(/\u2026$/);
});

test('a name is broken after its signs and before its capitals, but a version is whole', () => {
  expect(breakText('drivers/net/wireless.ko', 18, 80)).toEqual([
    'drivers/',
    'net/',
    'wireless.',
    'ko',
  ]);
  expect(breakText('FooBar', 18, 40)).toEqual(['Foo', 'Bar']);
  expect(breakText('Linux 6.10.1-rc4', 18, 70)).toEqual(['Linux', '6.10.1-', 'rc4']);
  expect(breakText('12:30, 1,000.', 18, 60)).toEqual(['12:30,', '1,000.']);
});

test('an ellipsis is at the end of letters that run from right to left', () => {
  const [cut = ''] = fitTexts(
    ['\u05e8\u05e9\u05ea \u05dc\u05d9\u05d1\u05d4 \u05e8\u05e9\u05ea'],
    18,
    70,
  );
  expect(cut).toMatch(/^\u05e8.*\u2026\u200f$/);
  expect(textWidth('\u05e8\u200f', 18)).toBe(textWidth('\u05e8', 18));
});
