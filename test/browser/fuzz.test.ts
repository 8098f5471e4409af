import { expect, test } from 'vitest';
import { BROWSER_TARGETS } from '../fuzz/targets.ts';
import { findIntruder, trapPage } from '../fuzz/traps.ts';
import { TRAP } from '../fuzz/values.ts';
import { launchBrowser } from '../support/browser.ts';
import { tryTarget } from '../support/fuzz.ts';

const INPUTS = 6;
const TIMEOUT_MS = 120_000;

test.each(BROWSER_TARGETS)(
  'nothing is wrong with the first $of',
  async (target) => {
    expect(await tryTarget(target, INPUTS)).toEqual([]);
  },
  TIMEOUT_MS,
);

test.each([
  ['a script', `<img src="data:," onerror="${TRAP}()">`, /script calls/],
  ['a dialog', '<img src="data:," onerror="alert(1)">', /a dialog opens/],
  ['an error', '<img src="data:," onerror="none()">', /^throws .*none/],
  ['a request', `<img src="https://a.example/${TRAP}">`, /a request goes/],
])('%s on a page is noted', async (_name, markup, fault) => {
  await using browser = await launchBrowser();
  const page = await browser.newPage();
  const faults = await trapPage(page);
  await page.setContent(markup);
  await expect.poll(() => faults).toEqual([expect.stringMatching(fault)]);
});

test.each([
  ['an element', `<${TRAP}>`],
  ['a handler', `<p on${TRAP}="x">`],
  ['an address', '<a href=" javascript:x">x</a>'],
])('%s that comes from data is found on a page', async (_name, markup) => {
  await using browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(markup);
  expect(await findIntruder(page)).toMatch(/^executes/);
  await page.setContent('<p onclick="x">&lt;trapped></p>');
  expect(await findIntruder(page)).toBeNull();
});
