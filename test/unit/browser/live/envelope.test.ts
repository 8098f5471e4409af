import { expect, test } from 'vitest';
import { openEnvelope } from '../../../../src/browser/live/envelope.ts';

const ROW = '{"asOf":"2026-11-20","n":10}';

test('what Mercure and nchan pass on stays as it is', () => {
  for (const text of [ROW, `[${ROW}]`, `{"rows":[${ROW}]}`, 'no JSON', '{', '']) {
    expect(openEnvelope(text)).toBe(text);
  }
});

test('a publication of Centrifugo is opened, and what the hub says itself is left out', () => {
  expect(openEnvelope(`{"channel":"talks","pub":{"data":${ROW},"offset":7}}`)).toBe(ROW);
  expect(openEnvelope(`{"pub":{"data":[${ROW}]}}`)).toBe(`[${ROW}]`);
  expect(
    openEnvelope('{"connect":{"client":"c","version":"5.4.0","subs":{"talks":{}}}}'),
  ).toBeNull();
  expect(openEnvelope('{"channel":"talks","join":{"info":{"client":"c"}}}')).toBeNull();
  expect(openEnvelope('{}')).toBeNull();
});

test('a row whose columns have such names is a row', () => {
  const rows = [
    '{"channel":"stable","n":1}',
    '{"channel":"stable"}',
    '{"pub":3}',
    '{"pub":{"beers":4}}',
    '{"connect":5,"asOf":"2026"}',
    '{"pub":{"data":1},"asOf":"2026"}',
  ];
  for (const row of rows) expect(openEnvelope(row)).toBe(row);
});
