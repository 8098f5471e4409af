import { expect, test } from 'vitest';
import { editText } from '../../../../../src/talk/data/update/edit.ts';
import { parseDataset } from '../../../../../src/talk/data/dataset/dataset.ts';
import type { MergeOptions } from '../../../../../src/talk/data/update/dataset-edit.ts';
import { mergeFresh } from '../../../../../src/talk/data/update/merge.ts';
import type { Fresh } from '../../../../../src/talk/data/update/refresh-context.ts';
import type { Dataset } from '../../../../../src/talk/model/dataset.ts';

const OPTIONS: MergeOptions = {
  id: 'new',
  today: '2026-11-22',
  now: '2026-11-22T14:05Z',
  key: null,
  updateDays: 7,
  blank: {},
};
const SOURCE = { id: 'new', source: { name: 'New' } };
const HEAD = '"title": "T", "sources": { "old": { "name": "Old" } }';

function open(text: string): Dataset {
  const { value, problems } = parseDataset({ path: 'data/t.json', text }, 't');
  expect(problems).toEqual([]);
  if (!value) throw new Error('The text is no dataset.');
  return value;
}

/** Merges into a text and gives the new one, which must be a dataset too. */
function merge(text: string, fresh: Fresh, options: Partial<MergeOptions> = {}): string {
  const dataset = open(text);
  const edits = mergeFresh(dataset, fresh, { ...OPTIONS, key: dataset.key, ...options });
  const edited = editText(text, { edits, source: SOURCE });
  open(edited);
  return edited;
}

function rowsOf(...lines: string[]): string {
  return `{ ${HEAD},\n  "rows": [\n    ${lines.join(',\n    ')}\n  ]\n}\n`;
}

/** The rows of the new text. */
function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('    { "asOf"'));
}

const OLD = '{ "asOf": "2026-10-01", "n": 5, "source": "old" }';

test('a new row stands behind older ones, on a line of its own', () => {
  const text = merge(rowsOf(OLD), { rows: [{ asOf: '2026-11-22', n: 6 }] });
  expect(linesOf(text)).toEqual([
    `    ${OLD},`,
    '    { "asOf": "2026-11-22", "n": 6, "source": "new", "retrieved": "2026-11-22" }',
  ]);
  expect(text).toContain('"new": { "name": "New" }');
});

test('a row of an earlier day goes to its place, and is known from today on', () => {
  const fresh = {
    rows: [
      { asOf: '2026-09', n: 4 },
      { asOf: '2026-08', n: 3 },
    ],
  };
  const text = merge(rowsOf(OLD), fresh);
  expect(linesOf(text).map((line) => /"asOf": "([^"]+)"/.exec(line)?.[1])).toEqual([
    '2026-08',
    '2026-09',
    '2026-10-01',
  ]);
  expect(linesOf(text)[0]).toContain('"since": "2026-11-22"');
});

test('a figure that did not change is not told again before its time', () => {
  const fresh = (asOf: string) => ({ rows: [{ asOf, n: 5 }] });
  expect(merge(rowsOf(OLD), fresh('2026-10-05'))).toBe(rowsOf(OLD));
  expect(linesOf(merge(rowsOf(OLD), fresh('2026-10-08')))).toHaveLength(2);
});

test('a correction is a second telling; the first stays', () => {
  const text = merge(rowsOf(OLD), { rows: [{ asOf: '2026-10-01', n: 7 }] });
  expect(linesOf(text)).toEqual([
    `    ${OLD},`,
    '    { "asOf": "2026-10-01", "n": 7, "since": "2026-11-22", "source": "new", "retrieved": "2026-11-22" }',
  ]);
});

test('a correction of the same day keeps what the row said before', () => {
  const first = merge(rowsOf(OLD), { rows: [{ asOf: '2026-11-22', n: 6 }] });
  const second = merge(first, { rows: [{ asOf: '2026-11-22', n: 8 }] });
  const third = merge(second, { rows: [{ asOf: '2026-11-22', n: 9 }] });
  const row = open(third).rows[1];
  expect(row).toMatchObject({ asOf: '2026-11-22', n: 9 });
  expect(row?.corrected).toEqual([
    { retrieved: '2026-11-22', n: 6 },
    { retrieved: '2026-11-22', n: 8 },
  ]);
});

test('null never replaces what is known, be it deep within', () => {
  const known = '{ "asOf": "2026-10-01", "n": 5, "w": { "a": 1, "b": 2 }, "source": "old" }';
  const same = { rows: [{ asOf: '2026-10-01', n: null, w: { a: null, b: 2 } }] };
  expect(merge(rowsOf(known), same)).toBe(rowsOf(known));
  const text = merge(rowsOf(known), { rows: [{ asOf: '2026-10-01', w: { a: null, b: 3 } }] });
  expect(open(text).rows[1]).toMatchObject({ n: 5, w: { a: 1, b: 3 } });
});

test('an exact figure takes the doubt from the one it corrects', () => {
  const doubt = '{ "asOf": "2026-10-01", "n": 5, "exact": false, "source": "old" }';
  const text = merge(rowsOf(doubt), { rows: [{ asOf: '2026-10-01', n: 6 }] });
  expect(open(text).rows[1]?.exact).toBeUndefined();
});

test('new facts of a list get the cells that the source does not tell', () => {
  const list = `{ ${HEAD}, "key": "v",\n  "rows": [\n    { "v": "1", "x": null, "notes": ["a"] }\n  ]\n}\n`;
  const fresh = {
    rows: [
      { v: '1', x: 3 },
      { v: '2', x: 4 },
    ],
  };
  const { rows } = open(merge(list, fresh, { blank: { notes: [] } }));
  expect(rows).toMatchObject([
    { v: '1', x: null, notes: ['a'] },
    { v: '1', x: 3, notes: ['a'], since: '2026-11-22' },
    { v: '2', x: 4, notes: [], since: '2026-11-22' },
  ]);
});

const TABLE = `{ ${HEAD},
  "editions": [
    {
      "asOf": "2026-06",
      "source": "old",
      "rows": [
        { "v": "1" }
      ]
    }
  ]
}
`;

test('a table that changed is a new edition, and the same table none', () => {
  expect(merge(TABLE, { asOf: '2026-11-22', table: [{ v: '1' }] })).toBe(TABLE);
  const text = merge(TABLE, { asOf: '2026-11-20', table: [{ v: '2' }, { v: '3' }] });
  expect(text).toContain(`    },
    {
      "asOf": "2026-11-22",
      "source": "new",
      "retrieved": "2026-11-22",
      "rows": [
        { "v": "2" },
        { "v": "3" }
      ]
    }
  ]`);
});

test('an edition that is corrected on its own day keeps the rows it had', () => {
  const first = merge(TABLE, { asOf: '2026-11-22', table: [{ v: '2' }] });
  const second = merge(first, { asOf: '2026-11-22', table: [{ v: '3' }] });
  const { editions } = open(second);
  expect(editions).toHaveLength(2);
  expect(editions[1]?.rows).toEqual([{ v: '3' }]);
  expect(editions[1]?.corrected).toEqual([{ retrieved: '2026-11-22', rows: [{ v: '2' }] }]);
});

test('rows without a source name the only one when a second is added', () => {
  const text = merge(rowsOf('{ "asOf": "2026-10-01", "n": 5 }'), {
    rows: [{ asOf: '2026-11-22', n: 6 }],
  });
  expect(linesOf(text)[0]).toBe('    { "asOf": "2026-10-01", "source": "old", "n": 5 },');
  const table = merge(TABLE.replace('      "source": "old",\n', ''), {
    asOf: '2026-11-22',
    table: [{ v: '2' }],
  });
  expect(open(table).editions[0]?.source).toBe('old');
});

test('line ends and odd forms of a file stay', () => {
  const windows = rowsOf(OLD).replaceAll('\n', '\r\n');
  const text = merge(windows, { rows: [{ asOf: '2026-11-22', n: 6 }] });
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  const flat = `{ ${HEAD}, "rows": [${OLD}] }`;
  expect(open(merge(flat, { rows: [{ asOf: '2026-11-22', n: 6 }] })).rows).toHaveLength(2);
});

test('a file without rows yet gets them all, in order', () => {
  const text = '{\n  "title": "T",\n  "sources": {},\n  "rows": []\n}\n';
  const fresh = {
    rows: [
      { asOf: '2026-11-22', n: 2 },
      { asOf: '2026-11-21', n: 1 },
    ],
  };
  const edits = mergeFresh(null, fresh, OPTIONS);
  expect(editText(text, { edits, source: SOURCE })).toBe(`{
  "title": "T",
  "sources": {
    "new": { "name": "New" }
  },
  "rows": [
    { "asOf": "2026-11-21", "n": 1, "since": "2026-11-22", "source": "new", "retrieved": "2026-11-22" },
    { "asOf": "2026-11-22", "n": 2, "source": "new", "retrieved": "2026-11-22" }
  ]
}
`);
});

test('a first row is corrected while others are added before and behind it', () => {
  const row = (asOf: string, n: number) => ({ asOf, n, source: 'old' });
  const edited = editText(rowsOf(OLD), {
    edits: [
      { kind: 'correct-row', row: row('2026-10-01', 7), index: 0 },
      { kind: 'add-row', row: row('2026-09-01', 4), after: -1, isCorrection: false },
      { kind: 'add-row', row: row('2026-11-01', 8), after: 0, isCorrection: false },
    ],
    source: { id: 'old', source: { name: 'Old' } },
  });
  open(edited);
  expect(linesOf(edited).map((line) => /"n": (\d)/.exec(line)?.[1])).toEqual(['4', '7', '8']);
});

test('a row without a source is corrected while a second source is added', () => {
  const bare = '{ "asOf": "2026-10-01", "n": 5 }';
  const edited = editText(rowsOf(bare, '{ "asOf": "2026-10-02", "n": 6 }'), {
    edits: [
      {
        kind: 'correct-row',
        row: { asOf: '2026-10-01', n: 7, source: 'old' },
        index: 0,
      },
    ],
    source: SOURCE,
  });
  expect(linesOf(edited)).toEqual([
    '    { "asOf": "2026-10-01", "n": 7, "source": "old" },',
    '    { "asOf": "2026-10-02", "source": "old", "n": 6 }',
  ]);
});
