import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { makeProject, SMALL_PROJECT } from '../support/project.ts';
import { serveSite } from '../support/site.ts';

const FILES = {
  ...SMALL_PROJECT,
  'slides/talks/broken.md': '# Broken\n\n{{ none.such }}\n',
};

test('a click saves the PDF of a talk, or says on its card why there is none', async () => {
  const { root } = makeProject(FILES);
  await using site = await serveSite(root, 'dev');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(site.base);

  const link = page.getByRole('link', { name: 'Export PDF of First' });
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(saved.suggestedFilename()).toBe('first.pdf');
  expect(
    readFileSync(await saved.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await expect.poll(() => link.textContent()).toBe('Export PDF');

  const card = page.locator('.index-talk', { hasText: 'slides/talks/broken.md' });
  await card.getByText('Export PDF').click();
  await card.getByText('"broken" was not exported: 1 error.').waitFor();
  expect(await card.locator('.index-export').getAttribute('aria-busy')).toBe('false');
  await browser.close();
});
