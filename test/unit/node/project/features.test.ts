import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import type { Talk } from '../../../../src/talk/model/talk.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../examples/features');
const MAX_BYTES = 1_500_000;

/** What the compiled slides have, each construct by a pattern of its HTML. */
const CONSTRUCTS: Record<string, RegExp> = {
  'a ground of a picture': /data-scrim="all"/,
  'a picture to all edges': /layout-picture\b/,
  'a picture at the left': /layout-picture-left/,
  'a picture at the right': /layout-picture-right/,
  'six pictures in rows': /class="[^"]*pictures grid[^"]*"[^>]*--columns:3/,
  'sizes that its author gives': /object-fit:cover/,
  'a drawing of a program of its own': /in the east/,
  'pictures in a row': /(?:<span class="captioned"[^]{0,300}){3}/,
  'a caption': /class="caption"/,
  'a film with its poster': /wave\.webm[^]*wave\.jpg|wave\.jpg[^]*wave\.webm/,
  sound: /pips\.ogg/,
  'a page in a frame': /<iframe/,
  'a formula in a title': /slide-title[^>]*>[^<]*<span class="(?:katex|formula)/,
  'a formula in steps': /<math/,
  'a diagram of Mermaid': /data-language="mermaid"|clock_gettime\(\)/,
  'a diagram of dot': /counts sleep too/,
  'code from a commit': /tick v1\.0/,
  'versions compared': /v1\.0 → v1\.1/,
  'code from a file': /code\/wheel\.c, lines 32–41/,
  'code that moves': /class="[^"]*versions/,
  'a camera': /camera/,
  'a slide that glides': /<rostrum-glide>/,
  'earlier dates': /data-days="1980-01-01 1999-01-01/,
  'a note on a chart': /futexes spin/,
  'a figure above a wall of names': /block-figure[^]*block-names/,
  'a timeline': /<rostrum-timeline/,
  'a tree': /block-tree/,
  'an icon': /Linux<\/title>|aria-label="Linux"/,
  'an emoji': /↔/,
  'a QR code': /class="qr/,
  'a footnote': /footnote/,
  'a list of definitions': /<dl/,
  'words at the head': /An Evening of Clocks 2026/,
  'a logo': /logo\.svg/,
  'a terminal': /class="terminal/,
};

let talk: Talk;
let problems: unknown[];
beforeAll(async () => {
  const project = new Project({
    root: ROOT,
    today: () => '2026-12-01',
    diagrams: { dials: [process.execPath, 'code/dials.mjs'] },
  });
  problems = await project.problems();
  const compiled = (await project.compile('features'))?.value;
  if (!compiled) throw new Error('There is no talk');
  talk = compiled;
});

test('the talk of all constructs has no problems, and notes on each slide', () => {
  expect(problems).toEqual([]);
  expect(talk.slides.length).toBeGreaterThanOrEqual(25);
  expect(talk.slides.filter(({ notes }) => !notes).map(({ id }) => id)).toEqual([]);
  expect(talk.time).toBeDefined();
  expect(talk.meta).toMatchObject({ dark: true, aspect: '16:9' });
});

test.each(Object.entries(CONSTRUCTS))('it shows %s', (_, pattern) => {
  const html = talk.slides.map((slide) => slide.html).join('\n');
  expect(pattern.test(html)).toBe(true);
});

test('each slide but those without something of their own says what it shows, for the gallery', () => {
  const text = readFileSync(path.join(ROOT, 'slides/talks/features.md'), 'utf8');
  const labels = [...text.matchAll(/^<!-- \/\/ (.*)\. -->$/gm)].map(([, label]) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(talk.slides.length - labels.length).toBe(4);
  for (const label of labels) expect(JSON.stringify(talk.slides)).not.toContain(label);
});

test('its files are small', () => {
  const folders = ['.', 'slides/talks', 'data', 'code', 'assets'];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder)).map((name) => statSync(path.join(ROOT, folder, name))),
  );
  const bytes = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeLessThan(MAX_BYTES);
});
