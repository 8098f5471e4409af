import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderOptionalStyles } from '../../src/node/pages/optional-styles.ts';
import { Project } from '../../src/node/project/project.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
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

const sheets = readdirSync(STYLES).map((name) => {
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

/** Lists the rules of a sheet that set something on the slide of a page. Runs in the page. */
function findRules({ markup, rules }: { markup: string; rules: string }): string[] {
  document.documentElement.className = 'deck';
  document.body.innerHTML = `<div class="reveal"><div class="slides">${markup}</div></div>`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
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
  return list(sheet.cssRules);
}

test.each(FOLDERS)('a page has all rules that its slides need (%s)', async (folder) => {
  const root = path.join(REPOSITORY, folder);
  const project = new Project({ root, blocks: findKernelBlocks(REPOSITORY) });
  const all = stylesOf('', true);
  const optional = sheets.filter(({ rules }) => all.includes(rules));
  expect(optional.length).toBeGreaterThan(10);
  const missing: string[] = [];
  for (const name of project.talkNames) {
    const { slides = [] } = (await project.compile(name))?.value ?? {};
    expect(slides.length).toBeGreaterThan(0);
    for (const { id, html } of slides) {
      const there = stylesOf(html);
      for (const sheet of optional.filter(({ rules }) => !there.includes(rules))) {
        const found = await page.evaluate(findRules, { markup: html, rules: sheet.rules });
        missing.push(...found.map((rule) => `${name}#${id} lacks ${sheet.name}: ${rule}`));
      }
    }
  }
  expect(missing).toEqual([]);
});
