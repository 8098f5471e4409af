import { expect, test } from 'vitest';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';
import { compileBlock } from '../../../../../support/block.ts';
import { hours, subsystems } from '../../../../../gallery/data-kinds.ts';
import { makeView } from '../../../../../gallery/example.ts';

const YAML = 'data: hours\ntype: heatmap\nx: hour\ny: mails\nlabel: day';

function compile(yaml: string, datasets = [hours, subsystems]) {
  return compileBlock(chart, yaml, { datasets });
}

function faults(yaml: string, datasets = [hours, subsystems]): string[] {
  return compile(yaml, datasets).problems.map(({ code, message }) => `${code} ${message}`);
}

test('whole numbers are in their order, whatever that of the rows', () => {
  const rows = [9, 10, 0].map((hour) => ({ day: 'Monday', hour, mails: hour }));
  const text = compile(YAML, [makeView('hours', rows)]).output?.text ?? '';
  expect(
    text
      .split('\n')
      .slice(4)
      .map((line) => line.split(' ')[1]),
  ).toEqual(['0', '9', '10']);
});

test('versions stay in the order of the data', () => {
  const text = compile('data: subsystems\ntype: heatmap\nx: release\ny: change\nlabel: area');
  const names = text.output?.text
    .split('\n')
    .slice(4)
    .map((line) => line.split(' ')[1]);
  expect(names).toEqual(['6.8', '6.9', '6.10', '6.11', '6.12']);
});

test('a cell without a row says "no data" in the table', () => {
  const rows = [
    { day: 'Monday', hour: 0, mails: 1 },
    { day: 'Tuesday', hour: 1, mails: 2 },
  ];
  const text = compile(YAML, [makeView('hours', rows)]).output?.text ?? '';
  expect(text).toContain('| 0 | 1 | no data |');
});

test('columns, rows and values are all needed', () => {
  expect(faults('data: hours\ntype: heatmap\nx: hour\ny: mails')).toEqual([
    'missing-block-key The chart of type heatmap needs the key "label".',
  ]);
  expect(faults(`${YAML}\nannotate: [{value: 3, text: x}]`)[0]).toContain('has no notes');
});

test('more rows than have names are too much to show, with their number', () => {
  const many = (count: number, columns: number) =>
    Array.from({ length: count * columns }, (_, index) => ({
      day: `area ${index % count}`,
      hour: Math.floor(index / count),
      mails: index,
    }));
  expect(faults(YAML, [makeView('hours', many(19, 2))])[0]).toContain('19 rows');
  expect(faults(YAML, [makeView('hours', many(2, 61))])[0]).toContain('61 columns');
  expect(faults(YAML, [makeView('hours', many(18, 60))])).toEqual([]);
});

test('two rows for one cell are a problem', () => {
  const rows = [1, 2].map((mails) => ({ day: 'Monday', hour: 0, mails, list: `list ${mails}` }));
  expect(faults(YAML, [makeView('hours', rows)])[0]).toContain('ambiguous-rows');
});
