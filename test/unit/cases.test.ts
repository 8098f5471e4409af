import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileTexts, readTexts, type Fixture } from '../support/fixtures.ts';
import { listCases, testFolder } from '../support/cases.ts';
import type { Slide } from '../../src/talk/model/talk.ts';
import { PAGE_DATA_ID } from '../../src/talk/model/wire.ts';

const CASES = testFolder('cases');

/** Compiles a case on a day on which all its data are known. */
function open(name: string): Fixture {
  return compileTexts(readTexts(path.join(CASES, name)), { today: '2026-12-01' });
}

function slidesOf({ talks }: Fixture): Slide[] {
  return talks.flatMap(({ slides }) => slides);
}

/** Gives the problems of a case as `code:line`. */
function problemsOf({ problems }: Fixture): string[] {
  return problems.map(({ code, span }) => `${code}:${span?.line ?? 0}`);
}

describe('every case', () => {
  test.each(listCases(CASES))('%s compiles twice to the same slides', (name) => {
    const [first, second] = [open(name), open(name)];
    expect(first.talks.length).toBeGreaterThan(0);
    expect(second.talks).toEqual(first.talks);
    expect(problemsOf(first).filter((text) => text.startsWith('internal'))).toEqual([]);
  });
});

test('an alias above its anchor is a problem of its block', () => {
  const fixture = open('alias-before-anchor');
  expect(slidesOf(fixture)).toHaveLength(1);
  expect(problemsOf(fixture)[0]).toMatch(/:8$/);
});

test('character references in addresses and titles are decoded once', () => {
  const [slide] = slidesOf(open('amp-link'));
  expect(slide?.html).toContain('href="https://example.org/?a=1&amp;b=2"');
  expect(slide?.html).toContain('title="Tom &amp; Jerry"');
});

test('an aside of notes is notes and stands on no slide', () => {
  const fixture = open('aside-notes');
  const [slide] = slidesOf(fixture);
  expect(slide?.html).not.toContain('budget');
  expect(JSON.stringify(slide?.notes)).toContain('budget');
});

test('comments of assembly are comments, and Kconfig is coloured', () => {
  const [slide] = slidesOf(open('assembly-comments'));
  const comments = [...(slide?.html.matchAll(/hljs-comment">([^<]*)</g) ?? [])].map(
    ([, text]) => text,
  );
  expect(comments).toEqual(expect.arrayContaining(['# save it', '/* block */', '// load']));
  expect(slide?.html.split('kconfig')[1] ?? slide?.html).toMatch(/hljs-keyword">config/);
});

test('a colour that YAML takes for a comment is one problem with the hint to quote it', () => {
  const fixture = open('background-hash-unquoted');
  expect(problemsOf(fixture)).toHaveLength(1);
  expect(fixture.problems[0]?.span?.line).toBe(10);
  expect(fixture.problems[0]?.hint).toContain('"#ffeeaa"');
});

test('a colour that does not exist and a gradient cut by a YAML comment are problems; brackets in a name are none', () => {
  const fixture = open('background-misread');
  expect(fixture.problems.map(({ span }) => span?.line)).toEqual([15, 22]);
  expect(fixture.printed).toContain('lavendre');
  expect(fixture.printed).toContain('lavender');
});

test('a comment may stand first in the head of a slide', () => {
  const fixture = open('comment-first');
  expect(slidesOf(fixture).map(({ title, layout }) => [title, layout])).toEqual([
    ['One', 'default'],
    ['Two', 'center'],
  ]);
  expect(problemsOf(fixture)).toEqual([]);
});

test('a wrong cell of a dataset that no slide uses is one problem of the dataset', () => {
  const fixture = open('data-object-date');
  expect(slidesOf(fixture)).toHaveLength(1);
  expect(fixture.problems[0]?.span?.file).toBe('data/d.json');
});

test.each(['handler-alert', 'upper-handler'])('%s: a handler is left out and reported', (name) => {
  const fixture = open(name);
  expect(slidesOf(fixture)[0]?.html).not.toMatch(/onload/i);
  expect(problemsOf(fixture)).toEqual(['inline-handler:7']);
});

test('a cut right below raw HTML cuts', () => {
  const fixture = open('html-then-cut');
  expect(slidesOf(fixture).map(({ title, layout }) => [title, layout])).toEqual([
    ['One', 'default'],
    ['Two', 'center'],
  ]);
});

test('a directive of Marp and pictures with its keywords are reported and not shown as notes', () => {
  const fixture = open('marp-directive');
  const foreign = fixture.problems.filter(({ code }) => code === 'foreign-syntax');
  expect(foreign.map(({ span }) => span?.line)).toEqual([5, 13, 15]);
  expect(JSON.stringify(slidesOf(fixture).map(({ notes }) => notes))).not.toContain('lead');
});

test('markers of a merge conflict are one problem', () => {
  const fixture = open('merge-conflict-on-a-slide');
  expect(problemsOf(fixture)).toEqual(['merge-conflict:14']);
});

test('a container in notes is notes', () => {
  const fixture = open('notes-container');
  expect(JSON.stringify(slidesOf(fixture)[0]?.notes)).toContain('There are');
});

test('control characters of data are shown as signs', () => {
  const [slide] = slidesOf(open('nul-in-data'));
  expect(slide?.html).not.toContain('\0');
  expect(slide?.html).toContain('A\u2400\u2400B');
});

test('a picture whose name holds # is found by its escaped name', () => {
  const fixture = open('picture-with-hash');
  expect(slidesOf(fixture)[0]?.html).toContain('c%231.svg');
  expect(problemsOf(fixture).filter((text) => text === 'missing-picture:11')).toEqual([]);
});

test('a right-to-left language sets the direction of the talk', () => {
  const fixture = open('rtl-language-ignored');
  expect(JSON.stringify(fixture.talks)).toMatch(/rtl/);
});

test('of two slides with one title the second gets an id of its own', () => {
  const fixture = open('same-title');
  expect(slidesOf(fixture).map(({ id }) => id)).toEqual([
    'the-borrow-checker',
    'the-borrow-checker-2',
  ]);
  expect(problemsOf(fixture)).toEqual([]);
});

test('the ids of the page itself cannot be those of slides', () => {
  const [slide] = slidesOf(open('id-rostrum-data'));
  expect(slide?.id).toBe('rostrum-data');
  expect(slide?.id).not.toBe(PAGE_DATA_ID);
});

test('small numbers are written with the digits they need', () => {
  const fixture = open('small-numbers');
  const values = [...(slidesOf(fixture)[0]?.html.matchAll(/<rostrum-value[^>]*>([^<]*)/g) ?? [])];
  expect(values.map(([, text]) => text)).toEqual(['0.0004', '\u22120.0003', '99.9996']);
  expect(problemsOf(fixture)).toEqual([]);
});

test('an element in which markup is text ends with its slide', () => {
  const fixture = open('spill-text-element');
  expect(slidesOf(fixture).map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
  expect(slidesOf(fixture)[1]?.html).toContain('Text');
});

test('ids of drawings are kept apart', () => {
  const slides = slidesOf(open('svg-ids-shared'));
  const ids = slides.map(({ html }) =>
    [...html.matchAll(/<(?:marker|clipPath|linearGradient) id="([^"]*)"/g)].map(([, id]) => id),
  );
  expect(ids[0]?.length).toBeGreaterThan(1);
  expect(new Set(ids.flat()).size).toBe(ids.flat().length);
});

test('a vertical slide below notes is reported', () => {
  const fixture = open('vertical-swallow');
  expect(problemsOf(fixture).length).toBeGreaterThan(0);
  expect(fixture.problems.map(({ span }) => span?.line)).toEqual(expect.arrayContaining([11, 23]));
});

test('a head may hold comments and blank lines', () => {
  const fixture = open('yaml-comment-head');
  expect(fixture.talks[0]?.meta.event).toBe('Somewhere');
  expect(slidesOf(fixture)).toHaveLength(1);
  expect(problemsOf(fixture)).toEqual([]);
});

test.each([
  'table-15-rows-refused',
  'names-few-stay-small',
  'ordered-list-numbers',
  'table-alignment',
])('%s draws no problem', (name) => {
  expect(problemsOf(open(name))).toEqual([]);
});

test('rows that share a place of a chart are problems that name the column to add', () => {
  const fixture = open('chart-drops-rows');
  expect(problemsOf(fixture)).toEqual(['ambiguous-rows:13', 'ambiguous-rows:26']);
  expect(fixture.problems[0]?.hint).toContain('"label: compiler"');
  expect(fixture.problems[1]?.hint).toContain('"where: { year: 2024 }"');
});
