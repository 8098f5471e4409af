import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Only the rule that colours can break. */
export const COLOURS: RunOptions = { runOnly: ['color-contrast'] };

/** Puts axe into a page. It judges no text over a gradient, so slides lose theirs, which draws the spine at the margin. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('section.slide { background-image: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Lists what axe finds, as `slide: rule, element`. */
export async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const { axe } = window as unknown as {
      axe: { run(options: RunOptions): Promise<AxeResults> };
    };
    // No rule that runs reads stylesheets, which axe would load and parse first.
    const preload = { assets: ['media' as const] };
    const { violations } = await axe.run({ resultTypes: ['violations'], preload, ...wanted });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => {
        const selector = target.flat().join(' ');
        const slide = document.querySelector(selector)?.closest('section.slide')?.id ?? 'page';
        return `${slide}: ${id}, ${selector}`;
      }),
    );
  }, options);
}
