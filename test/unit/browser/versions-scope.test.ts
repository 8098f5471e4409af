import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const FILE = path.resolve(import.meta.dirname, '../../../src/browser/styles/slides/versions.css');

test('the rules of versions of code reach no other element called a version, such as the names of a timeline', () => {
  const css = readFileSync(FILE, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const selectors = [...css.matchAll(/^ *([^@{}\n]+) \{$/gm)].map(([, selector = '']) => selector);
  const named = selectors.filter((selector) => /\.version\b/.test(selector));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((selector) => !/\.versions[^ ]* > \.version/.test(selector))).toEqual([]);
});
