import { expect, test } from 'vitest';
import { findRequestFault } from '../../../../../src/node/data/refresh/declared.ts';

const url = 'https://example.org/';

test.each([
  [{ url, format: 'json' }],
  [{ file: 'raw/*.csv', format: 'csv', encoding: 'windows-1252' }],
  [{ tree: 'LINUX', titles: ['a'] }],
])('%j is a request', (request) => {
  expect(findRequestFault({ answer: request })).toBeNull();
});

test.each([
  [{ format: 'json' }, 'is no request, which has one of url, tree, file'],
  [{ url, file: 'a', format: 'json' }, 'is no request, which has one of'],
  [null, 'is no request'],
  [{ url, format: 'json', method: 'POST' }, 'has the key "method"; a request may have url, format'],
  [{ url, format: 'json', formt: {} }, 'has the key "formt"; did you mean "format"'],
  [{ tree: 'LINUX', titles: ['a'], url2: '' }, 'has the key "url2"'],
  [{ tree: 'LINUX' }, 'asks a "tree" for nothing'],
  [{ url, format: 'yaml' }, 'has a wrong "format"'],
])('%j is refused, since part of it would be ignored', (request, said) => {
  const fault = findRequestFault({ answer: request });
  expect(fault).toContain(`refresh.ask: "answer" ${said}`);
  expect(fault).not.toContain('secret');
});
