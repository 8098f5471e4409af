import { expect, test } from 'vitest';
import { describeSizes, measureData } from '../../../../../src/node/vite/build/data-sizes.ts';
import { compileTexts } from '../../../../support/fixtures.ts';

const chartOf = (data: string): string =>
  `\`\`\`chart\ndata: ${data}\ntype: bar\nx: name\ny: n\n\`\`\`\n`;

function measure(count: number) {
  const rows = Array.from({ length: count }, (_, n) => ({
    asOf: '2024',
    n,
    name: `row ${n}`,
    source: 's',
  }));
  const head = { title: 'Many', key: 'name', sources: { s: { name: 'S' } } };
  const { talks } = compileTexts({
    'slides/talks/a.md': `---\nasOf: 2026-01-01\n---\n\n${chartOf('many')}\n${chartOf('few')}`,
    'slides/talks/b.md': '---\nasOf: 2020-01-01\n---\n\n# B\n',
    'data/many.json': JSON.stringify({ ...head, rows }),
    'data/few.json': JSON.stringify({ ...head, rows: rows.slice(0, 1) }),
  });
  return describeSizes(measureData(talks));
}

test('the bytes of each dataset are listed, the largest first', () => {
  const { line, warnings } = measure(1000);
  expect(line).toMatch(/^Data on pages: many \d+ kB, few 1 kB\.$/);
  expect(warnings).toEqual([]);
  expect(describeSizes([])).toEqual({ line: '', warnings: [] });
});

test('one that makes a page heavy is a warning', () => {
  const { line, warnings } = measure(20_000);
  expect(line).toMatch(/^Data on pages: many 1\.\d MB, few 1 kB\.$/);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(
    /^"many" adds 1\.\d MB to the page of "a", which each visitor loads\. /,
  );
});

test('long lists end with a number', () => {
  const sizes = Array.from({ length: 7 }, (_, n) => ({
    dataset: `d${n}`,
    talk: 't',
    bytes: 9000 - n,
  }));
  expect(describeSizes(sizes).line).toMatch(/d4 9 kB and 2 smaller\.$/);
});
