import * as v from 'valibot';
import { expect, test } from 'vitest';
import { decodeBody } from '../../../../../src/node/data/http/decode.ts';
import { SourceError } from '../../../../../src/node/data/refresh/failure.ts';
import { formats } from '../../../../../src/talk/data/formats/formats.ts';
import { listColumnKinds } from '../../../../../src/talk/data/csv/column-kinds.ts';
import type { AnswerOptions } from '../../../../../src/talk/data/update/request.ts';
import { bare, connect, RIDERS } from '../../../../support/connect.ts';
import { sendBytes } from '../../../../support/faults.ts';
import { serveFor } from '../../../../support/refresh.ts';

const DAYS = [
  { asOf: '2026-11-20', riders: 1200.5 },
  { asOf: '2026-11-21', riders: 1310 },
];

const read = (text: string | Buffer, options: AnswerOptions): Promise<unknown> =>
  decodeBody(
    { bytes: Buffer.from(text), type: '', host: 'counter.example' },
    { ...options, kinds: listColumnKinds(RIDERS) },
  );

/** Returns what is said of a text, with its hint. */
async function refusalOf(text: string | Buffer, options: AnswerOptions): Promise<string> {
  try {
    await read(text, options);
  } catch (error) {
    if (error instanceof SourceError) return `${error.message} ${error.failure.advice}`;
    throw error;
  }
  return 'taken';
}

test.each([
  ['commas', 'asOf,riders\n2026-11-20,1200.5\n2026-11-21,1310\n'],
  ['semicolons and decimal commas', 'asOf;riders\r\n20.11.2026;1200,5\r\n21.11.2026;1.310\r\n'],
  ['a byte order mark', '\uFEFFasOf,riders\n2026-11-20,1200.5\n2026-11-21,1310\n'],
  [
    'the separator that Excel names',
    'sep=;\r\nasOf;riders\r\n2026-11-20;1200,5\r\n2026-11-21;1310',
  ],
  [
    'columns and lines that are empty',
    'asOf;riders;;\n2026-11-20;1200,5;;\n;;;\n2026-11-21;1310;;\n',
  ],
  ['quotes', '"asOf","riders"\n"2026-11-20","1,200.5"\n"2026-11-21","1,310"\n'],
])('a CSV with %s has the rows of its schema', async (_name, text) => {
  expect(await read(text, { format: 'csv' })).toEqual(DAYS);
});

test('UTF-16, and other encodings that are named, are read', async () => {
  const wide = Buffer.from('\uFEFFasOf\triders\n2026-11-20\t1200.5\n2026-11-21\t1310\n', 'utf16le');
  expect(await read(wide, { format: 'tsv' })).toEqual(DAYS);
  const latin = Buffer.from('asOf,riders,name\n2026-11-20,1,Z\xfcrich\n', 'latin1');
  expect(await read(latin, { format: 'csv', encoding: 'windows-1252' })).toEqual([
    { asOf: '2026-11-20', riders: 1, name: 'Zürich' },
  ]);
  expect(await refusalOf(latin, { format: 'csv' })).toContain('its characters are not UTF-8');
});

test('texts stay as they are, also those like numbers, and empty cells are unknown', async () => {
  const rows = await read('name,riders,code\nNA,n/a,007\n,0012,1e3\n', { format: 'csv' });
  expect(rows).toEqual([
    { name: 'NA', riders: null, code: '007' },
    { name: null, riders: 12, code: '1e3' },
  ]);
});

test.each([
  ['asOf,riders\n2026,12 km\n', /In line 2, "12 km" in the column "riders" is no number\./i],
  [
    'asOf;riders\n2026;1.234\n',
    /"1.234" in the column "riders" can be two numbers\. .*decimal: 'point'/,
  ],
  ['asOf,riders\n2026,1e999\n', /"1e999" in the column "riders" is no number/],
  ['asOf,riders\n2026\n', /line 2 has 1 cells, and the head has 2\. A cell that holds/],
  ['asOf,asOf\n2026,1\n', /two columns are called "asOf"/],
  ['asOf,,riders\n2026,x,1\n', /column 2 has no name/],
  ['asOf,riders\n"2026,1\n', /a quote in line 2 is never closed/],
  ['{"asOf": 1}', /it is JSON, XML or HTML, not CSV\. Save the table/],
  ['PK\u0003\u0004', /it is a zip archive/],
  ['', /it is empty/],
  ['<!doctype html><title>Sign in</title>', /sent the page "Sign in" instead of data/],
])('%j is refused with its place and a hint', async (text, said) => {
  expect(await refusalOf(text, { format: 'csv' })).toMatch(said);
});

test('the sign before decimals is named where the table does not show it', async () => {
  const text = 'asOf;riders\n2026;1.234\n';
  expect(await read(text, { format: 'csv', decimal: 'comma' })).toEqual([
    { asOf: '2026', riders: 1234 },
  ]);
  expect(await read(text, { format: 'csv', decimal: 'point' })).toEqual([
    { asOf: '2026', riders: 1.234 },
  ]);
});

test('NDJSON is a list, and a fault in it has a line', async () => {
  expect(await read('{"a":1}\n\n{"a":2}\n', { format: 'ndjson' })).toEqual([{ a: 1 }, { a: 2 }]);
  expect(await refusalOf('{"a":1}\n{"a":\n', { format: 'ndjson' })).toContain(
    'it is no NDJSON (line 2:',
  );
});

test('XML has elements with attributes, texts and places of faults', async () => {
  const text = '<r n="1"><!-- x --><a>&lt;b&gt; &#65;<![CDATA[<c>]]></a><p:b xmlns:p="u"/></r>';
  const root = formats.toXml(await read(text, { format: 'xml' }));
  expect(root).toMatchObject({ name: 'r', attributes: { n: '1' } });
  expect(formats.findElements(root, 'a')[0]?.text).toBe('<b> A<c>');
  expect(formats.findElements(root, 'p:b').length).toBe(1);
  expect(await refusalOf('<a><b></a>', { format: 'xml' })).toContain(
    'end tag for element b (line 1',
  );
  expect(() => formats.toXml({})).toThrow('no XML document');
});

const LAUGHS = Array.from(
  { length: 20 },
  (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
);

test.each([
  [
    'entities of its own',
    `<!DOCTYPE a [<!ENTITY l0 "ha">${LAUGHS.join('')}]><a>&l20;</a>`,
    "isn't defined",
  ],
  [
    'a file of this machine',
    '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
    "isn't defined",
  ],
  ['elements within elements', '<a>'.repeat(200) + '</a>'.repeat(200), 'nested deeper than 100'],
  ['very many of them', '<a>'.repeat(100_000), 'nested deeper than 100'],
  [
    'texts that many elements share',
    `${'<a>'.repeat(90)}${'x'.repeat(1_000_000)}${'</a>'.repeat(90)}`,
    'its text is too long',
  ],
])('XML with %s is refused', async (_name, text, said) => {
  expect(await refusalOf(text, { format: 'xml' })).toContain(said);
});

test('feeds of each kind have the same entries', async () => {
  const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>
    <title>Linux 7.2</title><link rel="self" href="https://e.example/s"/><link href="https://e.example/1"/>
    <updated>2026-11-20T10:00:00+01:00</updated><author><name>A</name></author></entry></feed>`;
  const rss = `<rss version="2.0"><channel><item><guid>urn:1</guid><title>Linux 7.2</title><author>A</author>
    <link>https://e.example/1</link><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item></channel></rss>`;
  const rdf = `<rdf:RDF><item rdf:about="urn:1"><title>Linux 7.2</title><link>https://e.example/1</link>
    <dc:date>2026-11-20</dc:date><dc:creator>A</dc:creator></item></rdf:RDF>`;
  const entry = { id: 'urn:1', title: 'Linux 7.2', url: 'https://e.example/1', authors: ['A'] };
  const moment = '2026-11-20T09:00:00.000Z';
  const readFeed = async (text: string) => formats.readFeed(await read(text, { format: 'xml' }));
  expect(await readFeed(atom)).toEqual([{ ...entry, published: null, updated: moment }]);
  expect(await readFeed(rss)).toEqual([{ ...entry, published: moment, updated: null }]);
  expect(await readFeed(rdf)).toMatchObject([{ ...entry, published: '2026-11-20T00:00:00.000Z' }]);
  await expect(readFeed('<html/>')).rejects.toThrow();
  await expect(readFeed('<opml/>')).rejects.toThrow('its first element is <opml>');
});

const METRICS = `# HELP http_requests_total Requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="get",path="C:\\\\x \\"y\\"\\n"} 3
msdos_file_access_time_seconds 1.458255915e9
nothing NaN
bucket{le="+Inf"} +Inf # {trace_id="x"} 0.5
# EOF
`;

test('metrics of Prometheus are samples with labels', async () => {
  const answer = await read(METRICS, { format: 'prometheus' });
  expect(formats.readSamples(answer, 'http_requests_total', { method: 'post' })).toEqual([
    {
      name: 'http_requests_total',
      labels: { method: 'post', code: '200' },
      value: 1027,
      time: 1_395_066_363_000,
    },
  ]);
  expect(formats.readSamples(answer, 'http_requests_total')[1]?.labels['path']).toBe('C:\\x "y"\n');
  expect(formats.readSamples(answer, 'nothing')[0]?.value).toBeNull();
  expect(formats.readSamples(answer, 'bucket')[0]).toMatchObject({
    labels: { le: '+Inf' },
    value: null,
  });
  expect(() => formats.readSamples(answer, 'riders')).toThrow('no sample is called "riders"');
  for (const line of ['a{b="c" 1', 'a{b=c} 1', '1a 2', 'a', 'a x'])
    expect(await refusalOf(`ok 1\n${line}\n`, { format: 'prometheus' })).toContain(
      '(line 2 is no sample',
    );
});

test('a page says when it has no table, or none with the columns', async () => {
  const page =
    '<title>Lists</title><h2>All</h2><table><tr><th>Name<th>Subs</tr><tr><td>a<td>603</tr></table>';
  const answer = await read(page, { format: 'html' });
  expect(formats.readTable(answer, ['name', 'subs'])).toEqual([{ name: 'a', subs: '603' }]);
  expect(() => formats.readTable(answer, ['members'])).toThrow(
    'no table has columns headed "members"; the heads are Name, Subs',
  );
  const empty = await read('<title>Moved</title><p>Nothing.', { format: 'html' });
  expect(() => formats.readTable(empty, ['name'])).toThrow('the page "Moved" has no table');
});

test('a CSV on the web becomes the rows of a dataset without a line of code', async () => {
  const text = 'asOf;riders\n20.11.2026;1200,5\n21.11.2026;1310\n';
  const served = await serveFor(sendBytes(text, 'text/csv; charset=utf-8'));
  const { result, rows } = await connect({ url: `${served.url}/riders.csv`, format: 'csv' });
  expect(result.outcome).toBe('new');
  expect(bare(rows)).toEqual(DAYS);
  expect(served.requests[0]?.headers.accept).toContain('text/csv');
});

test('rows without dates are a whole table as of the day of the refresh', async () => {
  const schema = v.object({ line: v.string(), riders: v.number() });
  const files = {
    'data/raw/a.csv': 'line,riders\nU1,5\n',
    'data/raw/b.csv': 'line,riders\nU2,7\n',
  };
  const { result, rows, text } = await connect(
    { file: 'raw/*.csv', format: 'csv' },
    { schema, files },
  );
  expect(result.failure).toBeNull();
  expect(rows).toEqual([
    { line: 'U1', riders: 5 },
    { line: 'U2', riders: 7 },
  ]);
  expect(text).toContain('"asOf": "2026-11-22"');
});

test('what is no list of rows needs a recipe that makes some', async () => {
  const files = {
    'data/raw/a.json': '{"riders": 5}',
    'data/raw/b.csv': 'asOf,riders\n2026,1\n,2\n',
  };
  const one = await connect({ file: 'raw/a.json', format: 'json' }, { files });
  expect(one.result.failure?.message).toContain('no list of rows; the recipe needs a "parse"');
  const other = await connect({ file: 'raw/b.csv', format: 'csv' }, { files });
  expect(other.result.failure?.message).toContain('1 of its 2 rows have no "asOf"');
});
