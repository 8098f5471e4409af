import { expect, test } from 'vitest';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';
import { leastHeight } from '../../../../../../src/talk/blocks/chart/chart-room.ts';
import { viewScatter } from '../../../../../../src/talk/blocks/chart/kinds/scatter-view.ts';
import { compileBlock } from '../../../../../support/block.ts';
import { drivers } from '../../../../../gallery/data-kinds.ts';
import { makeView } from '../../../../../gallery/example.ts';

const SPEC = { data: 'drivers', type: 'scatter', x: 'lines', y: 'size' } as const;
const YAML = 'data: drivers\ntype: scatter\nx: lines\ny: size';

function faults(yaml: string, datasets = [drivers]): string[] {
  return compileBlock(chart, yaml, { datasets }).problems.map(
    ({ code, span, message }) => `${span?.file}: ${code} ${message}`,
  );
}

test('the table has both values of each row, and its group', () => {
  const { output } = compileBlock(chart, `${YAML}\ngroup: area`, { datasets: [drivers] });
  const lines = output?.text.split('\n') ?? [];
  expect(lines[2]).toBe('| name | lines | size | area |');
  expect(lines[4]).toBe('| null_blk | 620 | 41 | block |');
  expect(lines).toContain('| e1000 | 2400 | no data | network |');
  expect(lines).toHaveLength(4 + 12);
});

test('rows of one name are points of their own', () => {
  const rows = [
    { lines: 1, size: 2, name: 'a' },
    { lines: 3, size: 4, name: 'a' },
  ];
  const view = viewScatter({ ...SPEC, label: 'name' }, makeView('drivers', rows));
  expect(view.places.map(({ label }) => label)).toEqual(['a', 'a (2)']);
  const unnamed = viewScatter(SPEC, makeView('drivers', rows));
  expect(unnamed.places.map(({ label, short }) => [label, short])).toEqual([
    ['1', ''],
    ['2', ''],
  ]);
});

test('an axis begins at zero only when its values are near zero', () => {
  const near = viewScatter(SPEC, drivers);
  expect([near.min, near.across?.min]).toEqual([0, 0]);
  const rows = [
    { lines: 950, size: -3 },
    { lines: 990, size: 4 },
  ];
  const far = viewScatter(SPEC, makeView('drivers', rows));
  expect(far.across?.min).toBeGreaterThan(900);
  expect(far.across?.min).toBeLessThanOrEqual(950);
  expect(far.min).toBeLessThanOrEqual(-3);
});

test('both columns are needed, exist and hold numbers', () => {
  expect(faults('data: drivers\ntype: scatter\nx: lines')).toEqual([
    ': missing-block-key The chart of type scatter needs the key "y".',
  ]);
  expect(faults('data: drivers\ntype: scatter\nx: line\ny: size')).toEqual([
    'x: unknown-column "drivers" has no column "line".',
  ]);
  expect(faults('data: drivers\ntype: scatter\nx: area\ny: size')).toEqual([
    'x: wrong-cell Column "area" of "drivers" must contain numbers, but contains "block".',
  ]);
  expect(faults(`${YAML}\ngroup: areas`)).toEqual([
    'group: unknown-column "drivers" has no column "areas".',
  ]);
});

test('keys of other kinds are problems', () => {
  expect(faults(`${YAML}\nlimit: 3`)).toEqual([
    'limit: wrong-value "limit" has to be left out, as a chart of type scatter has none.',
  ]);
  expect(faults('data: drivers\ntype: bar\ny: size\ngroup: area')).toEqual([
    'group: wrong-value "group" has to be left out, as only a chart of type scatter has it.',
  ]);
  const { problems } = compileBlock(chart, 'data: drivers\ntype: line\ny: size\ngroup: area', {
    datasets: [drivers],
  });
  expect(problems.map(({ hint }) => hint)).toContain(
    'The column that tells series apart is "label".',
  );
  expect(faults('data: drivers\ntype: scatter\nx: lines\ny: [size, lines]')).toEqual([
    'y: wrong-value "y" has to be one column in a chart of type scatter.',
  ]);
});

test('more groups than colours are too much to show, with their number', () => {
  const [problem] = compileBlock(chart, `${YAML}\ngroup: name`, { datasets: [drivers] }).problems;
  expect(problem?.code).toBe('too-much-to-show');
  expect(problem?.message).toContain('12 groups');
});

test('rows of which none has both values are nothing to show', () => {
  const rows = [
    { lines: null, size: 2 },
    { lines: 3, size: null },
  ];
  expect(faults(YAML, [makeView('drivers', rows)])).toEqual([
    'data: nothing-to-show The chart finds nothing to show in "drivers" on the talk\'s date.',
  ]);
});

test('both axes are named by their columns and the unit of the data', () => {
  const rows = [{ lines: 100, size: 2000 }];
  const name = (unit: string, own = {}) => {
    const { across } = viewScatter({ ...SPEC, ...own }, { ...makeView('drivers', rows), unit });
    return [across?.head, across?.upright];
  };
  expect(name('ms')).toEqual(['lines, ms', 'size, ms']);
  expect(name('ms', { unit: 's' })).toEqual(['lines', 'size, s']);
  expect(name('ms', { unit: 'Size of the module, kB' })[1]).toBe('Size of the module, kB');
  // Numbers such as 2 MiB carry their unit.
  expect(name('KiB')).toEqual(['lines', 'size']);
  const { unit, across, texts } = viewScatter(SPEC, { ...makeView('drivers', rows), unit: 'KiB' });
  expect([unit, across?.unit]).toEqual(['KiB', 'KiB']);
  expect(texts?.rows[0]?.slice(1)).toEqual(['100\u202fKiB', '1.953\u202fMiB']);
});

test('the name of the upright axis needs a line of the height', () => {
  const data = { ...makeView('drivers', [{ lines: 1, size: 2 }]), unit: '%' };
  expect(leastHeight(viewScatter(SPEC, data))).toBe(138);
});
