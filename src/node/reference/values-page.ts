import { parseDataset } from '../../talk/data/dataset/dataset.ts';
import {
  evaluateValue,
  FILTERS,
  VALUE_FORMATS,
  type FilterName,
  type ValueFormat,
} from '../../talk/data/value/value.ts';
import type { TalkMeta } from '../../talk/model/talk.ts';

/** The dataset of the examples, as a reader would write it. */
const SAMPLE = `{
  "title": "Members",
  "sources": { "club": { "name": "club.example.org" } },
  "rows": [
    { "asOf": "2023-09-18", "members": 11460, "share": 21.5, "founded": "1987-05-02", "teams": ["north"] },
    { "asOf": "2024-09-18", "members": 12536, "share": 23.25, "founded": "1987-05-02", "teams": ["north", "south"] }
  ]
}
`;
const NAME = 'club';

const FILTER_ABOUT: Readonly<Record<FilterName, string>> = {
  ago: 'the figure that long before the newest row',
  growth: 'by how many percent it grew since then',
  change: 'by how much it grew since then',
  count: 'the number of rows, or of items in a list',
};
const FORMAT_ABOUT: Readonly<Record<ValueFormat, string>> = {
  number: 'a number with its digits in groups, as without a format',
  compact: 'few digits and a prefix',
  percent: 'the number with "%"',
  signed: '"+" before a positive number; goes with other formats',
  date: 'a whole date',
  month: 'month and year of a date',
  year: 'the year of a date',
  text: 'as it stands in the file',
  words: 'what growth found, in words',
};
const FILTERED: Readonly<Record<FilterName, string>> = {
  ago: 'members | ago 1y',
  growth: 'members | growth 1y',
  change: 'members | change 1y',
  count: 'teams | count',
};
/** What formats write that do not write members. */
const FORMATTED: Readonly<Partial<Record<ValueFormat, string>>> = {
  percent: 'share',
  date: 'founded',
  month: 'founded',
  year: 'founded',
  words: 'members | growth 1y',
};
const PLAIN = ['members', 'asOf', 'source', 'teams', 'members | change 1y | signed'];

/** Returns the page about values, whose results are computed here from the dataset that it shows. */
export function valuesPage(): string {
  const formats = VALUE_FORMATS.map((format) =>
    row(`\`${format}\``, `${FORMATTED[format] ?? 'members'} | ${format}`, FORMAT_ABOUT[format]),
  );
  return [
    '# Values and formats',
    '',
    'A value stands between two braces in the text of a slide: `{{ dataset.column | filter | format }}`. It has at most one filter, and then formats. [Your data](../data.md#values-in-text) explains them. The results below are computed from this file, `data/club.json`, on 18 September 2024:',
    '',
    '```json',
    SAMPLE.trimEnd(),
    '```',
    '',
    '## Without a filter',
    '',
    '| written | prints |',
    '| --- | --- |',
    ...PLAIN.map((expression) => `| ${code(expression)} | ${print(expression)} |`),
    '',
    '## Filters',
    '',
    '| filter | written | prints | is |',
    '| --- | --- | --- | --- |',
    ...FILTERS.map((name) => row(`\`${name}\``, FILTERED[name], FILTER_ABOUT[name])),
    '',
    '## Formats',
    '',
    '| format | written | prints | is |',
    '| --- | --- | --- | --- |',
    ...formats,
    '',
  ].join('\n');
}

function row(name: string, expression: string, about: string): string {
  return `| ${name} | ${code(expression)} | ${print(expression)} | ${about} |`;
}

function code(expression: string): string {
  return `\`{{ ${NAME}.${expression.replaceAll('|', '\\|')} }}\``;
}

/** Evaluates an expression on the sample; throws where it has none. */
function print(expression: string): string {
  const { value: dataset } = parseDataset({ path: `data/${NAME}.json`, text: SAMPLE }, NAME);
  const result = evaluateValue(`${NAME}.${expression}`, {
    asOf: '2024-09-18',
    talk: { title: 'A talk' } as TalkMeta,
    dataset: () => dataset ?? undefined,
    datasetNames: [NAME],
  });
  if (!result.ok) throw new Error(`"${expression}" is no value.`);
  return result.text;
}
