import { expect, test } from 'vitest';
import { zipBomb } from '../../../../support/faults.ts';
import { readColumns, type Decimal } from '../../../../../src/talk/data/csv/cells.ts';
import { decodeCsv, parseCsv } from '../../../../../src/talk/data/csv/csv.ts';
import { draftDataset, importCsv } from '../../../../../src/node/create/new-dataset.ts';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';

const ORIGIN = { name: 'list', title: 'List', source: 'list.csv' };
const bytes = (text: string): Uint8Array => Buffer.from(text);
const cells = (text: string): string[][] => parseCsv(text).rows.map((row) => row.cells);
const make = (text: string, decimal: Decimal | null = null) =>
  importCsv(bytes(text), ORIGIN, decimal);
const readColumn = (column: string[]): unknown[] => {
  const table = parseCsv(['head;other', ...column.map((cell) => `${cell};x`)].join('\n'));
  const [read] = readColumns(table, null);
  return [read?.kind, ...(read?.values ?? [])];
};

test('cells are cut at the separator of the head, and quotes hold separators, lines and quotes', () => {
  expect(cells('a,b\n1,"x, ""y""\nz"\n')).toEqual([['1', 'x, "y"\nz']]);
  expect(cells('a;b\r\n1,5;2\r\n')).toEqual([['1,5', '2']]);
  expect(cells('a\tb\n\n1\t\n')).toEqual([['1', '']]);
  expect(parseCsv('"a;b;c",d\n1,2').head).toEqual(['a;b;c', 'd']);
  expect(cells('a\r1\r2')).toEqual([['1'], ['2']]);
});

test('a byte order mark is no part of the first name, and UTF-16 is read', () => {
  expect(parseCsv(decodeCsv(Buffer.from('\uFEFFa,b\n1,2\n'))).head).toEqual(['a', 'b']);
  const wide = Buffer.from('\uFEFFä,b\n1,2\n', 'utf16le');
  expect(parseCsv(decodeCsv(wide)).head).toEqual(['ä', 'b']);
});

test.each([
  ['', 'It is empty.'],
  ['a,b\n', 'It has one line and no rows.'],
  ['a,b\n1,2,3\n', 'Line 2 has 3 cells, and the head has 2.'],
  ['a,b\n1,2\n\n1\n', 'Line 4 has 1 cells, and the head has 2.'],
  ['a,b\n1,"2\n', 'A quote in line 2 is never closed.'],
  ['a,b\n1,"2"3\n', 'A quoted cell in line 2 goes on after its quote.'],
  ['{"a": 1}', 'It is JSON, XML or HTML, not CSV.'],
  [' <table>', 'It is JSON, XML or HTML, not CSV.'],
  ['a,a\n1,2\n', 'Two columns are called "a".'],
])('%j is refused: %s', (text, message) => {
  expect(() => make(text)).toThrow(message);
});

test.each([
  [zipBomb(9, '[Content_Types].xml'), 'It is a spreadsheet (.xlsx or .ods), not CSV.'],
  [zipBomb(9), 'It is a zip archive, not CSV.'],
  [Buffer.from('\u001f\u008b\b', 'latin1'), 'It is packed by gzip, not CSV.'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 'It is a spreadsheet (.xls), not CSV.'],
  [Buffer.from('%PDF-1.7'), 'It is a PDF, not CSV.'],
  [Buffer.from([0x61, 0xe4, 0x0a]), 'Its characters are not UTF-8.'],
  [Buffer.from('a,b\n\0,1\n'), 'It is a binary file, not CSV.'],
])('a file of other bytes is refused by name', (file, message) => {
  expect(() => importCsv(file, ORIGIN, null)).toThrow(message);
});

test.each([
  [
    ['1', '-2.5', '3e2'],
    ['number', 1, -2.5, 300],
  ],
  [
    ['1', '', 'n/a'],
    ['number', 1, null, null],
  ],
  [
    ['1 234', '5'],
    ['number', 1234, 5],
  ],
  [
    ['007', '12'],
    ['text', '007', '12'],
  ],
  [['9007199254740993'], ['text', '9007199254740993']],
  [['12%'], ['text', '12%']],
  [
    ['2024-01', '2024-02'],
    ['date', '2024-01', '2024-02'],
  ],
  [['2024-01-05T10:00:00Z'], ['date', '2024-01-05T10:00Z']],
  [
    ['2024-01-05T00:00:00Z', '2024-01-06T00:00:00Z'],
    ['date', '2024-01-05', '2024-01-06'],
  ],
  [
    ['2024-01-05 00:00', '2024-01-05 01:00'],
    ['date', '2024-01-05T00:00', '2024-01-05T01:00'],
  ],
  [
    ['2024-01-05 00:00:00', '2024-01-06', ''],
    ['date', '2024-01-05', '2024-01-06', null],
  ],
  [
    ['20.11.2026 14:05', '2026/11/21 09:00:30'],
    ['date', '2026-11-20T14:05', '2026-11-21T09:00:30'],
  ],
  [['2024-01-05 10:00:00.123456+00'], ['date', '2024-01-05T10:00:00.123456Z']],
  [
    ['2024-01-05 10:00:00 +0100', '2024-01-05 10:00 UTC'],
    ['date', '2024-01-05T10:00+01:00', '2024-01-05T10:00Z'],
  ],
  [['2024-01-05 25:00'], ['text', '2024-01-05 25:00']],
  [['5.1.2024'], ['date', '2024-01-05']],
  [['2024/1/5'], ['date', '2024-01-05']],
  [['03/04/2024'], ['text', '03/04/2024']],
  [['2024-02-30'], ['text', '2024-02-30']],
  [
    ['2023', '2024'],
    ['number', 2023, 2024],
  ],
])('a column of %j is %j', (column, expected) => {
  expect(readColumn(column)).toEqual(expected);
});

test('the sign before decimals is the one that the file shows, or is asked for', () => {
  expect(make('a;b\n1,5;1.234\n').json).toContain('"a": 1.5, "b": 1234');
  expect(make('a;b\n1.5;1,234\n').json).toContain('"a": 1.5, "b": 1234');
  expect(make('a,b\n1.234,"5,678"\n').json).toContain('"a": 1.234, "b": 5678');
  expect(() => make('a;b\n1.234;x\n')).toThrow('"1.234" in the column "a" can be two numbers');
  expect(make('a;b\n1.234;x\n', 'comma').json).toContain('"a": 1234');
  expect(make('a;b\n1.234;x\n', 'point').json).toContain('"a": 1.234');
});

test('a table with dates is a series, whose rows stand in one line each', () => {
  const { json, recipe, notes } = make('Jahr;Mitglieder\n2023;460\n2024;536\n');
  expect(json).toBe(`{
  "title": "List",
  "sources": {
    "origin": { "name": "list.csv" }
  },
  "rows": [
    { "asOf": "2023", "Mitglieder": 460, "source": "origin" },
    { "asOf": "2024", "Mitglieder": 536, "source": "origin" }
  ]
}
`);
  expect(recipe).toContain('    Mitglieder: v.nullable(v.number()),\n');
  expect(notes).toEqual(['The column "Jahr" is called asOf.']);
});

test('rows that share a date are distinguished by a key', () => {
  const { json } = make('date,city,n\n2024,Graz,1\n2024,Wien,2\n');
  expect(json).toContain('"key": "city"');
});

test('a table without dates is a list, and names that slides cannot use are changed', () => {
  const { json, notes } = make('Name,source,Anzahl (%)\nA,x,1\nB,y,2\n');
  expect(json).toContain('{ "Name": "A", "source_text": "x", "anzahl": 1, "source": "origin" }');
  expect(notes).toContain('The column "source" is called source_text.');
  expect(notes).toContain('The column "Anzahl (%)" is called anzahl.');
});

test('what cannot be a dataset is refused with its reason', () => {
  expect(() => make('date,n\n2024,1\n2024,2\n')).toThrow();
});

test('every dataset that is written can be read', () => {
  const texts = [
    'a,b\n1,2\n',
    'date,"x ""y"""\n2024,"<b>*/"\n',
    'url,n\nnope,1\n',
    'url\nhttps://e.example/\n',
  ];
  for (const json of [
    ...texts.map((text) => make(text).json),
    draftDataset(ORIGIN, '2026-01-31').json,
  ]) {
    expect(parseDataset({ path: 'data/list.json', text: json }, 'list').problems).toEqual([]);
  }
});
