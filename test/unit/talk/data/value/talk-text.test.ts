import { expect, test } from 'vitest';
import { fillTalkText } from '../../../../../src/talk/data/value/talk-text.ts';
import { META } from '../../../../support/meta.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };
const fill = (text: string) => {
  const filled = fillTalkText(text, { talk: META, asOf: '2024-09-18' });
  return { ...filled, faults: filled.faults.map((at) => at(SPAN).code) };
};

test('fills in keys of the talk, and leaves braces behind a backslash', () => {
  expect(fill('{{ talk.title }}, {{ talk.date | year }}')).toEqual({
    text: 'A talk, 2024',
    faults: [],
  });
  expect(fill('\\{{ talk.title }} { }').text).toBe('{{ talk.title }} { }');
});

test.each([
  ['{{ talk.titel }}', 'unknown-column'],
  ['{{ talk.event }}', 'no-data'],
  ['{{ talk.edges }}', 'unknown-column'],
  ['{{ list.count }}', 'bad-value'],
  ['{{ talk.title', 'bad-value'],
  ['{{ talk.title | upper }}', 'unknown-format'],
])('%s is reported', (text, code) => {
  expect(fill(text)).toEqual({ text, faults: [code] });
});
