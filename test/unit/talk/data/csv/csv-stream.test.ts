import { expect, test } from 'vitest';
import { decodeCsv, openCsvDecoder, parseCsv } from '../../../../../src/talk/data/csv/csv.ts';
import { readTable, type TableOptions } from '../../../../../src/talk/data/csv/csv-stream.ts';
import { readTypedRows } from '../../../../../src/talk/data/csv/typed-rows.ts';

const OPTIONS: TableOptions = {
  kinds: new Map([
    ['n', 'number'],
    ['ok', 'truth'],
  ]),
  decimal: null,
};

/** Reads a table in parts of a size; the first part is longer, as it has to hold the head. */
function inParts(text: string, size: number, options = OPTIONS): unknown {
  const parts = function* (): Generator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  };
  try {
    return readTable(parts, options);
  } catch (error) {
    return String(error);
  }
}

function asWhole(text: string, options = OPTIONS): unknown {
  try {
    return readTypedRows(parseCsv(text), options);
  } catch (error) {
    return String(error);
  }
}

const TABLES: Record<string, string> = {
  plain: 'asOf,n,ok,name\n2026-01,1,true,a\n2026-02,-2.5,no,b\n',
  quoted: 'name,n\n"a, ""b""\r\nc",1\r\n"","2"\r\n"x",3',
  'other line ends': 'name,n\ra,1\r\rb,2\r',
  'empty columns at the end': 'name,n,,\na,1,,\nb,2,,\n',
  'a column without a name': 'name,n,\na,1,\nb,2,x\n',
  'decimal commas': 'name;n\na;1.234\nb;2\nc;3,5\n',
  'a late comma between commas': `name,n\n${'a,1\n'.repeat(30)}b,"3,5"\n`,
  'thousands that are unclear': 'name;n\na;1.234\n',
  'a word among numbers': 'name,n\na,1\nb,two\nc,3\n',
  'too few cells': 'name,n\na,1\nb\n',
  'a quote that is never closed': 'name,n\na,1\n"b,2\nc,3\n',
  'a quote that goes on': 'name,n\n"a"b,1\n',
  'a head alone': 'name,n\n',
  'two equal names': 'n,n\n1,2\n',
  nothing: '',
  JSON: '[{"n": 1}]',
  'a separator line': '\uFEFFsep=;\nname;n\na;1\n',
  'many rows': `name,n,ok\n${Array.from({ length: 9000 }, (_, at) => `"row ""${at}""",${at}.5,yes`).join('\n')}\n`,
  'many rows with a late fault': `name,n\n${'some name,12\n'.repeat(12_000)}x,y\n`,
};

test.each(Object.entries(TABLES))('reads %s in parts as it does whole', (_, text) => {
  const whole = asWhole(text);
  for (const size of [7, 1000, 100_001]) {
    if (size > 10 || text.length < 1000) expect(inParts(text, size), String(size)).toEqual(whole);
  }
});

test('takes the sign before decimals that is given', () => {
  const text = 'name;n\na;1.234\n';
  expect(inParts(text, 9, { ...OPTIONS, decimal: 'comma' })).toEqual([{ name: 'a', n: 1234 }]);
  expect(inParts(text, 9, { ...OPTIONS, decimal: 'point' })).toEqual([{ name: 'a', n: 1.234 }]);
});

test('decodes letters that are cut between parts, and refuses what is no text', () => {
  const bytes = Buffer.from('name\nKöln\n漢\n');
  const decode = openCsvDecoder(bytes);
  const letters = [...bytes].map((byte) => decode(Buffer.of(byte), false));
  expect(letters.join('') + decode(Buffer.of(), true)).toBe(decodeCsv(bytes));
  expect(() => openCsvDecoder(bytes)(Buffer.from('ö').subarray(0, 1), true)).toThrow('not UTF-8');
  expect(() => openCsvDecoder(bytes)(Buffer.of(0), true)).toThrow('binary');
});
