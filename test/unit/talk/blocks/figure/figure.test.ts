import { expect, test } from 'vitest';
import { figure } from '../../../../../src/talk/blocks/figure/figure.ts';
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
