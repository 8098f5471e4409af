import { expect, test } from 'vitest';
import { table } from '../../../../../src/talk/blocks/table/table.ts';
import { compileBlock, viewOf } from '../../../../support/block.ts';

const SOURCES = { a: { name: 'A' } };
const DISTROS = viewOf(
  'distros',
  [
    {
      name: 'Arch',
      rustc: null,
      recent: true,
      site: 'https://arch.example/',
      packages: ['rust', 'rust-src'],
      source: 'a',
    },
    {
      name: 'Debian <stable>',
      rustc: '1.63.0',
      recent: false,
      site: 'javascript:alert(1)',
      packages: [],
      source: 'a',
    },
    { name: 'Ubuntu', rustc: '1.80', recent: false, site: null, packages: ['rustc'], source: 'a' },
    { name: 'Slackware', rustc: null, recent: false, site: null, packages: ['rust'], source: 'a' },
  ],
  { key: 'name', sources: SOURCES },
);
const MINIMUM = viewOf('minimum', [{ asOf: '2024-09-15', kernel: '6.11', rust: '1.78.0' }], {
  kind: 'series',
  columns: ['kernel', 'rust'],
  asOf: '2024-09-15',
});
const NUMBERS = viewOf('numbers', [
  { kernel: '6.9', commits: 14_000, set: 'old' },
  { kernel: '6.10', commits: 9, set: 'new', exact: false },
]);

const compile = (yaml: string): ReturnType<typeof compileBlock> =>
  compileBlock(table, yaml, { datasets: [DISTROS, MINIMUM, NUMBERS] });
const text = (yaml: string): string[] => (compile(yaml).output?.text ?? '').split('\n');
const html = (yaml: string): string => compile(yaml).output?.html ?? '';

const SUPPORT = `data: distros
columns:
  - name
  - { compute: at-least, column: rustc, minimum: minimum.rust, recent: recent, newest: rust.version, label: "Builds {{ minimum.kernel }}" }`;

test('shows columns with their labels, "~" and grouped numbers', () => {
  expect(text('data: numbers\ncolumns: [kernel, { column: commits, label: Commits }]')).toEqual([
    '| kernel | Commits |',
    '| --- | ---: |',
    '| 6.9 | 14\u202f000 |',
    '| 6.10 | ~9 |',
  ]);
});

test('takes a version that has to be met exactly for what it is', () => {
  const kernels = viewOf(
    'kernels',
    [
      { version: '6.8', rust: { version: '1.63', kind: 'exact' } },
      { version: '6.11', rust: { version: '1.63', kind: 'minimum' } },
    ],
    { key: 'version' },
  );
  const verdicts = (version: string): string[] => {
    const minimum = `'kernels["${version}"].rust.version'`;
    const yaml = `data: distros\ncolumns: [{ compute: at-least, column: rustc, minimum: ${minimum} }]`;
    const { output, problems } = compileBlock(table, yaml, { datasets: [DISTROS, kernels] });
    expect(problems).toEqual([]);
    return (output?.text ?? '').split('\n').filter((line) => !line.includes('---'));
  };
  expect(verdicts('6.8').join()).toMatch(/= 1\.63.*1\.63\.0 = 1\.63.*1\.80 ≠ 1\.63/);
  expect(verdicts('6.11').join()).toMatch(/≥ 1\.63.*1\.63\.0 ≥ 1\.63.*1\.80 ≥ 1\.63/);
});

test('says quietly that there is no data, or what its author wants instead', () => {
  expect(html('data: distros\ncolumns: [name, rustc]')).toContain('class="missing">no data');
  const own = 'data: distros\ncolumns: [name, { column: rustc, missing: none }]';
  expect(text(own)[2]).toBe('| Arch | none |');
});

test('takes text from data for text, and links only to http(s)', () => {
  const body = html('data: distros\ncolumns: [{ column: name, link: site }]');
  expect(body).toContain('<a href="https://arch.example/">Arch</a>');
  expect(body).toContain('Debian &lt;stable&gt;');
  expect(body).not.toContain('javascript');
});

test('writes lists with commas, as code one by one', () => {
  expect(text('data: distros\ncolumns: [packages]')[2]).toBe('| rust, rust-src |');
  expect(html('data: distros\ncolumns: [{ column: packages, format: code }]')).toContain(
    '<code>rust</code> <code>rust-src</code>',
  );
});

test('of an object in a list its text is shown, and an object without one is a problem', () => {
  const rows = [
    { version: '1.0', news: ['One', { text: 'Two', planned: '1.0' }], rust: { low: 2 } },
  ];
  const datasets = [viewOf('releases', rows)];
  const compile = (column: string) =>
    compileBlock(table, `data: releases\ncolumns: [version, ${column}]`, { datasets });
  expect(compile('news').output?.text).toContain('| 1.0 | One, Two |');
  expect(compile('rust.low').problems).toEqual([]);
  const { code, hint } = compile('rust').problems[0] ?? {};
  expect([code, hint]).toEqual([
    'wrong-cell',
    'Name a part of them, such as "rust.low". In a list, write texts, or objects with a "text".',
  ]);
});

test('chooses, sorts and limits rows, versions by their numbers', () => {
  expect(text('data: numbers\ncolumns: [kernel]\nsort: kernel\norder: desc').slice(2)).toEqual([
    '| 6.10 |',
    '| 6.9 |',
  ]);
  expect(
    text('data: distros\ncolumns: [name]\nwhere: { recent: false }\nlimit: 1').slice(2),
  ).toEqual(['| Debian <stable> |']);
  expect(text('data: distros\ncolumns: [name]\nwhere: { name: [Arch, Ubuntu] }')).toHaveLength(4);
});

test('parts rows into groups', () => {
  expect(text('data: numbers\ngroup: set\ncolumns: [kernel, commits]')).toContain('**new**');
  expect(html('data: numbers\ngroup: set\ncolumns: [kernel, commits]')).toContain(
    '<th scope="rowgroup" colspan="2">old</th>',
  );
});

test('sets groups of a single column side by side', () => {
  expect(html('data: numbers\ngroup: set\ncolumns: [kernel]')).toContain('tables-beside');
});

test('computes whether a version is new enough, and says why', () => {
  const datasets = [DISTROS, MINIMUM, viewOf('rust', [{ version: '1.81.0' }])];
  const { output, problems } = compileBlock(table, SUPPORT, { datasets });
  expect(problems).toEqual([]);
  expect(output?.text.split('\n')).toEqual([
    '| name | Builds 6.11 |',
    '| --- | --- |',
    '| Arch | yes, newest: 1.81.0 ≥ 1.78.0 |',
    '| Debian <stable> | no, 1.63.0 < 1.78.0 |',
    '| Ubuntu | yes, 1.80 ≥ 1.78.0 |',
    '| Slackware | not known |',
  ]);
  expect(output?.uses.map(({ dataset }) => dataset)).toEqual(
    expect.arrayContaining(['distros', 'minimum', 'rust']),
  );
});

test('lights a column from the first step on, and marks rows always', () => {
  const { output } = compile(
    'data: distros\ncolumns: [name, rustc]\nmark: { name: Arch }\nhighlight: { column: rustc, steps: true }',
  );
  expect(output?.steps).toBe(1);
  expect(output?.html).toContain('data-steps="1" data-step="1"');
  expect(output?.html).toContain('<tr class="marked">');
  expect(output?.html).toContain('class="lit"');
});

test('follows a path into a cell', () => {
  const data = viewOf('nested', [{ a: { b: 'deep' } }]);
  expect(
    compileBlock(table, 'data: nested\ncolumns: [a.b]', { datasets: [data] }).output?.text,
  ).toContain('| deep |');
});

test('reports columns that do not exist, where they are written', () => {
  const where = (yaml: string): unknown[] =>
    compile(yaml).problems.map(({ code, span }) => [code, span?.file]);
  expect(where('data: distros\ncolumns: [nane, { column: rustx }]')).toEqual([
    ['unknown-column', 'columns.0'],
    ['unknown-column', 'columns.1.column'],
  ]);
  expect(where('data: distros\ncolumns: [name]\nwhere: { x: 1 }')).toEqual([
    ['unknown-column', 'where.x'],
  ]);
  expect(where('data: distros\ncolumns: [name]\ngroup: x')).toEqual([['unknown-column', 'group']]);
});

test('reports formats that do not suit, minimums that are no versions, and nothing to show', () => {
  const codes = (yaml: string): string[] => compile(yaml).problems.map(({ code }) => code);
  expect(codes('data: distros\ncolumns: [{ column: name, format: date }]')).toEqual([
    'wrong-format',
  ]);
  expect(
    codes('data: distros\ncolumns: [{ compute: at-least, column: rustc, minimum: talk.title }]'),
  ).toEqual(['wrong-value']);
  expect(codes('data: distros\ncolumns: [name]\nwhere: { name: Gentoo }')).toEqual([
    'nothing-to-show',
  ]);
  expect(codes('data: distros\ncolumns: [name]\ncaption: "{{ minimum.rusty }}"')).toEqual([
    'unknown-column',
  ]);
});

test('reports a table that cannot be read from the last row', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({ index }));
  const { problems } = compileBlock(table, 'data: long\ncolumns: [index]', {
    datasets: [viewOf('long', rows)],
  });
  expect(problems.map(({ code }) => code)).toEqual(['too-much-to-show']);
});

test('a table of fifteen rows is drawn smaller, and one of twenty closes up', () => {
  const rows = (count: number) =>
    viewOf(
      'rows',
      Array.from({ length: count }, (_, index) => ({ name: `Row ${index}`, a: index, b: 'yes' })),
      { key: 'name' },
    );
  const draw = (count: number) =>
    compileBlock(table, 'data: rows\ncolumns: [name, a, b]', { datasets: [rows(count)] });
  expect(draw(15).output?.html).toContain('--size: 18px; --head: 18px; --padding: 3px');
  expect(draw(20).output?.html).toMatch(/--size: 18px; .*--leading: 1.2/);
  expect(draw(40).problems.map(({ code }) => code)).toEqual(['too-much-to-show']);
});

const RUST = viewOf('rust', [{ version: '1.81.0' }]);

test('words of its own are marked as English, whatever the language of the talk', () => {
  const setting = (language: string) => ({
    datasets: [DISTROS, MINIMUM, RUST],
    talk: { language },
  });
  const compile = (yaml: string, language: string): string =>
    compileBlock(table, yaml, setting(language)).output?.html ?? '';
  const plain = 'data: distros\ncolumns: [name, rustc]';
  expect(compile(plain, 'ar')).toContain('<span lang="en" dir="ltr">no data</span>');
  expect(compile(plain, 'ko')).toContain('<span lang="en">no data</span>');
  expect(compile(plain, 'en-GB')).not.toContain('lang=');
  const own = 'data: distros\ncolumns: [name, { column: rustc, missing: none }]';
  expect(compile(own, 'ar')).not.toContain('lang=');
  const verdicts = compile(SUPPORT, 'ar');
  expect(verdicts).toContain('<span lang="en" dir="ltr">not known</span>');
});

test('the exact numbers of a column have one precision', () => {
  const costs = viewOf('costs', [
    { name: 'lock', ms: 0.0004 },
    { name: 'copy', ms: 12.5 },
    { name: 'guess', ms: 3, exact: false },
    { name: 'none', ms: null },
  ]);
  const { output } = compileBlock(table, 'data: costs\ncolumns: [name, ms]', { datasets: [costs] });
  expect(output?.text.split('\n').slice(2)).toEqual([
    '| lock | 0.0004 |',
    '| copy | 12.5000 |',
    '| guess | ~3 |',
    '| none | no data |',
  ]);
});

test('neighbouring columns of the same cells are one below both heads, where asked for', () => {
  const columns = `columns: [kernel, set, { column: set, label: Again }, { column: commits, label: set }]`;
  expect(text(`data: numbers\n${columns}\ncollapse: true`).slice(0, 2)).toEqual([
    '| kernel | set, Again | set |',
    '| --- | --- | ---: |',
  ]);
  expect(text(`data: numbers\n${columns}`)[0]).toBe('| kernel | set | Again | set |');
  const lit = html(`data: numbers\n${columns}\ncollapse: true\nhighlight: { column: set }`);
  expect(lit).toContain('<th scope="col" class="lit">set, Again</th>');
});
