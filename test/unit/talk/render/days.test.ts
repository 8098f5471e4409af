import { expect, test } from 'vitest';
import { listDays } from '../../../../src/talk/render/time/days.ts';
import { toPageTime } from '../../../../src/node/pages/page-data/page-time.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const LIST = JSON.stringify({
  title: 'Members',
  sources: { a: { name: 'The list' } },
  rows: [
    { asOf: '2022-09', members: 310, source: 'a' },
    { asOf: '2023-09', members: 460, source: 'a' },
    { asOf: '2024-09', members: 536, source: 'a' },
    { asOf: '2025-09', members: 999, source: 'a' },
  ],
});
const EDITIONS = JSON.stringify({
  title: 'Teams',
  key: 'team',
  sources: { a: { name: 'The teams' } },
  editions: [
    { asOf: '2022-01-01', source: 'a', rows: [{ team: 'North', count: 1 }] },
    {
      asOf: '2023-01-01',
      source: 'a',
      rows: [
        { team: 'North', count: 2 },
        { team: 'Later', count: 7, since: '2025-02' },
      ],
    },
    { asOf: '2025-01-01', source: 'a', rows: [{ team: 'Secret', count: 3 }] },
  ],
});
const FIGURE = '```figure\ndata: list\nvalue: members\nago: 1y\n```';
const TABLE = '```table\ndata: teams\ncolumns: [team, count]\n```';

function compile(slide: string, { head = '', matter = '' } = {}) {
  const text = `---\ntitle: T\ndate: 2024-10-01\n${head}---\n\n# One\n\n---\nid: two\n${matter}---\n\n${slide}\n`;
  const { talks, problems } = compileTexts({
    'slides/talks/t.md': text,
    'data/list.json': LIST,
    'data/teams.json': EDITIONS,
  });
  const talk = talks[0];
  if (!talk) throw new Error('There is no talk.');
  return { talk, slide: talk.slides[1], codes: problems.map(({ code }) => code) };
}

const DATES = 'dates: [2022-10-01, 2023-10-01]\n';

test('each date is a step before all others, and the day of the talk comes last', () => {
  const { slide, codes } = compile(`# {{ list.members }}\n\n- a\n- b`, {
    matter: `${DATES}incremental: true\n`,
  });
  expect(codes).toEqual([]);
  expect(slide).toMatchObject({ steps: 4, days: ['2022-10-01', '2023-10-01', '2024-10-01'] });
  const html = slide?.html ?? '';
  expect(html).toContain('data-days="2022-10-01 2023-10-01 2024-10-01"');
  const marks = /<span class="day-marks".*?<\/span>\n/.exec(html)?.[0] ?? '';
  expect(marks.match(/data-fragment-index="(\d)"/g)).toEqual([
    'data-fragment-index="0"',
    'data-fragment-index="1"',
  ]);
  expect(html).toMatch(/<li class="fragment" data-fragment-index="2"/);
});

test('the slide itself is that of the day of the talk, and says which others there are', () => {
  const { slide } = compile('# {{ list.members }}', { matter: DATES });
  expect(slide?.title).toBe('536');
  expect(slide?.html).toContain('As of 1 October 2024');
  expect(slide?.html).toContain('as of 1 October 2022 and 1 October 2023.');
});

test('what a chart marks may come later than the dates of its slide', () => {
  const chart = (note: string, mark: string) =>
    `\`\`\`chart\ndata: list\ntype: column\ny: members\nhighlight: '${mark}'\nannotate:\n  - { point: '${note}', text: here }\n\`\`\``;
  expect(compile(chart('2024-09', '2024-09'), { matter: DATES }).codes).toEqual([]);
  expect(compile(chart('2052-09', '2024-09'), { matter: DATES }).codes).toEqual([
    'unknown-highlight',
  ]);
});

test('the own day can be listed, and days after it are left out', () => {
  const own = compile('# {{ list.members }}', { matter: 'dates: [2023-10-01, 2024-10-01]\n' });
  expect(own.slide?.days).toEqual(['2023-10-01', '2024-10-01']);
  const late = compile('# {{ list.members }}', { matter: 'dates: [2024-12-01]\n' });
  expect(late.codes).toEqual(['date-after-talk']);
  expect(late.slide?.days).toBeUndefined();
  expect(listDays({ spec: {} } as never, { asOf: '2024-10-01' } as never)).toEqual([]);
});

test('a figure without anything to compare with stands alone on an earlier day', () => {
  expect(compile(FIGURE, { matter: 'dates: [2022-10-01]\n' }).codes).toEqual([]);
  expect(compile(FIGURE, { matter: 'dates: [2021-10-01]\n' }).codes).toEqual(['nothing-at-date']);
});

test('values of notes alone do not make a slide change', () => {
  const { codes } = compile('# Words\n\nNote: {{ list.members }}', { matter: DATES });
  expect(codes).toEqual(['dates-without-data']);
});

test('pages get nothing of earlier days without dates and without time', () => {
  const { talk, slide } = compile(`# {{ list.members }}\n\n${TABLE}`);
  expect(talk.time).toBeUndefined();
  expect(toPageTime(talk)).toBeNull();
  expect(slide?.html).not.toMatch(/day|days/);
});

test('pages get earlier states of what needs them, and no row after the day of the talk', () => {
  const { talk } = compile(`# {{ list.members }}\n\n${TABLE}\n\nNote: {{ list.members }}`, {
    head: 'time: true\n',
  });
  const time = toPageTime(talk);
  expect(time).toMatchObject({ hasControl: true, large: [] });
  expect(Object.keys(time?.histories ?? {})).toEqual(['teams']);
  expect(time?.histories['teams']?.editions.map(({ asOf }) => asOf)).toEqual([
    '2022-01-01',
    '2023-01-01',
  ]);
  expect(JSON.stringify(time)).not.toMatch(/Secret|Later|999/);
  expect(time?.slides).toEqual({
    two: {
      blocks: {
        'two/1': {
          name: 'table',
          datasets: ['teams'],
          spec: { data: 'teams', columns: ['team', 'count'] },
        },
      },
    },
  });
});

test('a block without data of its own is in the page where its texts have values', () => {
  const tree = '```tree\ntrees:\n  - { label: "{{ list.members }}", boxes: [{ label: a }] }\n```';
  const { talk, codes } = compile(tree, { matter: DATES });
  expect(codes).toEqual([]);
  expect(toPageTime(talk)?.slides['two']?.blocks['two/1']).toMatchObject({
    name: 'tree',
    datasets: [],
    texts: [{ path: ['trees', 0, 'label'], parts: [{ expression: 'list.members' }] }],
  });
  expect(talk.time?.compiled).toEqual(['tree']);
});

test('without the control only slides with dates are in the page', () => {
  const { talk } = compile('# {{ list.members }}', { matter: DATES });
  expect(Object.keys(toPageTime(talk)?.slides ?? {})).toEqual(['two']);
  expect(toPageTime(talk)?.hasControl).toBe(false);
});
