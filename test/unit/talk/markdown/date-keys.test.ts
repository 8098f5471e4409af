import { expect, test } from 'vitest';
import { readDates } from '../../../../src/talk/markdown/date-keys.ts';
import { parseFrontMatter } from '../../../../src/talk/markdown/frontmatter.ts';
import { SLIDE_KEYS, TALK_KEYS } from '../../../../src/talk/markdown/keys.ts';

const parse = (text: string) =>
  parseFrontMatter(text, SLIDE_KEYS, 'slide', { file: 'a.md', line: 2 });
const codes = (text: string) => parse(text).problems.map(({ code }) => code);

test.each([
  ['dates: [2023-09-01, 2024-09-18]', ['2023-09-01', '2024-09-18']],
  ['dates:\n  - 2023-09-01\n  - 2024-09-18', ['2023-09-01', '2024-09-18']],
  ['dates: 2023-09-01', ['2023-09-01']],
  ['dates: 2023-09-01, 2024-09-18', ['2023-09-01', '2024-09-18']],
])('%j gives its days', (text, dates) => {
  expect(parse(text)).toMatchObject({ spec: { dates }, problems: [] });
});

test('what is no day is reported at its place', () => {
  const { problems } = parse('dates: [2023-09-01, 2024-09]');
  expect(problems).toMatchObject([{ code: 'bad-date', span: { line: 2, column: 21, length: 7 } }]);
  expect(codes('dates: soon')).toEqual(['bad-date']);
  expect(codes('dates: [2023-02-30]')).toEqual(['bad-date']);
});

test('days are in order and each is there once', () => {
  expect(codes('dates: [2024-01-01, 2023-01-01]')).toEqual(['unordered-dates']);
  expect(codes('dates: [2024-01-01, 2024-01-01]')).toEqual(['unordered-dates']);
});

test('a list has one to eight days, and nothing but days', () => {
  const days = Array.from({ length: 9 }, (_, index) => `202${index}-01-01`);
  expect(codes(`dates: [${days.join(', ')}]`)).toEqual(['wrong-value']);
  expect(codes('dates: []')).toEqual(['wrong-value']);
  expect(codes('dates: { from: 2023-01-01 }')).toEqual(['wrong-value']);
  expect(codes('dates: [[2023-01-01]]')).toEqual(['wrong-value']);
  expect(readDates(days.slice(1), '')).toMatchObject({ value: days.slice(1) });
});

test('the time of a talk is a flag, and says where its minutes go', () => {
  const origin = { file: 'a.md', line: 2 };
  expect(parseFrontMatter('time: true', TALK_KEYS, 'talk', origin).spec).toEqual({ time: true });
  const [problem] = parseFrontMatter('time: 20min', TALK_KEYS, 'talk', origin).problems;
  expect(problem?.code).toBe('wrong-value');
  expect(problem?.message).toContain('duration');
  expect(codes('time: true')).toEqual(['wrong-value']);
  expect(parse('time: 90s').spec).toEqual({ time: 90 });
});
