import { expect, test } from 'vitest';
import { figure } from '../../../../../src/talk/blocks/figure/figure.ts';
import { figureView } from '../../../../../src/talk/blocks/figure/figure-view.ts';
import { messages, pulls, quarters, subscribers } from '../../../../gallery/data.ts';
import { makeView } from '../../../../gallery/example.ts';
import { compileBlock, type CompiledBlock } from '../../../../support/block.ts';

const datasets = [messages, pulls, quarters, subscribers];

function compile(yaml: string, extra = datasets): CompiledBlock {
  return compileBlock(figure, yaml, { datasets: extra });
}

function codes(yaml: string, extra = datasets): string[] {
  return compile(yaml, extra).problems.map(({ code, span }) => `${span?.file}: ${code}`);
}

test('says the newest number, what it was and how it grew', () => {
  const { output } = compile(
    '{data: mailing-list, value: subscribers, ago: 1y, label: subscribers}',
  );
  expect(output?.text).toBe('**536** subscribers, from ~460 a year earlier, up ~17%');
  expect(output?.html).toContain('<span>536</span>');
  expect(output?.html).toContain('<table class="chart-data">');
});

test('keeps "~" and the format of both numbers', () => {
  const yaml = '{data: zulip-messages, value: messages, ago: 1y, label: messages, format: compact}';
  expect(compile(yaml).output?.text).toBe('**~25k** messages, from ~12k a year earlier, up ~110%');
});

test('claims no digits that its data do not have', () => {
  const counts = makeView('counts', [
    { asOf: '2023-09', count: 1203.123456 },
    { asOf: '2024-09', count: 1204.5 },
  ]);
  const { output } = compile('{data: counts, value: count, ago: 1y}', [counts]);
  expect(output?.text).toContain('**1204.5** counts, from 1203.123 a year earlier');
  const chart = figureView({ data: 'counts', value: 'count' }, counts)?.chart;
  expect(chart?.series[0]?.points.map(({ label }) => label)).toEqual(['1203.123', '1204.5']);
});

test('says the unit of bytes and the sign of percentages, which no label stands for', () => {
  const rows = [
    { asOf: '2023', size: 3 * 2 ** 40 },
    { asOf: '2024', size: 5 * 2 ** 40 },
  ];
  const bytes = { ...makeView('mirror', rows), unit: 'B' };
  const { output } = compile('{data: mirror, value: size, ago: 1y}', [bytes]);
  expect(output?.text).toContain('**5\u202fTiB** mirror, from 3\u202fTiB a year earlier');
  const percent = { ...makeView('share', [{ asOf: '2024', part: 12.5 }]), unit: '%' };
  expect(compile('{data: share, value: part}', [percent]).output?.text).toContain('**12.5%**');
});

test('a percentage grows by points', () => {
  const rows = [
    { asOf: '2023', part: 98.245 },
    { asOf: '2024', part: 98.615 },
  ];
  const text = (keys: string, unit: string | null): string | undefined =>
    compile(`{data: share, value: part, ago: 1y${keys}}`, [{ ...makeView('share', rows), unit }])
      .output?.text;
  expect(text('', '%')).toContain('**98.615%** share, from 98.245% a year earlier, up 0.37 points');
  expect(text(', format: percent', null)).toContain('up 0.37 points');
  expect(text(', unit: percent', null)).toContain('up 0.37 points');
  expect(text(', unit: commits', '%')).toContain('up 0.38%');
});

test('names the date where the earlier number is not exactly that old', () => {
  const late = makeView('late', [
    { asOf: '2023-07', count: 100 },
    { asOf: '2024-09', count: 120 },
  ]);
  const { output } = compile('{data: late, value: count, ago: 1y}', [late]);
  expect(output?.text).toContain('from 100 in July 2023, up 20%');
});

test('goes back to the last number before a gap, and says when that was', () => {
  const gap = makeView('gap', [
    { asOf: '2024-09', count: 100 },
    { asOf: '2026-11-22', count: 150 },
  ]);
  const { output, problems } = compile('{data: gap, value: count, ago: 1y}', [gap]);
  expect(problems).toEqual([]);
  expect(output?.text).toContain('from 100 in September 2024, up 50%');
});

test('stands alone where its series has one number, or the author wants it so', () => {
  const single = makeView('single', [{ asOf: '2024', count: 3 }]);
  expect(compile('{data: single, value: count}', [single]).output?.html).not.toContain('<table');
  const yaml =
    '{data: mailing-list, value: subscribers, chart: none, unit: people, note: Counted.}';
  const { output } = compile(yaml);
  expect(output?.html).not.toContain('<table');
  expect(output?.text).toContain('**536 people**');
  expect(output?.text).toContain('\n\nCounted.');
});

test('rests on both numbers it names', () => {
  const uses = compile('{data: mailing-list, value: subscribers, ago: 1y}').output?.uses ?? [];
  expect(new Set(uses.map(({ asOf }) => asOf))).toEqual(new Set(['2023-09', '2024-09']));
});

test('reports what is missing at the key that asks for it', () => {
  expect(codes('{data: mailing-list, value: subscriber}')).toEqual(['value: unknown-column']);
  expect(codes('{data: mailing-list, value: subscribers, where: {list: a}}')).toEqual([
    'where.list: unknown-column',
  ]);
  expect(codes('{data: mailing-list, value: subscribers, ago: 3y}')).toEqual(['ago: no-row-ago']);
  expect(codes('{data: mailing-list, value: subscribers, ago: soon}')).toEqual([
    'ago: wrong-value',
  ]);
  expect(codes('{data: rust-pulls, value: commits}')).toEqual(['value: nothing-to-show']);
  const words = makeView('words', [{ asOf: '2024', count: '536' }]);
  expect(codes('{data: words, value: count}', [words])).toEqual(['value: wrong-cell']);
});

/** Makes a series of months up to December 2025. */
function months(count: number): ReturnType<typeof makeView> {
  const rows = Array.from({ length: count }, (_, index) => {
    const month = 2026 * 12 - count + index;
    return {
      asOf: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      count: 100 + index,
    };
  });
  return makeView('months', rows);
}

test('its series shows the period of its comparison', () => {
  const view = figureView({ data: 'months', value: 'count', ago: '1y' }, months(40));
  expect(view?.chart?.places.map(({ key }) => key).at(0)).toBe('2024-12');
  expect(view?.chart?.places).toHaveLength(13);
  expect(view?.period).toBeNull();
});

test('it says where its series shows another period than its comparison', () => {
  const years = makeView(
    'years',
    Array.from({ length: 9 }, (_, index) => ({ asOf: `${2018 + index}`, count: 10 + index })),
  );
  const { output } = compile('{data: years, value: count, ago: 1y, label: talks}', [years]);
  expect(output?.text).toBe(
    '**18** talks, from 17 a year earlier, up 5.9% (columns from 2019 to 2026)',
  );
  expect(output?.html).toContain('columns from 2019 to 2026</span>');
});

test('a long series is a line', () => {
  const view = figureView({ data: 'months', value: 'count', ago: '3y' }, months(40));
  expect(view?.chart?.type).toBe('line');
});

test('both numbers have one precision, and a compact one carries its unit', () => {
  const sizes = makeView('sizes', [
    { asOf: '2024', bytes: 1_572_864 },
    { asOf: '2025', bytes: 2_097_152 },
  ]);
  const spec = { data: 'sizes', value: 'bytes', ago: '1y', unit: 'B', format: 'compact' } as const;
  expect(figureView(spec, sizes)).toMatchObject({
    value: '2.0\u202fMiB',
    unit: null,
    past: 'from 1.5\u202fMiB a year earlier',
  });
});

test('the number before and the number of years are kept apart', () => {
  const view = figureView({ data: 'months', value: 'count', ago: '3y' }, months(40));
  expect(view?.past).toBe('from 103, 3 years earlier');
});

test('a series begins with an earlier number, however many rows without one are between', () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({
    asOf: `20${10 + index}`,
    count: index === 1 || index === 11 ? index : null,
  }));
  const spec = { data: 'sparse', value: 'count' };
  const places = figureView(spec, makeView('sparse', rows))?.chart?.places ?? [];
  expect([places[0]?.key, places.at(-1)?.key]).toEqual(['2011', '2021']);
});

test('a series begins with a value, so that it shows the period of its comparison', () => {
  const cells = [null, null, 260, 294];
  for (const earlier of [[], [250]]) {
    const rows = [...earlier, ...cells].map((count, index) => ({
      asOf: `${2026 + index - earlier.length - cells.length}-03-17`,
      count,
    }));
    const view = figureView({ data: 'd', value: 'count', ago: '1y' }, makeView('d', rows));
    const { places = [], series = [] } = view?.chart ?? {};
    const first = earlier.length > 0 ? '2021-03-17' : '2024-03-17';
    expect(places.map(({ key }) => key)).toEqual(
      rows.map(({ asOf }) => asOf).filter((asOf) => asOf >= first),
    );
    expect(series[0]?.points.map(({ value }) => value)).toEqual(
      earlier.length > 0 ? [250, null, null, 260, 294] : [260, 294],
    );
    const period = 'columns from 17 March 2021 to 17 March 2025';
    expect(view?.period).toBe(earlier.length > 0 ? period : null);
  }
});

test('numbers of one date are no series', () => {
  const rows = [
    { asOf: '2020', count: 1 },
    { asOf: '2020', count: 2 },
  ];
  expect(figureView({ data: 'one', value: 'count' }, makeView('one', rows))?.chart).toBeNull();
});

test('numbers of different sizes have digits of their own', () => {
  const growth = makeView('growth', [
    { asOf: '2024', seconds: 4.2e-9 },
    { asOf: '2025', seconds: 0.00012 },
  ]);
  expect(compile('{data: growth, value: seconds, ago: 1y}', [growth]).output?.text).toContain(
    '**0.00012** growth, from 0.0000000042 a year earlier',
  );
});

test('ends of months are a month apart, and weeks before say their day', () => {
  const pastOf = (dates: readonly string[], ago: string): string | null | undefined => {
    const rows = dates.map((asOf, index) => ({ asOf, count: 100 + index }));
    return figureView({ data: 'ends', value: 'count', ago }, makeView('ends', rows))?.past;
  };
  const ends = ['2025-12-31', '2026-01-31', '2026-02-28'];
  expect(pastOf(ends, '1mo')).toBe('from 101 a month earlier');
  expect(pastOf(['2026-01-18', '2026-01-25', '2026-02-22'], '1mo')).toBe(
    'from 101 on 25 January 2026',
  );
  expect(pastOf(['2025-03-02', '2026-03-01'], '1y')).toBe('from 100 in March 2025');
});
