import { expect, test } from 'vitest';
import { findScriptFont, sortScriptFonts } from '../../../../src/talk/model/scripts.ts';

const HAN = '\u6f22';

test('a letter of several languages takes the font of the talk’s', () => {
  expect(findScriptFont(HAN, 'ja')).toMatch(/-jp$/);
  expect(findScriptFont(HAN, 'zh')).toMatch(/-sc$/);
  expect(findScriptFont(HAN, 'zh-TW')).toMatch(/-tc$/);
  expect(findScriptFont(HAN, 'ko')).toMatch(/-kr$/);
  expect(findScriptFont(HAN, 'en')).toMatch(/-jp$/);
});

test('other letters have one font, and those of the slides’ own none', () => {
  expect(findScriptFont('\u05d0', 'en')).toMatch(/hebrew$/);
  expect(findScriptFont('a', 'en')).toBeUndefined();
});

test('lists each font once, whatever the language', () => {
  const names = ['en', 'ja', 'zh-hant'].map((language) =>
    sortScriptFonts(language)
      .map(({ name }) => name)
      .sort()
      .join(),
  );
  expect(new Set(names).size).toBe(1);
});
