import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderOptionalStyles } from '../../src/node/pages/optional-styles.ts';
import { LAYOUTS, type Talk } from '../../src/talk/model/talk.ts';
import { Project } from '../../src/node/project/project.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { compileTexts } from '../support/fixtures.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const STYLES = path.join(REPOSITORY, 'src/browser/styles/slides');
const FOLDERS = ['.', 'examples/features', 'test/projects/everything', 'test/projects/tiny'];

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

interface Sheet {
  name: string;
  rules: string;
}

const sheets = readdirSync(STYLES).map((name): Sheet => {
  const text = readFileSync(path.join(STYLES, name), 'utf8');
  return {
    name,
    rules: text
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  };
});

const stylesOf = (markup: string, isDev = false): string =>
  renderOptionalStyles(markup, 'rostrum', isDev)?.markup ?? '';

/** Lists the rules of sheets that set something on the slide of a page, with the names of their sheets. Runs in the page. */
function findRules({ markup, lacking }: { markup: string; lacking: Sheet[] }): string[] {
  document.documentElement.className = 'deck';
  document.body.innerHTML = `<div class="reveal"><div class="slides">${markup}</div></div>`;
  const list = (group: CSSRuleList, parent = ''): string[] =>
    [...group].flatMap((rule) => {
      const own = rule instanceof CSSStyleRule ? rule.selectorText : parent;
      const nested = own.includes('&') ? own.replaceAll('&', `:is(${parent})`) : `${parent} ${own}`;
      const selector = own === parent ? own : nested;
      const inner = 'cssRules' in rule ? list(rule.cssRules as CSSRuleList, selector) : [];
      if (!(rule instanceof CSSStyleRule) || rule.style.length === 0) return inner;
      const isUsed = document.querySelector(`.slides :is(${selector.replaceAll(/::[\w-]+/g, '')})`);
      return isUsed ? [selector, ...inner] : inner;
    });
  return lacking.flatMap(({ name, rules }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return list(sheet.cssRules).map((rule) => `${name}: ${rule}`);
  });
}

const all = stylesOf('', true);
const optional = sheets.filter(({ rules }) => all.includes(rules));

/** Lists the rules that slides need and a page of each alone would lack. */
async function findMissing({ slides, meta }: Talk): Promise<string[]> {
  expect(optional.length).toBeGreaterThan(10);
  expect(slides.length).toBeGreaterThan(0);
  const missing: string[] = [];
  for (const { id, html } of slides) {
    const there = stylesOf(html);
    const lacking = optional.filter(({ rules }) => !there.includes(rules));
    const found = await page.evaluate(findRules, { markup: html, lacking });
    missing.push(...found.map((rule) => `${meta.title}#${id} lacks ${rule}`));
  }
  return missing;
}

test.each(FOLDERS)('a page has all rules that its slides need (%s)', async (folder) => {
  const root = path.join(REPOSITORY, folder);
  const project = new Project({ root, blocks: findKernelBlocks(REPOSITORY) });
  for (const name of project.talkNames) {
    const talk = (await project.compile(name))?.value;
    expect(talk && (await findMissing(talk))).toEqual([]);
  }
});

const PICTURE = '![A](/assets/a.png)';
const CONTENTS = [
  PICTURE,
  `${PICTURE}{width=100}`,
  `${PICTURE}{width=40%}`,
  `${PICTURE} ${PICTURE}`,
  `${PICTURE}\n\n${PICTURE}`,
  `Words ${PICTURE} within`,
  `[${PICTURE}](https://example.org)`,
  '![A](/assets/a.png "A caption")',
  '![A code](qr:https://example.org)',
  '![A film](/assets/a.webm)',
  `- one\n- two\n\n${PICTURE}`,
  `::: columns\n::: column\n${PICTURE}\n:::\n::: column\nWords\n:::\n:::`,
  `> Words\n\nAda Holm\n\n${PICTURE}`,
  '<img src="/assets/a.png" alt="A">',
  `<!-- pause -->\n\n${PICTURE}`,
  '```c {1|2}\nint a;\nint b;\n```',
  '| a | b |\n| - | - |\n| c | d |',
  '$a$\n\n$$\nb\n$$',
  'Term\n: Words\n\nMore[^1]\n\n[^1]: Note',
  '<iframe src="https://example.org" title="A page"></iframe>',
];

test.each(LAYOUTS)('each content of the layout %s has all rules alone', async (layout) => {
  const slides = CONTENTS.flatMap((content) =>
    ['', '# Title\n\n'].map((title) => `---\nlayout: ${layout}\n---\n\n${title}${content}\n`),
  );
  const head = '---\ntitle: Talk\ndate: 2024-09-18\nspeaker: Ada Holm\n---\n';
  const texts = { 'slides/talks/t.md': `${head}\n${slides.join('\n')}` };
  const { talks } = compileTexts(texts);
  expect(talks[0]?.slides).toHaveLength(slides.length);
  expect(talks[0] && (await findMissing(talks[0]))).toEqual([]);
});
