import { expect, test } from 'vitest';
import { findRequestFault } from '../../../../../src/node/data/refresh/declared.ts';

test('a request with a key that has no meaning is refused, since it would be sent without it', () => {
  const url = 'https://example.org/';
  expect(findRequestFault({ answer: { url, format: 'json' } })).toBeNull();
  expect(findRequestFault({ answer: { url, format: 'json', method: 'POST' } })).toBe(
    'refresh.ask: "answer" has the key "method"; a request may have url, format, shape, auth, isOptional, clone',
  );
  expect(findRequestFault({ log: { tree: 'LINUX', titles: ['a'], url2: '' } })).toContain(
    'has the key "url2"',
  );
  expect(findRequestFault({ answer: { format: 'json' } })).toContain('is no request');
});
