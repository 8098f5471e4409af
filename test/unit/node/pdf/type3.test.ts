import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { describeDrawnLetters, findDrawnLetters } from '../../../../src/node/pdf/type3.ts';
import type { PdfFile } from '../../../../src/node/pdf/pdf-file.ts';

const TABLE = `1 begincodespacerange
<00> <FF>
endcodespacerange
2 beginbfchar
<01> <5C71>
<02> <D83DDE00>
endbfchar
1 beginbfrange
<03> <05> <0041>
endbfrange`;

test('finds letters that became drawings, on their pages', () => {
  const packed = deflateSync(TABLE).toString('latin1');
  const objects = new Map([
    [1, '<</Type /Catalog\n/Pages 2 0 R>>'],
    [2, '<</Type /Pages\n/Kids [3 0 R 4 0 R]>>'],
    [3, '<</Type /Page\n/Resources <</Font <</F1 5 0 R>>>>>>'],
    [4, '<</Type /Page\n/Resources <</Font <</F1 5 0 R\n/F2 6 0 R>>>>>>'],
    [5, '<</Type /Font\n/Subtype /Type0>>'],
    [6, '<</Type /Font\n/Subtype /Type3\n/ToUnicode 7 0 R>>'],
    [7, `<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream`],
  ]);
  const file: PdfFile = { objects, root: 1, info: null };
  const found = findDrawnLetters(file);
  expect(found).toEqual([{ page: 1, letters: ['A', 'B', 'C', '山', '😀'] }]);
  const [warning, ...others] = describeDrawnLetters(found, ['one', 'two'], 'en');
  expect(others).toEqual([]);
  expect(warning).toContain('no TrueType font for "ABC山😀" on two');
  expect(warning).toContain('Install "@fontsource/noto-sans-jp"');
  const describe = (letters: string[], language: string): string | undefined =>
    describeDrawnLetters([{ page: 0, letters }], ['one'], language)[0];
  expect(describe(['山'], 'zh')).toContain('Install "@fontsource/noto-sans-sc" in');
  expect(describe(['산'], 'ko')).toContain('Install "@fontsource/noto-sans-kr" in');
  expect(describe(['😀'], 'en')).not.toContain('Install');
  expect(describeDrawnLetters([], [], 'en')).toEqual([]);
});
