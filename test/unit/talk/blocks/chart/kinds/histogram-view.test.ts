import { expect, test } from 'vitest';
import type { Row } from '../../../../../../src/talk/model/dataset.ts';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';
import { compileBlock, type CompiledBlock } from '../../../../../support/block.ts';
import { drivers } from '../../../../../gallery/data-kinds.ts';
import { makeView } from '../../../../../gallery/example.ts';

const YAML = 'data: drivers\ntype: histogram\nx: size';

function compile(yaml: string, rows?: Row[]): CompiledBlock {
  return compileBlock(chart, yaml, { datasets: [rows ? makeView('drivers', rows) : drivers] });
}

function faults(yaml: string, rows?: Row[]): string[] {
  return compile(yaml, rows).problems.map(
    ({ code, span, message }) => `${span?.file}: ${code} ${message}`,
  );
}

test('the table counts rows by bin', () => {
  const { output, problems } = compile(`${YAML}\nbins: [0, 100, 200, 300]`);
  expect(problems).toEqual([]);
  expect(output?.text.split('\n').slice(2)).toEqual([
    '| size | rows |',
    '| --- | ---: |',
    '| 0 to 99 | 7 |',
    '| 100 to 199 | 3 |',
    '| 200 to 300 | 1 |',
  ]);
});

test('the first column of numbers is taken when none is named', () => {
  expect(compile('data: drivers\ntype: histogram').output?.text).toContain('| lines | rows |');
});

test('a unit that names the column is not said twice', () => {
  const head = (unit: string): string | undefined =>
    compile(`${YAML}\nunit: ${unit}`).output?.text.split('\n')[2];
  expect(head('size in kB')).toBe('| size in kB | rows |');
  expect(head('kB')).toBe('| size, kB | rows |');
});

test('bins of fractions are named by both edges', () => {
  const rows = [{ t: 0.12 }, { t: 0.31 }, { t: 0.55 }];
  const text = compile('data: drivers\ntype: histogram\nx: t\nbins: 3', rows).output?.text;
  expect(text).toContain('| 0.0 to 0.2 | 1 |');
});

test('edges have to be around all values and at equal distances', () => {
  expect(faults(`${YAML}\nbins: [0, 100]`)).toEqual([
    'bins: wrong-value "bins" has to be edges around all values, which are in bins from 0 to 300.',
  ]);
  for (const bins of ['[0, 10, 100]', '[5]', '[3, 2, 1]', '0', '2.5', 'many', '400']) {
    expect(compile(`${YAML}\nbins: ${bins}`).issues.join(), bins).toContain('edges at equal');
  }
});

test('too many bins are a problem with their number', () => {
  const { problems } = compile(`${YAML}\nbins: [0, 1]`);
  const problem = problems.find(({ code }) => code === 'too-much-to-show');
  expect(problem?.message).toContain('263 bins');
});

test('a note has to be on the axis', () => {
  expect(faults(`${YAML}\nbins: [0, 300]\nannotate: [{value: 310, text: far}]`)).toEqual([
    'annotate.0.value: wrong-value "annotate[0].value" has to be a value of the axis, from 0 to 300.',
  ]);
});

test('texts among the values, and none at all, are problems', () => {
  const bins = 'data: drivers\ntype: histogram\nx: size';
  expect(faults(bins, [{ size: 3 }, { size: 'big' }])[0]).toContain('contains "big"');
  expect(faults(bins, [{ size: null, other: 3 }])[0]).toContain('nothing-to-show');
});

test('bins of tiny values that are close have names of their own', () => {
  const rows = [{ size: 9.79e-12 }, { size: 9.76e-12 }];
  const names = (compile(`${YAML}\nbins: 6`, rows).output?.text.split('\n') ?? [])
    .slice(4)
    .map((line) => line.split('|')[1]?.trim());
  expect(names.slice(0, 2)).toEqual([
    '9.76e\u221212 to 9.765e\u221212',
    '9.765e\u221212 to 9.77e\u221212',
  ]);
  expect(new Set(names).size).toBe(names.length);
});

test('bins that are narrow for their edges have names that show their width', () => {
  const namesOf = (bins: number, ...sizes: number[]): (string | undefined)[] => {
    const rows = sizes.map((size) => ({ size }));
    const { output, problems } = compile(`${YAML}\nbins: ${bins}`, rows);
    expect(problems).toEqual([]);
    return (output?.text.split('\n') ?? []).slice(4).map((line) => line.split('|')[1]?.trim());
  };
  expect(namesOf(60, 99.94203, 99.93157).slice(0, 2)).toEqual([
    '99.9314 to 99.9316',
    '99.9316 to 99.9318',
  ]);
  for (const low of [7.3, -99.93, 1e-9, 1234567.5]) {
    for (const share of [3e-1, 1e-4, 1e-6]) {
      const names = namesOf(34, low, low + Math.abs(low) * share);
      expect(new Set(names).size, `${low}, ${share}`).toBe(names.length);
    }
  }
});

test('bins of bytes are powers of two wide, and have their unit', () => {
  const rows = [100, 900, 2100, 2500, 3000, 7900].map((size) => ({ size }));
  const { output } = compile(`${YAML}\nunit: KiB\nbins: 4`, rows);
  expect(output?.text.split('\n').slice(2)).toEqual([
    '| size | rows |',
    '| --- | ---: |',
    '| 0 to 2\u202fMiB | 2 |',
    '| 2\u202fMiB to 4\u202fMiB | 3 |',
    '| 4\u202fMiB to 6\u202fMiB | 0 |',
    '| 6\u202fMiB to 8\u202fMiB | 1 |',
  ]);
});
