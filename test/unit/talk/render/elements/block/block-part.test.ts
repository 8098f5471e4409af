import { expect, test } from 'vitest';
import { toPageData } from '../../../../../../src/node/pages/talk-page.ts';
import { createCompileCache } from '../../../../../../src/talk/compile-cache.ts';
import { compileTexts } from '../../../../../support/fixtures.ts';

const RIDES = JSON.stringify({
  title: 'Rides',
  unit: 'riders',
  key: 'id',
  sources: { s: { name: 'Counter' } },
  rows: ['2024-10-01', '2024-10-31', '2024-12-01', '2024-12-18'].flatMap((asOf, day) =>
    ['Graz', 'Wien'].map((city, at) => ({ asOf, id: `${day}${at}`, city, riders: day + at })),
  ),
});
const STAYS = '{"title":"Stays","sources":{"s":{"name":"S"}},"rows":[{"name":"a","n":1}]}';

function compile(body: string, head = '', options: Parameters<typeof compileTexts>[1] = {}) {
  const talk = `---\ntitle: T\n${head}---\n\n# A\n\n${body}\n`;
  const texts = {
    'slides/talks/t.md': talk,
    'data/rides.json': RIDES,
    'data/stays.json': STAYS,
  };
  const { talks, problems } = compileTexts(texts, { today: '2024-12-20', ...options });
  const [found] = talks;
  if (!found) throw new Error('There is no talk.');
  return { talk: found, problems, block: found.slides[0]?.blocks[0] };
}
const chart = (keys: string) => `\`\`\`chart\ndata: rides\ntype: column\n${keys}\n\`\`\``;
const table = (keys: string) => `\`\`\`table\ndata: rides\n${keys}\n\`\`\``;
const faults = (body: string) =>
  compile(body).problems.map(({ code, message, hint, span }) => [
    code,
    `${message} ${hint ?? ''}`,
    `${span?.line}:${span?.column}`,
  ]);

test('a chart shows rows by period, says which is incomplete, and has no data where there are none', () => {
  const { block, problems } = compile(chart('every: month\ntake: sum\ny: riders'));
  expect(problems).toEqual([]);
  expect(block?.text.split('\n')).toEqual([
    'Rides, riders; December 2024: data to 18 December',
    '',
    '| Date | riders |',
    '| --- | ---: |',
    '| October 2024 | 4 |',
    '| November 2024 | no data |',
    '| December 2024 | 12 |',
  ]);
  expect(block?.datasets).toEqual(['rides']);
});

test('the source line has the newest date, not that of the period', () => {
  const { talk } = compile(chart('every: year\ntake: sum\ny: riders'));
  expect(talk.slides[0]?.html).toContain('as of 18 December 2024');
});

test('rows are parted by the columns that the block names', () => {
  const { block } = compile(chart('every: quarter\ntake: max\ny: riders\nlabel: city'));
  expect(block?.text).toContain('| Q4 2024 | 3 | 4 |');
  const where = compile(chart('every: quarter\ntake: max\ny: riders\nwhere: { city: Graz }'));
  expect(where.block?.text).toContain('| Q4 2024 | 3 |');
});

test('a table names the column that each function makes', () => {
  const keys =
    'every: month\ntake: { riders: sum, rides: count, least: min riders }\ncolumns: [asOf, city, riders, rides, least]';
  const { block, problems } = compile(table(`${keys}\nlast: 1mo`));
  expect(problems).toEqual([]);
  expect(block?.text).toContain('| December 2024 | Graz | 5 | 2 | 2 |');
  expect(block?.text).toContain('December 2024: data to 18 December');
  expect(block?.text).not.toContain('October');
});

test('a figure shows the newest period and what it says of it', () => {
  const { block, problems } = compile(
    '```figure\ndata: rides\nvalue: riders\nevery: month\ntake: sum\nago: 2mo\n```',
  );
  expect(problems).toEqual([]);
  expect(block?.text).toBe(
    '**12** Rides, from 4, 2 months earlier, up 200%\n\nDecember 2024: data to 18 December',
  );
});

test('the newest part of rows is shown as they are', () => {
  const { block } = compile(table('last: 14d\ncolumns: [asOf, city]'));
  expect(block?.text).toContain('18 December 2024');
  expect(block?.text).not.toContain('1 December 2024');
  expect(block?.text).not.toContain('October');
});

test('quantiles are the median and the quarters around it', () => {
  const keys = 'type: range\nevery: year\ntake: quantiles\ny: riders\nlow: low\nhigh: high';
  const { block, problems } = compile(`\`\`\`chart\ndata: rides\n${keys}\n\`\`\``);
  expect(problems).toEqual([]);
  expect(block?.text).toContain('| 2024 | 2 | 1 | 3 |');
});

test('pages have only what is shown, unless it may change', () => {
  const body = `${chart('every: month\ntake: sum\ny: riders')}\n\n${table('every: month\ntake: count\ncolumns: [asOf, count]')}`;
  const names = (head: string) =>
    Object.values(compile(body, head).talk.datasets).map(({ name, rows, part }) => [
      name,
      rows.length,
      part?.every ?? null,
    ]);
  const parts = [
    ['rides', 3, 'month'],
    ['rides', 3, 'month'],
  ];
  expect(names('')).toEqual(parts);
  expect(names('time: true\n')).toEqual([['rides', 8, null], ...parts]);
});

test('the bytes of a page do not grow with the rows that it sums up', () => {
  const bytesOf = (count: number): number => {
    const rows = Array.from({ length: count }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return { asOf: `2024-${month}-10`, id: index, riders: 50 };
    });
    const sources = { s: { name: 'S' } };
    const trips = JSON.stringify({ title: 'Trips', key: 'id', sources, rows });
    const body = chart('every: month\ntake: sum').replace('rides', 'trips');
    const { talks, problems } = compileTexts({
      'slides/talks/t.md': `---\ntitle: T\n---\n\n${body}\n`,
      'data/trips.json': trips,
    });
    const [found] = talks;
    if (!found || problems.length > 0) throw new Error('The talk has problems.');
    return JSON.stringify(toPageData(found, null)).length + (found.slides[0]?.html.length ?? 0);
  };
  const few = bytesOf(1200);
  expect(few).toBeLessThan(6000);
  expect(bytesOf(4800) - few).toBeLessThan(100);
});

test('a compiled slide is used again until its data change', () => {
  const cache = createCompileCache();
  const kept = new Map();
  const body = chart('every: month\ntake: sum\ny: riders');
  const options = { cache, kept };
  const first = compile(body, '', options).talk;
  expect(compile(body, '', options).talk.datasets).toEqual(first.datasets);
  const earlier = compile(body, '', { ...options, asOf: '2024-11-01' }).talk;
  expect(Object.values(earlier.datasets)[0]?.rows).toHaveLength(1);
});

test('what is wrong is said at its key', () => {
  expect(faults(chart('every: month'))).toEqual([
    [
      'missing-block-key',
      'The chart block with "every" needs the key "take". Say what a period shows of its rows: "take: sum", or mean, median, min, max, first, last, count, quantiles.',
      '10:8',
    ],
  ]);
  expect(faults(chart('take: sum'))).toMatchObject([
    ['wrong-value', expect.stringContaining('"every: month"'), '10:7'],
  ]);
  expect(faults(chart('every: monthly\ntake: sum'))).toMatchObject([
    ['wrong-value', expect.stringContaining('Did you mean "month"?'), '10:8'],
  ]);
  expect(faults(chart('every: month\ntake: summ'))).toMatchObject([
    ['wrong-value', expect.stringContaining('Did you mean "sum"?'), '11:7'],
  ]);
  expect(faults(chart('every: month\ntake: { riders: averge }'))).toMatchObject([
    ['wrong-value', expect.stringContaining('one of sum, mean'), '11:17'],
  ]);
  expect(faults(chart('every: month\ntake: { riders: sum ridres }'))).toMatchObject([
    ['unknown-column', expect.stringContaining('Did you mean "riders"?'), '11:17'],
  ]);
  expect(faults(chart('every: month\ntake: { riders: sum city }'))).toMatchObject([
    ['no-numbers', expect.stringContaining('"city" of "rides" holds no number'), '11:17'],
  ]);
  expect(faults(chart('every: month\ntake: sum\ny: ridres'))).toMatchObject([
    ['unknown-column', expect.stringContaining('Did you mean "riders"?'), '12:4'],
  ]);
  expect(faults(chart('every: month\ntake: { n: count }\ny: riders'))).toMatchObject([
    ['wrong-value', expect.stringContaining('add "riders: sum"'), '12:4'],
  ]);
  expect(faults(chart('every: month\ntake: sum\nwhere: { town: Graz }'))).toMatchObject([
    ['unknown-column', expect.stringContaining('"town"'), '12:16'],
  ]);
  expect(faults(chart('last: 12 moons'))).toMatchObject([
    ['wrong-value', expect.stringContaining('a time such as 24h'), '10:7'],
  ]);
  expect(faults(chart('last: 30d').replace('rides', 'stays'))).toMatchObject([
    ['no-periods', expect.stringContaining('have no dates'), '8:7'],
  ]);
  expect(faults(chart('every: hour\ntake: sum'))).toMatchObject([
    ['no-periods', expect.stringContaining('"every: day"'), '8:7'],
  ]);
  expect(faults(chart('every: month\ntake: sum').replace('rides', 'ridse'))).toMatchObject([
    ['unknown-dataset', expect.stringContaining('Did you mean "rides"?'), '8:7'],
  ]);
  expect(faults(chart('timeUnit: month'))).toMatchObject([
    ['unknown-block-key', expect.stringContaining('Did you mean "every"?'), '10:1'],
  ]);
  expect(faults(chart('aggregate: sum'))).toMatchObject([
    ['unknown-block-key', expect.stringContaining('Did you mean "take"?'), '10:1'],
  ]);
  expect(faults(chart('every: month\ntake: sum\nwhere: { city: Gratz }'))).toMatchObject([
    ['nothing-to-show', expect.stringContaining('Did you mean "Graz"?'), expect.anything()],
  ]);
});
