import { expect, test } from 'vitest';
import { compileTexts } from '../../../support/fixtures.ts';
import { bodyOf, codesOf, compileMarkdown, compileSlide } from '../../../support/slide.ts';

const LIST = JSON.stringify({
  title: 'Subscribers',
  sources: {
    host: { name: 'lists.example.org', url: 'https://lists.example.org' },
    talk: { name: 'An <b>old</b> talk' },
  },
  rows: [
    {
      asOf: '2023-09',
      subscribers: 460,
      exact: false,
      source: 'talk',
      name: '<img src=x onerror=alert(1)>',
    },
    { asOf: '2024-09', subscribers: 536, source: 'host', name: '<img src=x onerror=alert(1)>' },
    { asOf: '2025-09', subscribers: 600, source: 'host', name: 'later' },
  ],
});
const texts = { 'data/list.json': LIST };

test('a value is an element that knows its expression', () => {
  expect(bodyOf('Now {{ list.subscribers }}, once {{ list.subscribers | ago 1y }}.\n', texts)).toBe(
    '<p>Now <rostrum-value data-expr="list.subscribers">536</rostrum-value>, ' +
      'once <rostrum-value data-expr="list.subscribers | ago 1y" title="as of September 2023">~460</rostrum-value>.</p>',
  );
});

test('a value that looks back says what was taken, in its title and in the source line', () => {
  const rows = ['2025-12-31', '2026-01-31', '2026-02-28'].map((asOf, n) => ({ asOf, n: n + 1 }));
  const ends = JSON.stringify({ title: 'Ends', sources: { s: { name: 'S' } }, rows });
  const talk = '---\nasOf: 2026-03-02\n---\n\n{{ ends.n }} {{ ends.n | change 1mo }}\n';
  const { talks } = compileTexts({ 'slides/talks/t.md': talk, 'data/ends.json': ends });
  const html = talks[0]?.slides[0]?.html;
  expect(html).toContain('title="from 31 January 2026 to 28 February 2026">1<');
  expect(html).toContain(
    'S, <span class="as-of">as of 28 February 2026</span>, compared with 31 January 2026</p>',
  );
});

test('values of the talk are plain text', () => {
  expect(bodyOf('At {{ talk.event }}\n')).toBe('<p>At A conference</p>');
});

test('text from data is text', () => {
  expect(bodyOf('{{ list.name }}\n', texts)).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('values stand in titles, pictures’ words and code that asks for them', () => {
  expect(compileSlide('# All {{ list.subscribers }}\n', texts).title).toBe('All 536');
  expect(compileSlide('# All {{ list.subscribers }}\n', texts).id).toBe('all');
  expect(bodyOf('```text {values}\nn = {{ list.subscribers }}\n```\n', texts)).toContain('n = 536');
  expect(bodyOf('```text\nn = {{ list.subscribers }}\n```\n', texts)).toContain(
    '{{ list.subscribers }}',
  );
  expect(bodyOf('```text {values}\n\\{{ x }} {{ list.subscribers }}\n```\n', texts)).toContain(
    '{{ x }} 536',
  );
  expect(bodyOf('![All *{{ list.subscribers }}*](https://a.b/c.png)\n', texts)).toContain(
    'alt="All 536"',
  );
  expect(codesOf('![All {{ list.members }}](https://a.b/c.png)\n', texts)).toEqual([
    'unknown-column',
  ]);
});

test('no word of a value is mistaken for something that every object has', () => {
  const names = ['constructor.name', 'toString.x', 'list.constructor', 'talk.valueOf'];
  expect(names.flatMap((name) => codesOf(`{{ ${name} }}\n`, texts))).toEqual([
    'unknown-dataset',
    'unknown-dataset',
    'unknown-column',
    'unknown-column',
  ]);
  expect(codesOf('{{ list.subscribers | constructor }}\n', texts)).toEqual(['unknown-format']);
  expect(codesOf('```chart\ndata: constructor\ntype: line\n```\n')).toEqual(['unknown-dataset']);
});

test('a wrong value is marked where it stands', () => {
  expect(bodyOf('There are {{ list.members }}.\n', texts)).toContain(
    '<mark class="problem-inline" data-code="unknown-column" title=',
  );
});

test('the source line is one sentence for all that the slide shows', () => {
  const { html } = compileSlide('{{ list.subscribers }} {{ list.subscribers | ago 1y }}\n', texts);
  expect(html).toContain(
    '<p class="sources">Sources: <a href="https://lists.example.org" target="_blank" rel="noopener">lists.example.org</a>, ' +
      '<span class="as-of">as of September 2024</span>; ' +
      'An &lt;b&gt;old&lt;/b&gt; talk, <span class="as-of">as of September 2023</span></p>',
  );
});

test('the talk carries the views that its slides read, cut at its date', () => {
  const [talk] = compileMarkdown('{{ list.subscribers }}\n', texts).talks;
  expect(talk?.datasets['list']?.rows.map((row) => row['subscribers'])).toEqual([460, 536]);
});

test('a block keeps its problems to itself', () => {
  const block = '```timeline\ndata: lsit\ncadence: 9w\n```\n';
  expect(codesOf(`# A\n\n${block}\nText\n`, texts)).toEqual(['unknown-dataset']);
  expect(bodyOf(`# A\n\n${block}\nText\n`, texts)).toMatch(/^<div class="problem".*<p>Text<\/p>$/s);
});

test('a block tells of its wrong keys and of its dataset at once', () => {
  const found = codesOf('```chart\ndata: lsit\ntipe: line\n```\n');
  expect(found.sort()).toEqual(['missing-block-key', 'unknown-block-key', 'unknown-dataset']);
  expect(codesOf('```tree\ndata: lsit\nboxes: []\n```\n')).not.toContain('unknown-dataset');
});

test('digits of a version survive YAML', () => {
  const rows = ['6.9', '6.10', '6.11'].map((version, index) => ({
    version,
    since: '2024-01-01',
    released: `2024-0${index * 2 + 2}-10`,
    rust: { version: '1.78.0' },
  }));
  const releases = { title: 'Releases', key: 'version', sources: { a: { name: 'A' } }, rows };
  const files = { 'data/releases.json': JSON.stringify(releases) };
  expect(
    codesOf('```timeline\ndata: releases\ncadence: 9w\nfrom: 6.9\nto: 6.10\n```\n', files),
  ).toEqual([]);
});
