import { expect, test } from 'vitest';
import { parseCodePlace } from '../../../../../src/talk/code/code-place.ts';
import { citePlace, titleOf } from '../../../../../src/talk/render/code/cited-place.ts';
import { languageOfFile } from '../../../../../src/talk/render/highlight/file-language.ts';

/** The title and the citation of a place whose code is some lines from line 10 on. */
function cite(written: string, count = 2): [string, string | undefined] {
  const place = parseCodePlace(written);
  if (typeof place === 'string') throw new Error(place);
  const after = { first: 10, lines: Array.from({ length: count }, () => '') };
  const code = { after, before: null, url: null, from: 'x', day: '1 May 2024' };
  return [titleOf(place), citePlace(place, code).source?.name];
}

test('cites files, lines and versions in words', () => {
  expect(cite('../../src/a.rs')).toEqual(['src/a.rs', 'src/a.rs']);
  expect(cite('/a.rs#L10', 1)).toEqual(['a.rs', 'a.rs, line 10']);
  expect(cite('k@v1:a.c')).toEqual(['a.c', 'a.c, lines 10\u201311, k v1 of 1 May 2024']);
  expect(cite('k@v1..v2:a.c', 0)).toEqual(['a.c, v1 \u2192 v2', 'a.c, k v1 to v2 of 1 May 2024']);
  const id = '0123456789abcdef';
  expect(cite(`k@${id}:a.c#L10-11`)[1]).toContain('k 0123456789ab of');
});

test.each([
  ['kernel/fork.c', 'c'],
  ['rust/kernel/time.rs', 'rust'],
  ['arch/x86/entry.S', 'asm'],
  ['arch/arm64/kernel/vmlinux.lds.S', 'linker'],
  ['Makefile', 'makefile'],
  ['scripts/Makefile.build', 'makefile'],
  ['init/Kconfig', 'kconfig'],
  ['arch/arm/boot/dts/a.dtsi', 'dts'],
  ['meson.build', 'meson'],
  ['README', 'plaintext'],
  ['a.unknown', 'plaintext'],
])('%s is in the language %s', (file, language) => {
  expect(languageOfFile(file)).toBe(language);
});
