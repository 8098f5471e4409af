import { expect, test } from 'vitest';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';
import { compileBlock } from '../../../../../support/block.ts';
import { delays, timings } from '../../../../../gallery/data-kinds.ts';
import { makeView } from '../../../../../gallery/example.ts';

const YAML = 'data: timings\ntype: range\nlow: least\nhigh: most';

function faults(yaml: string, datasets = [timings]): string[] {
  return compileBlock(chart, yaml, { datasets }).problems.map(
    ({ code, span, message }) => `${span?.file}: ${code} ${message}`,
  );
}

function lines(yaml: string, datasets = [timings, delays]): string[] {
  return compileBlock(chart, yaml, { datasets }).output?.text.split('\n') ?? [];
}

test('the table has both ends, and the value between them when there is one', () => {
  const errors = lines(`${YAML}\ny: time`);
  expect(errors[2]).toBe('| build | time | least | most |');
  expect(errors[4]).toBe('| C | 812 | 801 | 830 |');
  expect(errors[7]).toBe('| Rust, LTO | ~806 | ~795 | ~815 |');
  expect(errors[8]).toBe('| Rust, no checks | no data | no data | no data |');
  const spans = lines('data: delays\ntype: range\nlow: low\nhigh: high');
  expect(spans[2]).toBe('| Date | low | high |');
  expect(spans[4]).toBe('| March 2023 | 6 | 41 |');
});

test('a range with one unknown end is no range, and its value stays', () => {
  const rows = [
    { build: 'C', time: 5, least: null, most: 9 },
    { build: 'Rust', time: null, least: 4, most: 6 },
  ];
  const own = [makeView('timings', rows, { key: 'build' })];
  expect(lines(`${YAML}\ny: time`, own).slice(4)).toEqual([
    '| C | 5 | no data | 9 |',
    '| Rust | no data | 4 | 6 |',
  ]);
});

test('ends that are at odds are problems that name the row', () => {
  const turned = [makeView('timings', [{ build: 'C', least: 9, most: 5 }], { key: 'build' })];
  expect(faults(YAML, turned)).toEqual([
    'low: wrong-value "low" has to be at most as large as "high", but at "C" they are 9 and 5.',
  ]);
  const row = { build: 'C', time: 12, least: 5, most: 9 };
  expect(faults(`${YAML}\ny: time`, [makeView('timings', [row], { key: 'build' })])).toEqual([
    'y: wrong-value "y" has to be between "low" and "high", but at "C" it is 12.',
  ]);
});

test('both ends are needed, exist and hold numbers', () => {
  expect(faults('data: timings\ntype: range\nlow: least')).toEqual([
    ': missing-block-key The chart of type range needs the key "high".',
  ]);
  expect(faults('data: timings\ntype: range\nlow: lest\nhigh: most')).toEqual([
    'low: unknown-column "timings" has no column "lest".',
  ]);
  expect(faults('data: timings\ntype: range\nlow: build\nhigh: most')).toEqual([
    'low: wrong-cell Column "build" of "timings" must contain numbers, but contains "C".',
  ]);
  expect(faults('data: timings\ntype: bar\ny: time\nlow: least')).toEqual([
    'low: wrong-value "low" has to be left out, as only a chart of type range has it.',
  ]);
});
