import { expect, test } from 'vitest';
import { chart } from '../../../../../src/talk/blocks/chart/chart.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { countChartSteps, showStep } from '../../../../../src/talk/blocks/chart/chart-steps.ts';
import { chartView, type ChartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { compileBlock, type CompiledBlock } from '../../../../support/block.ts';
import {
  channels,
  crates,
  messages,
  pulls,
  quarters,
  subscribers,
} from '../../../../gallery/data.ts';
import { makeView } from '../../../../gallery/example.ts';

const datasets = [channels, crates, messages, pulls, quarters, subscribers];

function compile(yaml: string, extra = datasets): CompiledBlock {
  return compileBlock(chart, yaml, { datasets: extra });
}

function codes(yaml: string, extra = datasets): string[] {
  return compile(yaml, extra).problems.map(({ code, span }) => `${span?.file}: ${code}`);
}

function view(spec: Partial<ChartSpec> & Pick<ChartSpec, 'data'>): ChartView {
  const data = datasets.find(({ name }) => name === spec.data);
  if (!data) throw new Error(`No dataset ${spec.data}.`);
  return chartView({ type: 'line', ...spec }, data);
}

function labels(chartOf: ChartView, series = 0): string[] {
  return chartOf.series[series]?.points.map(({ label }) => label) ?? [];
}

test('writes a table with the values as they are known, and the comparison in its caption', () => {
  const { output } = compile('{data: mailing-list, type: line, x: date, y: subscribers, mark: 1y}');
  expect(output?.html).toContain('<rostrum-chart');
  expect(output?.html.replaceAll(/\s+/g, ' ')).toContain(
    '<th scope="row">September 2023</th> <td>~460</td>',
  );
  expect(output?.text).toBe(
    [
      'Subscribers of the rust-for-linux list, subscribers: up ~17% since September 2023',
      '',
      '| Date | subscribers |',
      '| --- | ---: |',
      '| September 2023 | ~460 |',
      '| September 2024 | 536 |',
    ].join('\n'),
  );
});

test('finds its columns when the author names none', () => {
  expect(labels(view({ data: 'mailing-list' }))).toEqual(['~460', '536']);
  const bars = view({ data: 'rust-pulls', type: 'bar' });
  expect(bars.places.map(({ label }) => label)).toEqual([
    '6.8',
    '6.9',
    '6.10',
    '6.11',
    '6.12',
    '6.13',
  ]);
});

test('says "no data" for null and for what has no row', () => {
  expect(labels(view({ data: 'rust-pulls', x: 'version', y: 'commits' })).at(-1)).toBe('no data');
  const split = view({ data: 'lines', y: 'lines', label: 'area' });
  const samples = split.series.findIndex(({ name }) => name === 'samples/rust');
  expect(labels(split, samples)).toEqual(['no data', '~640']);
});

test('the table of a drawing marks "no data" as English in a talk of another language', () => {
  const write = (language: string): string => {
    const setting = { datasets, talk: { language } };
    const yaml = 'data: rust-pulls\ntype: line\nx: version\ny: commits';
    return compileBlock(chart, yaml, setting).output?.html ?? '';
  };
  expect(write('ar')).toContain('<td lang="en" dir="ltr">no data</td>');
  expect(write('en-GB')).toContain('<td>no data</td>');
});

test('writes a percent sign at each value instead of a unit above them', () => {
  const shares = view({ data: 'rust-pulls', type: 'bar', y: 'commits', unit: '%' });
  expect(labels(shares)[0]).toBe('13%');
  expect(shares.unit).toBe(null);
});

test('has zero on the axis unless the author says otherwise', () => {
  expect(view({ data: 'quarters' })).toMatchObject({ min: 0, max: 536 });
  expect(view({ data: 'quarters', min: 100, max: 600 })).toMatchObject({ min: 100, max: 600 });
  expect(view({ data: 'quarters', limit: 6, min: 'auto' }).min).toBe(200);
});

test('has no axis beyond 100 for parts of 100 percent, whose sums are not exact', () => {
  const rows = [{ name: '2023', a: 50.95, b: 37.1, c: 11.95 }];
  const spec: ChartSpec = { data: 'd', type: 'stacked', y: ['a', 'b', 'c'] };
  expect(50.95 + 37.1 + 11.95).not.toBe(100);
  expect(chartView(spec, makeView('d', rows, { key: 'name' })).max).toBe(100);
});

test('takes the newest row of a name and compares it with the row a year before', () => {
  const bars = view({ data: 'lines', type: 'bar', y: 'lines', sort: 'value', mark: '1y' });
  const first = bars.series[0]?.points[0];
  expect(bars.places[0]?.label).toBe('rust/kernel');
  expect(first).toMatchObject({ value: 13_400, past: { label: '~8200', change: 'up ~63%' } });
  expect(bars.series[0]?.points.find(({ value }) => value === 1050)?.past).toBe(null);
});

test('compares percentages by points, by their unit or format', () => {
  const rows = [
    { asOf: '2023-09', name: 'a', part: 98.245 },
    { asOf: '2024-09', name: 'a', part: 98.615 },
  ];
  for (const [unit, own] of [
    ['%', {}],
    ['percent', {}],
    [null, { unit: '% of users' }],
    [null, { format: 'percent' }],
  ] as const) {
    const spec = { data: 'd', y: 'part', mark: '1y', ...own } as const;
    const data = { ...makeView('d', rows), unit };
    expect(chartView({ ...spec, type: 'line' }, data).mark?.change).toBe('up 0.37 points');
    const bars = chartView({ ...spec, type: 'bar', x: 'name' }, data);
    expect(bars.series[0]?.points[0]?.past?.change).toBe('up 0.37 points');
  }
});

test('sorts by value, by name and by another column, in both directions', () => {
  const order = (spec: Partial<ChartSpec>): string =>
    view({ data: 'rust-pulls', type: 'bar', y: 'commits', ...spec })
      .places.map(({ key }) => key)
      .join(' ');
  expect(order({ sort: 'value' })).toBe('6.12 6.10 6.9 6.11 6.8 6.13');
  expect(order({ sort: 'value', order: 'asc' })).toBe('6.8 6.11 6.9 6.10 6.12 6.13');
  expect(order({ sort: 'label', order: 'desc' })).toBe('6.13 6.12 6.11 6.10 6.9 6.8');
  expect(order({ sort: 'value', limit: 2 })).toBe('6.12 6.10');
});

test('keeps the newest points of a series, and the rows that are asked for', () => {
  expect(view({ data: 'quarters', limit: 2 }).places.map(({ key }) => key)).toEqual([
    '2024-06',
    '2024-09',
  ]);
  const one = view({ data: 'lines', type: 'column', y: 'lines', where: { area: 'drivers/net' } });
  expect(labels(one)).toEqual(['910', '1530']);
  const several = view({
    data: 'lines',
    type: 'column',
    y: 'lines',
    where: { area: ['drivers/net', 'none'] },
  });
  expect(labels(several)).toEqual(['910', '1530']);
  expect(codes('{data: lines, type: bar, y: lines, where: {area: [drivers/net]}}')).toEqual([]);
});

test('accents what is highlighted, or the newest column', () => {
  const tones = (one: ChartView): number[] => one.series[0]?.points.map(({ tone }) => tone) ?? [];
  expect(tones(view({ data: 'mailing-list', type: 'column' }))).toEqual([0, 1]);
  const pulled = view({ data: 'rust-pulls', type: 'column', x: 'version', highlight: '6.9' });
  expect(tones(pulled)).toEqual([0, 1, 0, 0, 0, 0]);
  const lines = view({ data: 'channels', y: ['list', 'chat'], highlight: 'chat' });
  expect(lines.series.map(({ tone }) => tone)).toEqual([0, 1]);
});

test('lets points enter one by one, or lines where there are several', () => {
  const one = view({ data: 'mailing-list', mark: '1y' });
  expect(countChartSteps(one)).toBe(1);
  expect(showStep(one, 0).series[0]?.points.map(({ isShown }) => isShown)).toEqual([true, false]);
  expect(showStep(one, 0).mark).toBe(null);
  expect(showStep(one, 1).mark).not.toBe(null);
  expect(countChartSteps(view({ data: 'channels', y: ['list', 'chat', 'forum'] }))).toBe(2);
});

test('carries its steps as marks that stop the deck', () => {
  const { output } = compile('{data: mailing-list, type: column, steps: true}');
  expect(output?.steps).toBe(1);
  expect(output?.html).toContain('data-steps="1" data-step="1"');
  expect(output?.html.match(/step-mark/g)).toHaveLength(1);
});

test('says which rows it rests on', () => {
  const uses = compile('{data: mailing-list, type: line}').output?.uses;
  expect(uses?.map(({ asOf, exact }) => [asOf, exact])).toEqual([
    ['2023-09', false],
    ['2024-09', true],
  ]);
});

test('reports an unknown column at its key, with the nearest one', () => {
  const { problems } = compile('{data: mailing-list, type: line, y: subscriber}');
  expect(problems[0]).toMatchObject({ code: 'unknown-column', span: { file: 'y' } });
  expect(problems[0]?.hint).toContain('Did you mean "subscribers"?');
  expect(codes('{data: channels, type: line, y: [list, chta]}')).toEqual(['y.1: unknown-column']);
  expect(codes('{data: channels, type: line, x: when, where: {a: b}, sort: b}')).toEqual([
    'x: unknown-column',
    'where.a: unknown-column',
    'sort: unknown-column',
  ]);
  expect(codes('{data: rust-pulls, type: line, x: date}')).toEqual(['x: unknown-column']);
});

test('reports cells that are no numbers, and datasets without any', () => {
  const words = makeView('words', [{ asOf: '2024', count: '536' }, { asOf: '2025' }]);
  expect(codes('{data: words, type: line, y: count}', [words])).toEqual(['y: wrong-cell']);
  expect(codes('{data: words, type: line}', [words])).toEqual(['data: no-numbers']);
});

test('reports a chart that would be empty', () => {
  expect(codes('{data: lines, type: bar, y: lines, where: {area: none}}')).toEqual([
    'where: nothing-to-show',
  ]);
  const missing = makeView('missing', [
    { asOf: '2023', count: null },
    { asOf: '2024', count: null },
  ]);
  expect(codes('{data: missing, type: line, y: count}', [missing])).toEqual([
    'data: nothing-to-show',
  ]);
});

test('reports what a type of chart cannot show honestly', () => {
  expect(codes('{data: quarters, type: column, min: 100}')).toEqual(['min: wrong-value']);
  expect(codes('{data: channels, type: bar, y: [list, chat]}')).toEqual(['y: wrong-value']);
  const single = makeView('single', [{ asOf: '2024', count: 3 }]);
  expect(codes('{data: single, type: slope}', [single])).toEqual(['data: only-one-date']);
  const debt = makeView('debt', [{ asOf: '2024', a: 3, b: -2 }]);
  expect(codes('{data: debt, type: stacked, y: [a, b]}', [debt])).toEqual(['type: wrong-value']);
});

test('reports a comparison that finds nothing to compare with', () => {
  expect(codes('{data: mailing-list, type: line, mark: 5y}')).toEqual(['mark: no-row-ago']);
  expect(codes('{data: mailing-list, type: line, mark: soon}')).toEqual(['mark: wrong-value']);
  expect(codes('{data: rust-pulls, type: bar, mark: 1y}')).toEqual(['mark: wrong-value']);
  // Bars that are dates have their past in another bar, and draw no change.
  for (const type of ['bar', 'dot', 'stacked']) {
    const dated = `{data: mailing-list, type: ${type}, x: date, y: subscribers, mark: 1y}`;
    expect(codes(dated), type).toEqual(['mark: wrong-value']);
  }
  expect(codes('{data: mailing-list, type: column, x: date, mark: 1y}')).toEqual([]);
  expect(codes('{data: channels, type: line, y: [list, chat], mark: 1y}')).toEqual([
    'mark: wrong-value',
  ]);
});

test('reports a highlight of something that is not there', () => {
  const { problems } = compile('{data: rust-pulls, type: bar, highlight: ["6.12", "6.14"]}');
  expect(problems.map(({ code }) => code)).toContain('unknown-highlight');
});

test('takes text from data as text', () => {
  const sharp = makeView('sharp', [{ name: '<img src=x onerror=alert(1)>', count: 1 }]);
  const { output } = compile('{data: sharp, type: bar}', [sharp]);
  expect(output?.html).not.toContain('<img');
});

test('the labels of a series have one precision', () => {
  const rates = makeView('rates', [
    { asOf: '2024', rate: 0.0004 },
    { asOf: '2025', rate: 2 },
    { asOf: '2026', rate: 99.9996 },
  ]);
  const drawn = chartView({ data: 'rates', type: 'line', y: 'rate' }, rates);
  expect(labels(drawn)).toEqual(['0.0004', '2.0000', '99.9996']);
});

const builds = makeView('builds', [
  { asOf: '2024', compiler: 'gcc', board: 1, builds: 40 },
  { asOf: '2024', compiler: 'rustc', board: 1, builds: 10 },
  { asOf: '2025', compiler: 'gcc', board: 2, builds: 42 },
  { asOf: '2025', compiler: 'rustc', board: 2, builds: 25 },
]);

test.each(['line', 'area', 'column', 'stacked', 'slope'])(
  'a %s of which rows share a date names the column that tells them apart',
  (type) => {
    const [problem] = compile(`{data: builds, type: ${type}, y: builds}`, [builds]).problems;
    expect(problem?.code).toBe('ambiguous-rows');
    expect(problem?.hint).toContain('"label: compiler"');
    const split = `{data: builds, type: ${type}, y: builds, label: compiler}`;
    expect(codes(split, [builds])).toEqual([]);
  },
);

test('rows of one series that share a place say which rows to choose', () => {
  const rows = [...builds.rows, { asOf: '2025', compiler: 'rustc', board: 3, builds: 7 }];
  const data = [makeView('builds', rows)];
  const yaml = '{data: builds, type: line, y: builds, label: compiler}';
  const [problem] = compile(yaml, data).problems;
  expect(problem?.message).toContain('2 rows of "builds" are "rustc" at "2025"');
  expect(problem?.hint).toContain('"where: { board: 2 }"');
});

test('the older rows of a name are its history and no problem', () => {
  expect(codes('{data: builds, type: bar, label: compiler, y: builds}', [builds])).toEqual([]);
});

test('equal rows are a problem without a column', () => {
  const data = [
    makeView('twice', [
      { area: 'mm', bugs: 3 },
      { area: 'mm', bugs: 3 },
    ]),
  ];
  const [problem] = compile('{data: twice, type: bar, label: area, y: bugs}', data).problems;
  expect(problem?.message).toContain('Nothing tells them apart');
});

test('a logarithmic axis has no place for zero, for bars and for what begins at zero', () => {
  const low = makeView('low', [
    { asOf: '2024', ms: 12 },
    { asOf: '2025', ms: -3 },
  ]);
  const yaml = (rest: string) => codes(`{data: low, y: ms, scale: log, ${rest}}`, [low]);
  expect(yaml('type: line')).toEqual(['scale: not-positive']);
  expect(yaml('type: line, where: {ms: "12"}')).toEqual([]);
  for (const type of ['area', 'bar', 'column', 'stacked']) {
    expect(yaml(`type: ${type}`)).toContain('scale: wrong-value');
  }
  expect(yaml('type: line, min: 0')).toEqual(['min: wrong-value']);
  const note = 'type: line, where: {ms: "12"}, annotate: [{text: none, value: 0}]';
  expect(yaml(note)).toEqual(['annotate.0.value: wrong-value']);
});

test('an axis begins below a value that arrives below its start', () => {
  const low = makeView('low', [
    { asOf: '2024', ms: 12 },
    { asOf: '2025', ms: 3 },
  ]);
  expect(chartView({ data: 'low', type: 'line', y: 'ms', min: 10 }, low).min).toBe(3);
});

test.each(['bar', 'dot'])(
  'more %ss than a slide has room for are a problem that counts those that fit',
  (type) => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ name: `row ${index}`, bugs: index }));
    const data = [makeView('many', rows)];
    const yaml = `data: many\ntype: ${type}\nlabel: name\ny: bugs`;
    const [problem] = compile(yaml, data).problems;
    expect(problem?.code).toBe('too-much-to-show');
    const most = Number(/"limit: (\d+)"/.exec(problem?.hint ?? '')?.[1]);
    expect(most).toBeGreaterThan(12);
    expect(codes(`${yaml}\nlimit: ${most}`, data)).toEqual([]);
    expect(codes(`${yaml}\nlimit: ${most + 1}`, data)).toHaveLength(1);
  },
);

test('thirty columns fit a slide', () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({ name: `row ${index}`, bugs: index }));
  expect(codes('data: many\ntype: column\nx: name\ny: bugs', [makeView('many', rows)])).toEqual([]);
});

test('a limit that a hint names leaves no second hint, though more columns than names fit', () => {
  const rows = Array.from({ length: 400 }, (_, index) => ({ name: `row ${index}`, a: 1, b: 2 }));
  const data = [makeView('many', rows)];
  const yaml = 'data: many\ntype: column\nx: name\ny: [a, b]';
  const [problem] = compile(yaml, data).problems;
  const most = Number(/"limit: (\d+)"/.exec(problem?.hint ?? '')?.[1]);
  expect(codes(`${yaml}\nlimit: ${most}`, data)).toEqual([]);
  expect(codes(`${yaml}\nlimit: ${most + 1}`, data)).toHaveLength(1);
});

test('a chart asks its slide for the height of its rows', () => {
  const rows = Array.from({ length: 15 }, (_, index) => ({ name: `row ${index}`, bugs: index }));
  const { output } = compile('data: many\ntype: bar\nlabel: name\ny: bugs', [
    makeView('many', rows),
  ]);
  const least = Number(/--chart-least-height: (\d+)px/.exec(output?.html ?? '')?.[1]);
  expect(least).toBeGreaterThanOrEqual(15 * 22);
});

test('more series than there are colours are a problem, unless some are highlighted', () => {
  const kinds = Array.from({ length: 13 }, (_, index) => `kind ${index}`);
  const rows = ['2024', '2025'].flatMap((asOf) => kinds.map((kind) => ({ asOf, kind, n: 1 })));
  const yaml = 'data: kinds\ntype: line\ny: n\nlabel: kind';
  const [problem] = compile(yaml, [makeView('kinds', rows)]).problems;
  expect(problem?.code).toBe('too-much-to-show');
  expect(problem?.hint).toContain('12 have a colour of their own');
  expect(codes(`${yaml}\nhighlight: kind 3`, [makeView('kinds', rows)])).toEqual([]);
});

test('a height without room for a plot is a problem of the height', () => {
  const [problem] = compile(
    '{data: lines, type: line, y: lines, label: area, height: 90}',
  ).problems;
  expect(problem?.code).toBe('too-much-to-show');
  expect(problem?.hint).toMatch(/"height" of at least \d+/);
});

test('names that the first series lacks are where the others have them', () => {
  const rows = Object.entries({ mm: '6.2 6.3 6.5', net: '6.1 6.2 6.4 6.5', fs: '6.5 6.6' }).flatMap(
    ([area, names]) => names.split(' ').map((release) => ({ release, area, n: 1 })),
  );
  const spec = { data: 'd', type: 'line', x: 'release', y: 'n', label: 'area' } as const;
  const keysOf = (all: typeof rows) =>
    chartView(spec, makeView('d', all)).places.map(({ key }) => key);
  expect(keysOf(rows)).toEqual(['6.1', '6.2', '6.3', '6.4', '6.5', '6.6']);
  const apart = [
    { release: 'b', area: 'mm', n: 1 },
    { release: 'a', area: 'net', n: 1 },
    { release: 'c', area: 'mm', n: 1 },
  ];
  expect(keysOf(apart)).toEqual(['b', 'a', 'c']);
});

test('all series of a chart are written with one precision', () => {
  const rows = [
    { asOf: '2023', small: 280.254, large: 2_092_016.22 },
    { asOf: '2024', small: 12, large: 2_092_017 },
  ];
  const spec: ChartSpec = { data: 'd', type: 'column', y: ['small', 'large'] };
  const labels = chartView(spec, makeView('d', rows)).series.flatMap(({ points }) =>
    points.map(({ label }) => label.split('.')[1]?.length),
  );
  expect(labels).toEqual([3, 3, 3, 3]);
});
