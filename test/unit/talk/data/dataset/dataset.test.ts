import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';
import { defineDataset } from '../../../../../src/talk/data/dataset/recipe.ts';
import type { DatasetRecipe } from '../../../../../src/talk/data/dataset/recipe.ts';

const recipe = defineDataset({
  schema: v.object({
    asOf: v.string(),
    subscribers: v.nullable(v.pipe(v.number(), v.integer())),
    parts: v.optional(v.array(v.object({ id: v.string() }))),
  }),
  ranges: { subscribers: [0, 1000] },
});

function parse(text: string, withRecipe?: DatasetRecipe) {
  return parseDataset({ path: 'data/list.json', text }, 'list', withRecipe);
}

/** The problems, each as `line:column+length code message`. */
function problems(text: string, withRecipe?: DatasetRecipe): string[] {
  return parse(text, withRecipe).problems.map(
    ({ span, code, message }) => `${span?.line}:${span?.column}+${span?.length} ${code} ${message}`,
  );
}

function lines(...rows: string[]): string {
  return `{
  "title": "List",
  "sources": { "a": { "name": "A", "url": "https://a.example" }, "b": { "name": "B" } },
  "rows": [
    ${rows.join(',\n    ')}
  ]
}
`;
}

test('a series is read with its columns, kind, key and sources', () => {
  const { value, problems: found } = parse(
    `{"title": "List", "unit": "people", "key": "id", "notes": ["mine"],
      "sources": {"a": {"name": "A", "url": "https://a.example", "licence": "MIT"}},
      "rows": [{"asOf": "2024", "id": "x", "n": 1, "source": "a", "exact": false, "retrieved": "2024-01-02"},
               {"asOf": "2025", "id": "x", "more": null}]}`,
  );
  expect(found).toEqual([]);
  expect(value).toMatchObject({
    name: 'list',
    file: 'data/list.json',
    kind: 'series',
    title: 'List',
    unit: 'people',
    key: 'id',
    sources: { a: { name: 'A', url: 'https://a.example', licence: 'MIT' } },
    columns: ['id', 'n', 'more'],
    editions: [],
  });
});

test('with a single source, rows need not name it', () => {
  const { value } = parse('{"title":"T","sources":{"a":{"name":"A"}},"rows":[{"n":1}]}');
  expect(value?.rows).toEqual([{ n: 1, source: 'a' }]);
  expect(value?.kind).toBe('list');
});

test('with several sources, a row without one draws a warning', () => {
  expect(problems(lines('{ "n": 1, "source": "a" }', '{ "n": 2 }'))).toEqual([
    '6:5+10 no-row-source This row does not say which of the sources it comes from.',
  ]);
});

test('editions are read as whole tables', () => {
  const { value, problems: found } = parse(
    `{"title":"T","sources":{"a":{"name":"A"},"b":{"name":"B"}},"editions":[
      {"asOf":"2024-09","source":"a","retrieved":"2024-10-01","rows":[{"name":"x"},{"name":"y","source":"b"}]}]}`,
  );
  expect(found).toEqual([]);
  expect(value).toMatchObject({
    kind: 'editions',
    rows: [],
    columns: ['name'],
    editions: [{ asOf: '2024-09', source: 'a', rows: [{ name: 'x' }, { name: 'y' }] }],
  });
});

test('a bare array works at once, and warns that it has no source', () => {
  const { value, problems: found } = parse('[{"n": 1}, {"n": 2}]');
  expect(value).toMatchObject({ kind: 'list', title: 'list', columns: ['n'], sources: {} });
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['no-source', 'warning']]);
});

test('the recipe gives the key where the file gives none', () => {
  const keyed = defineDataset({ schema: v.object({}), key: 'id' });
  const text = '{"title":"T","sources":{},"rows":[{"id":"x"}]}';
  expect(parse(text, keyed).value?.key).toBe('id');
});

test('JSON that cannot be read is placed exactly', () => {
  expect(problems('{\n  "title": "T",\n  "rows": [1 2]\n}')).toEqual([
    '3:14+1 bad-json A comma should stand before this.',
  ]);
  expect(problems('{\n  "title": "T",\n}')).toEqual([
    '2:15+1 bad-json Nothing follows this comma.',
  ]);
  expect(problems('{ "a": 1 // why\n}')[0]).toBe('1:10+6 bad-json JSON has no comments.');
  expect(problems('{ "a": "x\n}')[0]).toMatch(/^1:8\+2 bad-json This text is not closed/);
  expect(problems('')[0]).toMatch(/^1:1\+1 bad-json The file is empty/);
  expect(problems("{ 'a': 1 }")[0]).toMatch(/^1:3\+\d bad-json/);
});

test('a file with a byte order mark or Windows line ends keeps its places', () => {
  expect(problems('\ufeff{\r\n  "title": 5,\r\n  "sources": {}, "rows": [{"n": 1}]\r\n}')).toEqual([
    '2:12+1 bad-dataset "title" should be a text.',
  ]);
});

test('endless brackets end in a problem, not in a crash', () => {
  expect(problems('['.repeat(100_000))).toEqual([
    '1:41+1 bad-json Lists are nested deeper than 40 here.',
  ]);
});

test('a key that stands twice is a problem', () => {
  expect(problems(lines('{ "n": 1, "n": 2, "source": "a" }'))[0]).toMatch(/^5:15\+3 duplicate-key/);
});

test('the shape of a dataset is checked key by key', () => {
  expect(problems('5')).toEqual([
    '1:1+1 bad-dataset A dataset is an object with "title", "sources" and "rows".',
  ]);
  expect(problems('{"rows": [{"n": 1}]}')).toEqual([
    '1:1+20 bad-dataset The dataset has no "title".',
    '1:1+20 bad-dataset The dataset has no "sources".',
  ]);
  expect(problems('{"title":"T","sources":{}}')[0]).toMatch(/either "rows" or "editions"/);
  expect(problems('{"title":"T","sources":{},"rows":[]}')[0]).toMatch(/has no rows/);
  expect(problems('{"title":"T","sources":{},"rows":{}}')[0]).toMatch(/should be a list of rows/);
  expect(problems('{"title":"T","sources":{},"rows":[1]}')[0]).toMatch(/A row is an object/);
  expect(problems('{"title":"T","sources":{"a":"A"},"rows":[{"n":1}]}')[0]).toMatch(
    /^1:29\+3 bad-dataset A source is an object/,
  );
});

test('an unknown key gets the nearest one', () => {
  const { problems: found } = parse('{"titel":"T","title":"T","sources":{},"rows":[{"n":1}]}');
  expect(found).toMatchObject([
    { code: 'unknown-data-key', span: { line: 1, column: 2, length: 7 } },
  ]);
  expect(found[0]?.hint).toContain('"title"');
});

test('a file with an error is no dataset, one with a warning is', () => {
  expect(parse('{"title":"T","sources":{},"rows":[]}').value).toBeNull();
  expect(parse('[{"n":1}]').value).not.toBeNull();
});

test('rows that do not fit the recipe say where, by path and by place', () => {
  const text = lines(
    '{ "asOf": "2024-01", "subscribers": 5, "source": "a" }',
    '{ "asOf": "2024-02", "subscribers": "many", "source": "a" }',
    '{ "asOf": "2024-03", "source": "a" }',
    '{ "asOf": "2024-04", "subscribers": 1.5, "source": "a" }',
    '{ "asOf": "2024-05", "subscribers": 5000, "source": "a" }',
    '{ "asOf": "2024-06", "subscribers": null, "parts": [{ "id": 3 }], "source": "a" }',
  );
  expect(problems(text, recipe)).toEqual([
    '6:41+6 schema-mismatch "rows[1].subscribers" should be number, and is "many".',
    '7:5+36 schema-mismatch "rows[2].subscribers" is missing.',
    '8:41+3 schema-mismatch "rows[3].subscribers" does not fit: Invalid integer: Received 1.5.',
    '9:41+4 schema-mismatch "rows[4].subscribers" should be from 0 to 1000, and is 5000.',
    '10:65+1 schema-mismatch "rows[5].parts[0].id" should be string, and is 3.',
  ]);
});

test('keys the recipe does not name pass', () => {
  expect(
    problems(lines('{ "asOf": "2024", "subscribers": 1, "extra": 2, "source": "a" }'), recipe),
  ).toEqual([]);
});

test('a hundred rows with the same mistake are one problem, which counts them', () => {
  const rows = Array.from(
    { length: 100 },
    (_, index) => `{ "asOf": "${1900 + index}", "source": "a" }`,
  );
  expect(problems(lines(...rows), recipe)).toHaveLength(1);
  const { problems: found } = parseDataset(
    { path: 'data/a.json', text: lines(...rows) },
    'a',
    recipe,
  );
  expect(found[0]?.hint).toContain('99 more rows have the same.');
});

test('a key under another name is not missing as well', () => {
  const { problems: found } = parseDataset(
    { path: 'data/a.json', text: '{"title":"T","source":"x","data":[{"asOf":"2024"}]}' },
    'a',
  );
  expect(found.map(({ hint }) => hint?.slice(0, 15))).toEqual([
    'Write "sources"',
    'Write "rows". K',
  ]);
});

test('dates must be dates', () => {
  expect(
    problems(
      lines(
        '{ "asOf": "2024-13", "source": "a" }',
        '{ "asOf": "2024", "since": 5, "source": "a" }',
      ),
    ),
  ).toEqual(['5:15+9 bad-date "2024-13" is not a date.', '6:32+1 bad-date "5" is not a date.']);
});

test('a source must be one of the sources', () => {
  const { problems: found } = parse(lines('{ "n": 1, "source": "zebra" }'));
  expect(found).toMatchObject([
    { code: 'unknown-source', span: { line: 5, column: 25, length: 7 } },
  ]);
  expect(found[0]?.hint).toContain('(a, b)');
});

test('the same fact twice is a problem, a corrected one is not', () => {
  const row = (since: string) => `{ "asOf": "2024-09", "n": 1, "source": "a"${since} }`;
  expect(problems(lines(row(''), row('')))[0]).toMatch(
    /^6:5\+\d+ duplicate-row There is already a row for 2024-09\./,
  );
  expect(problems(lines(row(''), row(', "since": "2025-01"')))).toEqual([]);
});

test('rows of one date that tell of different things are told of the key that they need', () => {
  const row = (lang: string, n: number) =>
    `{ "asOf": "2024-09", "lang": "${lang}", "n": ${n}, "source": "a" }`;
  const hint = (...rows: string[]) => parse(lines(...rows)).problems[0]?.hint;
  expect(hint(row('C', 1), row('Rust', 2))).toContain('"key": "lang"');
  expect(hint(row('C', 1), row('C', 2))).not.toContain('"key"');
});

test('one key on two dates is no repetition', () => {
  const text = `{"title":"T","key":"id","sources":{},"rows":[
    {"asOf":"2024","id":"x"},{"asOf":"2025","id":"x"},{"asOf":"2025","id":"y"}]}`;
  expect(problems(text)).toEqual([]);
});

test('either all rows have a date or none', () => {
  expect(
    problems(lines('{ "asOf": "2024", "source": "a" }', '{ "n": 1, "source": "a" }'))[0],
  ).toMatch(/^6:5\+25 bad-dataset This row has no "asOf"/);
});

test('editions have a date of their own, each once, and rows without one', () => {
  const edition = (asOf: string, row: string) => `{"asOf":"${asOf}","rows":[${row}]}`;
  const text = (...editions: string[]) =>
    `{"title":"T","sources":{},"editions":[\n${editions.join(',\n')}]}`;
  expect(problems(text(edition('2024', '{"n":1}'), edition('2024', '{"n":1}')))[0]).toMatch(
    /^3:9\+6 duplicate-row/,
  );
  expect(problems(text(edition('2024', '{"n":1,"asOf":"2023"}')))[0]).toMatch(/share its date/);
  expect(problems(text('{"rows":[]}'))[0]).toMatch(/An edition is an object with "asOf"/);
  expect(problems(text('{"asOf":"2024","row":[]}'))[0]).toMatch(/unknown-data-key/);
});

test('links from data lead to the web and nowhere else', () => {
  const withUrl = (url: string) => problems(lines(`{ "url": "${url}", "source": "a" }`));
  expect(withUrl('https://example.org/x')).toEqual([]);
  expect(withUrl('javascript:alert(1)')[0]).toMatch(/^5:14\+21 bad-url/);
  expect(withUrl('zulip://chat.example')[0]).toMatch(/bad-url/);
  expect(
    problems('{"title":"T","sources":{"a":{"name":"A","url":"file:///etc"}},"rows":[{"n":1}]}')[0],
  ).toMatch(/bad-url/);
});

test('other addresses may stand in plain text', () => {
  expect(problems(lines('{ "value": "zulip://chat.example", "source": "a" }'))).toEqual([]);
});

test('a text has a bounded length', () => {
  const long = 'x'.repeat(10_001);
  expect(problems(lines(`{ "text": "${long}", "source": "a" }`))[0]).toMatch(/text-too-long/);
});

test('keys of the language itself are keys like any other', () => {
  const text =
    '{"title":"T","sources":{"__proto__":{"name":"A"}},"rows":[{"__proto__":1,"constructor":2}]}';
  const { value, problems: found } = parse(text);
  expect(found).toEqual([]);
  expect(Object.keys(value?.sources ?? {})).toEqual(['__proto__']);
  expect(value?.columns).toEqual(['__proto__', 'constructor']);
});

test('objects and lists where a text belongs are problems', () => {
  const row =
    '{"asOf": {}, "since": [[{}]], "retrieved": {"toString": 1}, "source": {}, "url": {}}';
  const text = `{"title": {}, "sources": {"s": {"name": "s", "url": {}}}, "rows": [${row}]}`;
  const { value, problems } = parseDataset({ path: 'data/d.json', text }, 'd');
  expect(value).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual([
    'bad-url',
    'bad-date',
    'bad-date',
    'bad-date',
    'unknown-source',
    'bad-dataset',
  ]);
});
