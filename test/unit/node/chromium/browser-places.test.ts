import { expect, test } from 'vitest';
import { listPlaces } from '../../../../src/node/chromium/browser-places.ts';

test('looks for Chrome, then Chromium, then Edge, in the folders of PATH', () => {
  const places = listPlaces('linux', { PATH: '/usr/local/bin:/usr/bin' });
  const rank = (path: string): number => places.indexOf(path);
  expect(rank('/usr/bin/google-chrome')).toBeGreaterThanOrEqual(0);
  expect(rank('/usr/bin/google-chrome')).toBeLessThan(rank('/usr/bin/chromium'));
  expect(rank('/usr/local/bin/chromium')).toBeLessThan(rank('/usr/bin/chromium'));
  expect(rank('/usr/bin/chromium')).toBeLessThan(rank('/usr/bin/microsoft-edge'));
});

test('leaves out relative folders of PATH, which mean another place in every folder', () => {
  const places = listPlaces('linux', { PATH: '.:bin:/usr/bin' });
  expect(places.every((path) => path.startsWith('/'))).toBe(true);
});

test('knows the application folders of macOS', () => {
  const places = listPlaces('darwin', { HOME: '/Users/ada' });
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('knows the program folders of Windows that the environment names', () => {
  const places = listPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' });
  expect(places).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});
