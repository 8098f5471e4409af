import { expect, test } from 'vitest';
import type { Fresh } from '../../../../../src/talk/data/update/refresh-context.ts';
import { findDateFault, findRequestFault } from '../../../../../src/node/data/refresh/declared.ts';

const url = 'https://example.org/';
const query = 'select 1';

test.each([
  [{ url, format: 'json' }],
  [{ url, format: 'csv', headers: { accept: 'text/csv' }, body: { a: 1 }, decimal: 'comma' }],
  [{ url, format: 'json', next: { by: 'cursor', from: 'next', into: 'after', rows: 'items' } }],
  [{ file: 'raw/*.csv', format: 'csv', encoding: 'windows-1252' }],
  [{ command: ['git', 'log'], format: 'text', env: ['HOME'], timeout: '2min' }],
  [{ sqlite: 'raw/a.db', query, values: [1, 'a', null] }],
  [{ postgres: 'env:DATABASE_URL', query }],
  [{ duckdb: { rides: 'raw/*.csv' }, query }],
  [{ url, format: 'json', next: { by: 'link', from: 'next', rows: 'results' } }],
  [{ tree: 'LINUX', titles: ['a'] }],
  [{ tree: 'LINUX', history: { to: 'HEAD', added: true } }],
])('%j is a request', (request) => {
  expect(findRequestFault({ answer: request })).toBeNull();
});

test.each([
  [{ format: 'json' }, 'is no request, which has one of url, tree, file, command'],
  [{ url, file: 'a', format: 'json' }, 'is no request, which has one of'],
  [null, 'is no request'],
  [{ url, format: 'json', method: 'POST' }, 'has the key "method"; a request may have url, format'],
  [{ url, format: 'json', header: {} }, 'has the key "header"; did you mean "headers"'],
  [{ tree: 'LINUX', titles: ['a'], url2: '' }, 'has the key "url2"'],
  [{ tree: 'LINUX' }, 'asks a "tree" for nothing'],
  [{ url, format: 'yaml' }, 'has a wrong "format"'],
  [{ url, format: 'json', next: { by: 'cursor', from: 'a' } }, 'has a wrong "next.into"'],
  [{ url, format: 'json', next: { by: 'link', page: 1 } }, 'has a wrong "next.page"'],
  [{ command: 'git log', format: 'text' }, 'has a wrong "command"'],
  [{ command: ['git'], format: 'text', timeout: 'soon' }, 'has a wrong "timeout": an interval is'],
  [{ sqlite: 'a.db' }, 'has a wrong "query"'],
  [{ postgres: 'postgres://u:secret@host/db', query }, 'has a wrong "postgres": it is "env:"'],
  [{ duckdb: { 'a b': 'a.csv' }, query }, 'has a wrong "duckdb.a b": a table has a name'],
])('%j is refused, since part of it would be ignored', (request, said) => {
  const fault = findRequestFault({ answer: request });
  expect(fault).toContain(`refresh.ask: "answer" ${said}`);
  expect(fault).not.toContain('secret');
});

test.each([
  [{ rows: [{ asOf: 1764547200 }] }, '1764547200 is not a date'],
  [{ rows: [{ asOf: '2026-11' }, { asOf: '01.12.2026' }] }, '"01.12.2026" is not a date'],
  [{ rows: [{ asOf: { day: 1 } }] }, '{"day":1} is not a date'],
  [{ rows: [{ asOf: null }] }, 'null is not a date'],
  [{ asOf: '2026', table: [{ asOf: 'day 1' }] }, '"day 1" is not a date'],
  [{ asOf: 'today', table: [] }, '"today" is not a date'],
  [{ rows: [{ asOf: '2026-11-30T14:05Z' }, { n: 1 }] }, null],
])('%j has a date that is none', (fresh, said) => {
  expect(findDateFault(fresh as unknown as Fresh)).toBe(said);
});
