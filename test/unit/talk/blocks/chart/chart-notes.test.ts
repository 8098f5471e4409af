import { expect, test } from 'vitest';
import { chart } from '../../../../../src/talk/blocks/chart/chart.ts';
import { compileBlock, type CompiledBlock } from '../../../../support/block.ts';
import { channels, crates, pulls, quarters } from '../../../../gallery/data.ts';

const datasets = [channels, crates, pulls, quarters];
const LINE = 'data: quarters\ntype: line';
const COLUMN = 'data: rust-pulls\ntype: column\nx: version\ny: commits';

function compile(yaml: string, notes: string): CompiledBlock {
  return compileBlock(chart, `${yaml}\nannotate: ${notes}`, { datasets });
}

/** Lists the problems of notes as "place: code, message". */
function faults(yaml: string, notes: string): string[] {
  return compile(yaml, notes).problems.map(
    ({ code, message, span }) => `${span?.file}: ${code} ${message}`,
  );
}

test('the caption of the table says what notes are at', () => {
  const { output, problems } = compile(
    LINE,
    "[{value: 250, text: goal}, {date: '2022-12', text: merge}, {point: '2023-09', text: peak}]",
  );
  expect(problems).toEqual([]);
  expect(output?.text.split('\n')[0]).toBe(
    'Subscribers by quarter, subscribers; goal (250); merge (December 2022); peak (September 2023)',
  );
});

test('a note of several lines names the line where it must', () => {
  const lines = 'data: channels\ntype: line\ny: [list, chat]';
  const { output } = compile(lines, "[{point: '2023-09', series: chat, text: peak}]");
  expect(output?.text).toContain('peak (September 2023, chat)');
  expect(faults(lines, "[{point: '2023-09', text: peak}]")).toEqual([
    'annotate.0.point: wrong-value "annotate[0].point" has to be one of several series: name it with "series" beside it.',
  ]);
  expect(faults(lines, "[{point: '2023-09', series: chats, text: peak}]")).toEqual([
    'annotate.0.series: unknown-highlight Nothing in the chart is called "chats".',
  ]);
});

test('a note is at exactly one thing', () => {
  const expected =
    'annotate.0: wrong-value "annotate[0]" has to be a text and one of value, date and point.';
  expect(faults(LINE, '[{text: nowhere}]')).toEqual([expected]);
  expect(faults(LINE, "[{text: two, value: 3, date: '2023-01'}]")).toEqual([expected]);
});

test('a note at a date that the chart does not show is a problem', () => {
  const expected =
    'annotate.0.date: wrong-value "annotate[0].date" has to be a date that the chart shows, from 2021-03 to 2024-09.';
  for (const date of ["'2019'", "'2025-01-01'", 'soon', "'2023-13'"]) {
    expect(faults(LINE, `[{text: late, date: ${date}}]`), date).toEqual([expected]);
  }
});

test('a note at a date needs a chart along dates', () => {
  const names = 'data: rust-pulls\ntype: line\nx: version\ny: commits';
  expect(faults(names, "[{text: release, date: '2024-01-01'}]")).toEqual([
    'annotate.0.date: wrong-value "annotate[0].date" has to be left out, as the chart does not run along dates; "point" names one of its places.',
  ]);
  expect(faults(COLUMN, "[{text: release, date: '2024-01-01'}]")).toEqual([
    'annotate.0.date: wrong-value "annotate[0].date" has to be left out: notes of a chart of type column are at a value or a point.',
  ]);
});

test('a note at an unknown point, or at one without a value, is a problem', () => {
  const [unknown] = compile(COLUMN, "[{text: x, point: '6.7'}]").problems;
  expect(unknown?.code).toBe('unknown-highlight');
  expect(unknown?.hint).toContain('Did you mean "6.8"');
  expect(faults(COLUMN, "[{text: x, point: '6.13'}]")).toEqual([
    'annotate.0.point: wrong-value "annotate[0].point" has to be a place with a value.',
  ]);
});

test('a slope has no notes, and a chart at most six short ones', () => {
  expect(faults('data: quarters\ntype: slope', '[{text: x, value: 3}]')).toEqual([
    'annotate.0.value: wrong-value "annotate[0].value" has to be left out, as a chart of type slope has no notes.',
  ]);
  const many = `[${'{text: x, value: 3},'.repeat(7)}]`;
  expect(compile(LINE, many).issues.join()).toContain('at most 6 notes');
  const long = `[{value: 3, text: ${'long '.repeat(9)}}]`;
  expect(compile(LINE, long).issues).toEqual(['a few words, at most 40 letters']);
});
