import { expect, test } from 'vitest';
import { findTime } from '../../../../src/talk/render/time/used-times.ts';
import { compileTexts } from '../../../support/fixtures.ts';

test('a dataset with too many earlier states is left out, which is an error for slides with dates', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    name: `${index}`,
    text: 'x'.repeat(900),
  }));
  const editions = ['2022-01-01', '2023-01-01'].map((asOf) => ({ asOf, source: 'a', rows: many }));
  const texts = {
    'slides/talks/t.md':
      '---\ntitle: T\ndate: 2024-01-01\ntime: true\n---\n\n# {{ list | count }}\n\n---\ndates: 2022-02-01\n---\n\n# {{ list | count }}\n',
    'data/list.json': JSON.stringify({
      title: 'L',
      key: 'name',
      sources: { a: { name: 'A' } },
      editions,
    }),
  };
  const { talks, problems, project } = compileTexts(texts);
  expect(problems.filter(({ code }) => code === 'large-history')).toMatchObject([
    { severity: 'error' },
  ]);
  const [talk] = talks;
  if (!talk) throw new Error('There is no talk.');
  expect(talk.time).toMatchObject({ histories: {}, large: ['list'] });
  const head = { head: { title: 'T' }, headSpans: {} };
  const plain = { ...talk, slides: talk.slides.slice(0, 1) };
  expect(findTime(plain, head, project)).toEqual({ value: null, problems: [] });
});

test('names the blocks that pages compile, and those that draw themselves', () => {
  const { talks } = compileTexts({
    'slides/talks/t.md':
      '---\ntitle: T\ndate: 2024-01-01\ntime: true\n---\n\n```table\ndata: list\ncolumns: [name]\n```\n\n```figure\ndata: list\nvalue: count\n```\n',
    'data/list.json': JSON.stringify({
      title: 'L',
      rows: [{ asOf: '2023', count: 3, name: 'a' }],
    }),
  });
  expect(talks[0]?.time).toEqual({
    hasControl: true,
    histories: {},
    large: [],
    compiled: ['figure', 'table'],
    drawn: ['figure'],
  });
});
