import { expect, test } from 'vitest';
import {
  chooseAsOf,
  chooseTimezone,
  chooseUntil,
  composeMeta,
  nameTalk,
} from '../../../../src/talk/compose/talk-meta.ts';

const TODAY = '2024-09-18';

test('a talk is named by its file', () => {
  expect(['slides/talks/a.b.md', 'c.md', ''].map(nameTalk)).toEqual(['a.b', 'c', '']);
});

test('completes the front matter', () => {
  const meta = composeMeta({ css: 'x.css', date: 'soon' }, 'slides/talks/a.md');
  expect(meta).toMatchObject({
    title: 'a',
    language: 'en',
    footer: true,
    date: null,
    css: 'slides/talks/x.css',
  });
  expect(composeMeta({ css: 'https://a.example/x.css' }, 'a.md').css).toBe(
    'https://a.example/x.css',
  );
  expect(composeMeta({ footer: false }, 'a.md').footer).toBe(false);
});

test('several speakers are one text, and each with an affiliation of its own where there are as many', () => {
  const of = (affiliation: string[]) =>
    composeMeta({ speaker: ['Ada', 'Grace'], email: ['a@b.c', 'd@e.f'], affiliation }, 'a.md');
  expect(of(['A', 'B'])).toMatchObject({
    speaker: 'Ada, Grace',
    email: 'a@b.c, d@e.f',
    speakers: [
      { name: 'Ada', affiliation: 'A' },
      { name: 'Grace', affiliation: 'B' },
    ],
  });
  expect(of(['A']).speakers?.map(({ affiliation }) => affiliation)).toEqual([null, null]);
  expect(composeMeta({ speaker: ['Ada'] }, 'a.md')).not.toHaveProperty('speakers');
});

test('puts the name of the talk into the address of its relay', () => {
  const relay = 'https://relay.example.org/live/{talk}';
  expect(composeMeta({ follow: relay }, 'slides/talks/a b.md').follow).toBe(
    'https://relay.example.org/live/a%20b',
  );
  expect(composeMeta({}, 'a.md').follow).toBeNull();
});

test('data are of the day that is asked for, of the talk once it was, else of today', () => {
  expect(chooseAsOf({ asOf: '2030-01-01', date: '2024-01-01' }, TODAY)).toBe('2030-01-01');
  expect(chooseAsOf({ date: '2024-01-01' }, TODAY)).toBe('2024-01-01');
  expect(chooseAsOf({ date: '2025-01-01' }, TODAY)).toBe(TODAY);
  expect(chooseAsOf({}, TODAY)).toBe(TODAY);
});

test('new facts come until the day of the talk, and to a talk without a day for ever', () => {
  expect(chooseUntil({ date: TODAY }, TODAY)).toBe(TODAY);
  expect(chooseUntil({ date: '2024-09-17' }, TODAY)).toBeUndefined();
  expect(chooseUntil({}, TODAY)).toBeNull();
});

test('the time zone is the talk’s own, else that of its venue, else the project’s', () => {
  const defaults = { timezone: 'Asia/Tokyo' };
  expect(chooseTimezone({ timezone: 'UTC', place: 'Vienna' }, defaults)).toBe('UTC');
  expect(chooseTimezone({ place: 'Vienna' }, defaults)).toBe('Europe/Vienna');
  expect(chooseTimezone({ place: 'A boat' }, defaults)).toBe('Asia/Tokyo');
  expect(chooseTimezone({})).toBeUndefined();
});
