import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment } from 'parse5';
import { beforeAll, expect, test } from 'vitest';
import { kernelBlocks } from '../../../src/kernel/api.ts';
import { compileTexts, readTexts } from '../../support/fixtures.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Gives one reason for several names. */
function giveReason(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

/** Classes that no rule and no script of the pages uses, each with the reason why it is written. */
const UNUSED_CLASSES: Record<string, string> = {
  ...giveReason('names the block for stylesheets of authors', ['block-chart']),
  ...giveReason(
    'names the kind of a chart for stylesheets of authors; scripts read the attribute',
    [
      'chart-area',
      'chart-bar',
      'chart-column',
      'chart-dot',
      'chart-heatmap',
      'chart-histogram',
      'chart-line',
      'chart-percent',
      'chart-range',
      'chart-scatter',
      'chart-slope',
      'chart-stacked',
    ],
  ),
  ...giveReason('names a part of a block for stylesheets of authors', [
    'entry-name',
    'terminal-title',
    'tree-plain',
    'verdict',
  ]),
  ...giveReason('names a line of the cover for stylesheets of authors', [
    'cover-email',
    'cover-event',
    'cover-subtitle',
  ]),
  ...giveReason(
    'names a layout that has no rules of its own: the columns, or the size of what is shown, follow from the content',
    ['layout-two-columns'],
  ),
  ...giveReason(
    'names a foot with words of its slide, by which pages load the rules of its parts',
    ['folio-own'],
  ),
  ...giveReason('names a part of a formula, as KaTeX does', [
    'mclose',
    'mopen',
    'mord',
    'mrel',
    'mtight',
  ]),
  ...giveReason('is how code is marked on the web, so that other tools find it and its language', [
    'hljs',
    'invoke__',
    'language-diff',
    'language-plaintext',
    'language-rust',
  ]),
};

/** Attributes that no rule and no script of the pages uses, each with the reason why it is written. */
const UNUSED_ATTRIBUTES: Record<string, string> = {
  'data-src': 'is read by reveal.js, which loads a film when its slide comes near',
  'data-timing': 'says the time of a slide in seconds, as decks of reveal.js do',
};

/** Classes of the test talk's own. */
const OF_THE_AUTHOR = new Set(['loud', 'marked-word']);

/** Attributes that browsers themselves act on. */
const NATIVE =
  /^(?:columnalign|columnspacing|rowspacing|displaystyle|scriptlevel|stretchy|id|class|style|href|src|alt|title|lang|dir|role|width|height|start|value|type|colspan|rowspan|scope|datetime|hidden|tabindex|rel|target|loading|decoding|fetchpriority|checked|disabled|translate|sandbox|poster|playsinline|aria-[\w-]+|viewbox|d|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|points|fill|stroke|transform|offset|stop-color|xmlns|focusable|text-anchor|dominant-baseline|preserveaspectratio|stroke-[\w-]+|fill-[\w-]+|marker-[\w-]+|refx|refy|orient|markerwidth|markerheight|markerunits)$/;

let classes: Set<string>;
let attributes: Set<string>;
let sources: string;

beforeAll(() => {
  const texts = readTexts(path.join(ROOT, 'test/projects/everything'));
  const { talks } = compileTexts(texts, { blocks: kernelBlocks });
  classes = new Set();
  attributes = new Set();
  for (const { html } of talks.flatMap(({ slides }) => slides))
    collect(parseFragment(html) as Node);
  const ofKernel = readSources(path.join(ROOT, 'src/kernel'), /\.css$/);
  const ofFormulas = readFileSync(path.join(ROOT, 'node_modules/katex/dist/katex.css'), 'utf8');
  const ours = readSources(path.join(ROOT, 'src/browser'), /\.(?:css|ts)$/);
  sources = [ours, ofKernel, ofFormulas].join('\n');
});

interface Node {
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

function collect({ attrs = [], childNodes = [] }: Node): void {
  for (const { name, value } of attrs) {
    attributes.add(name.toLowerCase());
    if (name === 'class') value.split(/\s+/).forEach((word) => word && classes.add(word));
  }
  for (const child of childNodes) collect(child);
}

/** Reads all stylesheets and scripts of the pages as one text. */
function readSources(folder: string, names: RegExp): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

function isNamed(word: string): boolean {
  return new RegExp(`(?<![\\w-])${word.replaceAll('-', '\\-')}(?![\\w-])`).test(sources);
}

test('every class on a slide is selected by a rule or read by a script', () => {
  const unused = [...classes].filter((name) => !OF_THE_AUTHOR.has(name) && !isNamed(name));
  expect(unused.sort()).toEqual(Object.keys(UNUSED_CLASSES).sort());
});

test('every attribute on a slide is acted on by the browser, a rule or a script', () => {
  const unused = [...attributes].filter((name) => !NATIVE.test(name) && !isAttributeUsed(name));
  expect(unused.sort()).toEqual(Object.keys(UNUSED_ATTRIBUTES).sort());
});

/** Scripts read `data-some-name` as `dataset.someName` as well. */
function isAttributeUsed(name: string): boolean {
  const key = name
    .replace(/^data-/, '')
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return (
    isNamed(name) ||
    (name.startsWith('data-') && sources.includes(`dataset.${key}`)) ||
    sources.includes(`dataset['${key}']`)
  );
}
