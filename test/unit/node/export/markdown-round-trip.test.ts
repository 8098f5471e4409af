import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { notesToText } from '../../../../src/node/print/notes-text.ts';
import { Project } from '../../../../src/node/project/project.ts';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';
import { listCases, testFolder } from '../../../support/cases.ts';
import { findKernelBlocks } from '../../../support/kernel-blocks.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const TESTS = path.resolve(import.meta.dirname, '../../..');
/** Attributes that say what a slide means, as opposed to how it is stepped through, measured and coloured. */
const MEANING = ['start', 'type', 'value', 'reversed', 'align', 'alt', 'checked', 'title'];
/** What files are called in both projects. */
const FILE = /(?:\.\.\/|\/)*(?:slides\/talks\/)?(?=assets\/)/;
const LISTED =
  'p li ol ul del em strong code th td a img svg rect kbd video source blockquote hr h3 h4'.split(
    ' ',
  );

/** Code from elsewhere. */
const CHANGED = /<<</;

const RAW = `---
title: First
event: Test <1>
date: 2026-01-01
---

---
id: here
---

# Shown elsewhere

[Where](#here)

<img alt="A" src="../../assets/square.svg">

<video controls><source src="../../assets/boat.webm"></video>

<p>Of {{ talk.event }} it.</p>
`;

async function compile(root: string, name: string): Promise<Talk> {
  const checked = await new Project({ root, blocks: findKernelBlocks(root) }).compile(name);
  if (!checked) throw new Error(`There is no talk "${name}".`);
  return checked.value;
}

/** Copies a project, exports a talk of it into a second project, and compiles both. */
async function takeRound(from: string, name: string, words: string[] = []) {
  const { root } = makeProject({});
  const first = path.join(root, 'first');
  const second = path.join(root, 'second');
  cpSync(path.resolve(TESTS, from), first, { recursive: true });
  const talks = path.join(second, 'slides/talks');
  mkdirSync(talks, { recursive: true });
  const ended = await callRostrum(
    ['export', name, '-f', 'md', ...words, '-o', path.join(talks, 'again.md')],
    { cwd: first },
  );
  expect(ended).toMatchObject({ code: 0 });
  const [before, talk] = [await compile(first, name), await compile(second, 'again')];
  return { before, one: before.slides, two: talk.slides, talk };
}

/** Lists what a slide says, in order: its words, and the elements and attributes that mean something. */
function listFacts({ html }: Slide): string[] {
  const facts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) facts.push(node.value);
    if (!('tagName' in node) || /^(?:footer|style)$/.test(node.tagName)) return;
    const { tagName, attrs } = node;
    if (attrs.some(({ value }) => value === 'slide-ground')) return;
    const kept = attrs.flatMap(({ name, value }) => {
      if (name === 'src' || name === 'href') return [`${name}=${value.replace(FILE, '')}`];
      if (name === 'class') return value.match(/language-\S+|align-\S+/g) ?? [];
      if (name === 'style') return value.match(/text-align[^;]*|letter-spacing[^;]*/g) ?? [];
      return MEANING.includes(name) || name.startsWith('data-on') ? [`${name}=${value}`] : [];
    });
    if (LISTED.includes(tagName)) facts.push(` <${[tagName, ...kept].join(' ')}> `);
    node.childNodes.forEach(walk);
  };
  parseFragment(html).childNodes.forEach(walk);
  return facts.join('').split(/\s+/).filter(Boolean);
}

/** Lists how a slide looks: its place, its ground, its styles and its containers. */
function listLooks({ html, layout, classes, visibility, number, time, keys }: Slide) {
  const parts = html.match(/<style>[^]*?<\/style>|class="(?:columns?|browser|terminal)"[^>]*/g);
  const ground = /data-ground="\w+"|class="slide-ground"[^>]*/g;
  const written = JSON.stringify([keys, parts, html.match(ground)]);
  const looks = JSON.parse(
    written.replaceAll(/(?:\.\.\/|\/)*(?:slides\/talks\/)?assets\//g, 'assets/'),
  );
  return { layout, classes, visibility, number, time, looks };
}

/** Says how many steps a slide has. */
function listSteps({ title, steps }: Slide): string {
  return `${title}: ${steps}`;
}

/** Returns the front matter of a talk without what differs by its place and what has been written out. */
function readMeta({ meta }: Talk): unknown {
  const { macros: _writtenOut, ...kept } = meta;
  return JSON.parse(JSON.stringify(kept).replaceAll('slides/talks/assets/', 'assets/'));
}

/** Reads a slide's Markdown without what depends on where it stands. */
function readText({ text }: Slide): string {
  return text.replace(/^#+/gm, '#').replaceAll('slides/talks/assets/', 'assets/');
}

test.each([
  ['projects/everything', 'everything'],
  ['talks/dialect', 'all'],
])('a Markdown export of %s is the same talk when it is read again', async (from, name) => {
  const { before, one, two, talk } = await takeRound(from, name);
  expect(talk.slides.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([]);
  expect(readMeta(talk)).toEqual(readMeta(before));
  expect(two.map(({ title }) => title)).toEqual(one.map(({ title }) => title));
  expect(two.map(listLooks)).toEqual(one.map(listLooks));
  // Blocks become tables and lists, earlier days are left out, code from elsewhere becomes code with a line that cites it, and formulas come at once.
  const plain = one.map(
    ({ blocks, days, html, wording }) =>
      blocks.length === 0 && !days && !CHANGED.test(wording + html),
  );
  const isPlain = (_: unknown, index: number): boolean => plain[index] ?? false;
  expect(two.filter(isPlain).map(listFacts)).toEqual(one.filter(isPlain).map(listFacts));
  expect(two.filter(isPlain).map(listSteps)).toEqual(one.filter(isPlain).map(listSteps));
  expect(two.map(readText)).toEqual(one.map(readText));
});

test('speaker notes stand below their slides as quotations', async () => {
  const { one, two } = await takeRound('projects/everything', 'everything', ['--notes']);
  const quoted = two.map(({ text }) => text.replaceAll(/^> ?/gm, ''));
  const spoken = one.map(({ notes }) => notesToText(notes));
  expect(spoken.filter(Boolean)).toHaveLength(3);
  spoken.forEach((words, index) => expect(quoted[index]).toContain(words));
  expect(two.filter(({ text }) => /^>/m.test(text))).toHaveLength(5);
});

test('files named in raw HTML lie beside the export, and nothing there is written over', async () => {
  const { root, write } = makeProject({
    ...SMALL_PROJECT,
    'slides/talks/first.md': RAW,
    'assets/boat.webm': 'film',
  });
  const out = path.join(root, 'out');
  mkdirSync(out);
  const words = ['export', 'first', '-f', 'md', '-o', path.join(out, 'first.md')];
  const ended = await callRostrum(words, { cwd: root });
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(ended.out).toContain('1 slide and 2 files beside it');
  const text = readFileSync(path.join(out, 'first.md'), 'utf8');
  expect(text).toContain('<img alt="A" src="assets/square.svg">');
  expect(text).toContain('<source src="assets/boat.webm">');
  expect(text).toContain('[Where](#shown-elsewhere)');
  expect(text).toContain('<p>Of Test &lt;1&gt; it.</p>');
  expect(readFileSync(path.join(out, 'assets/boat.webm'), 'utf8')).toBe('film');
  write('out/assets/boat.webm', 'of another');
  const again = await callRostrum(words, { cwd: root });
  expect(again.code).toBe(3);
  expect(again.err).toContain('differs from the "assets/boat.webm"');
  expect(readFileSync(path.join(out, 'assets/boat.webm'), 'utf8')).toBe('of another');
  await callRostrum(['export', 'first', '-f', 'md'], { cwd: root });
  expect(readFileSync(path.join(root, 'first.md'), 'utf8')).toBe(text);
});

test.each(listCases(testFolder('imports')))(
  'the talk of the imported deck %s is the same when its export is read again',
  async (name) => {
    const text = readFileSync(path.join(TESTS, 'imports', name, 'expected.md'), 'utf8');
    const files = [...text.matchAll(/(?<=\/)assets\/[\w./-]+/g)].map(([file]) => [
      file,
      contentOf(file),
    ]);
    const { root } = makeProject({
      [`slides/talks/${name}.md`]: text,
      ...Object.fromEntries(files),
    });
    const { one, two } = await takeRound(root, name);
    expect(two.map(({ title }) => title)).toEqual(one.map(({ title }) => title));
    const isPlain = one.map(({ html, wording }) => !CHANGED.test(wording + html));
    const plain = (slides: Slide[]) => slides.filter((_, index) => isPlain[index]);
    expect(plain(two).map(listFacts)).toEqual(plain(one).map(listFacts));
    expect(plain(two).map(listSteps)).toEqual(plain(one).map(listSteps));
    expect(two.map(listLooks)).toEqual(one.map(listLooks));
  },
);

function contentOf(file: string): string {
  return file.endsWith('.svg')
    ? '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    : '/* a */\n/* b */\n';
}
