import { expect, test } from 'vitest';
import { findNearestPath } from '../../../../src/talk/text/nearest.ts';
import { isExternal, relativePath, resolvePath } from '../../../../src/talk/text/path.ts';

test('paths are relative to the file that names them, or to the root', () => {
  expect(resolvePath('slides/talks/a.md', '../library/b.md')).toBe('slides/library/b.md');
  expect(resolvePath('slides/talks/a.md', 'b.md')).toBe('slides/talks/b.md');
  expect(resolvePath('slides/talks/a.md', '/assets/./x.svg')).toBe('assets/x.svg');
  expect(resolvePath('a.md', '../../x.svg')).toBe('../../x.svg');
});

test('a relative path leads back', () => {
  expect(relativePath('slides/talks/a.md', 'slides/library/b.md')).toBe('../library/b.md');
  expect(relativePath('slides/talks/a.md', 'slides/talks/b.md')).toBe('b.md');
  expect(relativePath('a.md', 'assets/b.svg')).toBe('assets/b.svg');
});

test('addresses with a scheme or host, and those within the page, leave the project', () => {
  const all = ['https://a.b', '//a.b', 'mailto:a@b', 'data:image/png,x', '#id', '?print', ''];
  expect(all.filter(isExternal)).toEqual(all);
  expect(['a.svg', '../a.svg', '/a.svg', 'ab:b/c', 'c:/x.svg'].filter(isExternal)).toEqual([
    'ab:b/c',
  ]);
});

test('the nearest path is that of the nearest file name', () => {
  const paths = ['../../assets/crab.svg', '../../assets/old/crab.svg', '../../assets/bee.svg'];
  expect(findNearestPath('../../assets/carb.svg', paths)).toBe('../../assets/crab.svg');
  expect(findNearestPath('crab.svg', paths)).toBe('../../assets/crab.svg');
  expect(findNearestPath('../../assets/none.svg', paths)).toBeUndefined();
});
