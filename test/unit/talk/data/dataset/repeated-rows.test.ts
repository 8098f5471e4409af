import { expect, test } from 'vitest';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';

const lines = (...rows: string[]): string =>
  `{ "title": "T", "sources": { "a": { "name": "A" } }, "rows": [${rows.join()}] }`;

test('rows of the same fact are one problem, which names the column that tells them apart', () => {
  const row = (lang: string, os: string, asOf = '2024'): string =>
    JSON.stringify({ asOf, lang, os, n: 1, source: 'a' });
  const hintOf = (text: string) => {
    const { problems: found } = parseDataset({ path: 'data/a.json', text }, 'a');
    expect(found).toHaveLength(1);
    return found[0]?.hint;
  };
  const [c, d, e] = [row('C', 'x'), row('D', 'x'), row('E', 'x')];
  expect(hintOf(lines(c, d, e))).toContain('add "key": "lang"');
  const both = [row('C', 'x'), row('C', 'y'), row('D', 'x'), row('D', 'y')];
  expect(hintOf(lines(...both))).toContain('no single column tells them apart');
  expect(hintOf(lines(c, c))).toMatch(/^A corrected fact/);
  const keyed = lines(c, d).replace('"rows"', '"key": "lagn", "rows"');
  expect(hintOf(keyed)).toContain('Did you mean "lang"?');
});
