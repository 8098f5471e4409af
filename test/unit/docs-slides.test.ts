import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import { SLIDE_KEYS, TALK_KEYS } from '../../src/talk/markdown/keys.ts';
import { compileTexts } from '../support/fixtures.ts';
import { kernelBlocks } from '../../src/kernel/api.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const FENCE = /^( *)(`{3,})([\w-]*)[^\n]*\n([^]*?)^\1\2$/gm;
/** What a sample names and does not hold: files, datasets, repositories, programs and pages. */
const ELSEWHERE =
  /^(?:missing-(?:picture|include|code|stylesheet|icons|poster|mqtt)|unknown-(?:dataset|repository|theme|slide|icon|diagram-part)|undrawn-diagram|dead-link|no-slides|unlocked-code|idle-transition|layout-without-picture|page-needs-file|broken-dataset|missing-column)$/;
/** Text that shows slides: front matter, a container, a fence, a column, a comment or notes. */
const SLIDES = /^(?:---\n|:::|`{3}|::\w+::|<!--|<<<|# |Note:|- |\| )/m;
/** Programs of a terminal, trees of files, and what is printed. */
const NO_SLIDES = /^(?:npx |npm |git |\$ |[\w/-]+\.md(?::\d|\s{2})| {2}\S|\w+\/ )/m;

interface Sample {
  place: string;
  language: string;
  text: string;
}

const SAMPLES: Sample[] = readdirSync(DOCS)
  .filter((page) => page.endsWith('.md') && page !== 'api.md')
  .flatMap((page) => {
    const text = readFileSync(path.join(DOCS, page), 'utf8');
    return [...text.matchAll(FENCE)].map(({ index, 3: language = '', 4: inner = '' }) => ({
      place: `${page}:${text.slice(0, index).split('\n').length}`,
      language,
      text: inner,
    }));
  });

test('samples of slides compile: nothing is wrong with them but what they do not hold', () => {
  const slides = SAMPLES.filter(
    ({ language, text }) =>
      ['md', 'markdown'].includes(language) ||
      (language === 'text' && SLIDES.test(text) && !NO_SLIDES.test(text)),
  );
  expect(slides.length).toBeGreaterThan(20);
  expect(slides.flatMap(({ place, text }) => listFaults(place, text))).toEqual([]);
});

test('samples of YAML are front matter of a talk or a slide, bodies of blocks, or files of others', () => {
  const samples = SAMPLES.filter(({ language }) => language === 'yaml');
  expect(samples.length).toBeGreaterThan(25);
  const sorted = samples.map(({ place, text }) => {
    const value: unknown = parse(text, { logLevel: 'silent' });
    const keys =
      value && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
    const isOf = (known: object): boolean =>
      keys.length > 0 && keys.every((key) => Object.hasOwn(known, key));
    if (isOf(TALK_KEYS))
      return {
        kind: 'talk',
        faults: listFaults(place, completeHead(text)),
      };
    if (isOf(SLIDE_KEYS))
      return {
        kind: 'slide',
        faults: listFaults(place, `# A\n\n---\n${text}---\n\n# B\n\nText.\n`),
      };
    const block = BLOCKS.find(({ name }) => name === nameOfBlock(keys));
    if (!block) return { kind: 'other', faults: [] };
    return {
      kind: 'block',
      faults: listFaults(place, `# A\n\n\`\`\`${block.name}\n${text}\`\`\`\n`),
    };
  });
  expect(sorted.flatMap(({ faults }) => faults)).toEqual([]);
  const count = (kind: string): number => sorted.filter((one) => one.kind === kind).length;
  expect(Math.min(count('talk'), count('block'))).toBeGreaterThan(3);
});

test('samples of JSON can be read', () => {
  const samples = SAMPLES.filter(({ language }) => language === 'json');
  expect(samples.length).toBeGreaterThan(4);
  for (const { text } of samples) JSON.parse(text);
});

function nameOfBlock(keys: readonly string[]): string {
  if (keys.includes('trees')) return 'tree';
  if (!keys.includes('data')) return '';
  return keys.includes('type') ? 'chart' : keys.includes('value') ? 'figure' : '';
}

/** A drawing for each program, and facts that samples print. */
const DRAWN = { kind: 'drawn', svg: '<svg viewBox="0 0 400 200"><title>A way</title></svg>' };
const DRAWINGS = JSON.stringify({ mermaid: DRAWN, dot: DRAWN });
const HEAD = '---\ntitle: T\nevent: E\nspeaker: S\nplace: Vienna\n---\n\n';
const OF_TALK = /^---\n(?:title|event|speaker|date|theme)/;
/** The layouts of a project's own that a page explains. */
const OWN_LAYOUT = /^theming\.md:\d+ (?:unknown-slot|foreign-syntax \d+: "compare")/;

/** Makes a talk of some keys of its front matter. */
function completeHead(text: string): string {
  const missing = ['title', 'event', 'speaker'].filter(
    (key) => !new RegExp(`^${key}:`, 'm').test(text),
  );
  return `---\n${missing.map((key) => `${key}: T\n`).join('')}${text}---\n\n# A\n`;
}

/** Lists what is wrong with the text of a talk, each with its place. */
function listFaults(place: string, text: string): string[] {
  const whole = OF_TALK.test(text) ? text : `${HEAD}${text}`;
  const texts = { 'slides/talks/sample.md': whole, 'drawings.json': DRAWINGS };
  const { problems } = compileTexts(texts, { blocks: kernelBlocks });
  return problems
    .filter(({ code }) => !ELSEWHERE.test(code))
    .map(({ code, message, span }) => `${place} ${code} ${span?.line}: ${message}`)
    .filter((fault) => !OWN_LAYOUT.test(fault));
}
