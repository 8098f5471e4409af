import { expect, test } from 'vitest';
import { parseSlide, printSpan, problemsOf, tokensOf } from '../parse.ts';

const values = (text: string) =>
  tokensOf(parseSlide(text), 'value').map(({ expression }) => expression);

test('finds values in any text', () => {
  expect(values('# {{ a.b }}\n\n**{{ c.d | ago 1y }}**, [{{ e.f }}](g)\n\n- {{h.i}}')).toEqual([
    'a.b',
    'c.d | ago 1y',
    'e.f',
    'h.i',
  ]);
  expect(values('{{ kernel-releases["6.11"].rust.version }}')).toEqual([
    'kernel-releases["6.11"].rust.version',
  ]);
});

test('finds no values in code', () => {
  expect(values('`{{ a.b }}` and\n\n```\n{{ c.d }}\n```\n\n    {{ e.f }}')).toEqual([]);
});

test('finds values in the text of raw HTML, but not in its tags', () => {
  expect(values('<p title="{{ a.b }}">{{ c.d }}</p>')).toEqual(['c.d']);
  expect(values('text <b>{{ a.b }}</b>')).toEqual(['a.b']);
  expect(values('<pre>\n{{ a.b }}\n</pre>')).toEqual([]);
});

test('takes a value whole, whatever signs stand in it', () => {
  expect(values('{{ a_b.c }} and {{ d_e.f }}')).toEqual(['a_b.c', 'd_e.f']);
  expect(values('*{{ a["*"].b }}*')).toEqual(['a["*"].b']);
});

test('joins a value that a formatter broke over lines', () => {
  expect(values('The {{ mailing-list.subscribers |\nago 1y }} members')).toEqual([
    'mailing-list.subscribers | ago 1y',
  ]);
});

test('keeps the pipe of a filter from ending a table cell', () => {
  const slide = parseSlide('| a | b |\n|---|---|\n| {{ c.d | ago 1y }} | {{ e.f \\| year }} |');
  expect(tokensOf(slide, 'value').map(({ expression }) => expression)).toEqual([
    'c.d | ago 1y',
    'e.f | year',
  ]);
  expect(tokensOf(slide, 'table')[0]?.rows[0]).toHaveLength(2);
});

test('says where a value stands, braces included', () => {
  const [value] = tokensOf(parseSlide('a\nb {{ c.d }} e'), 'value');
  expect(printSpan(value?.span)).toBe('2:3+9');
});

test('reports braces that never close and keeps them as text', () => {
  expect(problemsOf('# T\n\nmembers: {{ a.b\n\nand }}')).toEqual(['3:10+2 unclosed-value']);
  expect(problemsOf('{{ a {{ b.c }}')).toEqual(['1:1+2 unclosed-value']);
  expect(tokensOf(parseSlide('x {{ y'), 'text').map(({ text }) => text)).toEqual([
    'x ',
    '{{',
    ' y',
  ]);
});

test('lets an author write the braces themselves', () => {
  expect(problemsOf('\\{{ not a value }} and `{{`')).toEqual([]);
  expect(values('\\{{ not a value }}')).toEqual([]);
});
