import { expect, test } from 'vitest';
import { checkRelay } from '../../../../src/talk/compose/talk-relay.ts';
import type { SlideFile } from '../../../../src/talk/model/slide-file.ts';

const BROKER = 'wss://broker.example.org/mqtt#talks/a';
const span = { file: 'a.md', line: 2, column: 9, length: 5 };
const file = { headSpans: { follow: span } } as unknown as SlideFile;

test('a talk with a broker needs the package, where the talk itself names it', () => {
  const [problem] = checkRelay(file, BROKER, {});
  expect(problem).toMatchObject({ code: 'missing-mqtt', severity: 'error', span });
  expect(checkRelay(file, BROKER, { hasMqtt: true })).toEqual([]);
  expect(checkRelay(file, 'https://relay.example.org/live/a', {})).toEqual([]);
  expect(checkRelay(file, null, {})).toEqual([]);
  expect(checkRelay({ ...file, headSpans: {} }, BROKER, {})).toEqual([]);
});
