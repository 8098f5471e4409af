import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { makeProject } from '../support/project.ts';
import { serveSite } from '../support/site.ts';

/** Twenty talks, more than an index shows at once, in two years and at two events. */
const FILES = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => {
    const tags = at % 5 === 0 ? 'tags: [rust, "Überblick"]\n' : 'tags: drivers, testing\n';
    const head = `title: Talk ${at}\nevent: ${at < 4 ? 'Kangrejos' : 'LPC'}\ndate: ${2023 + (at % 2)}-05-06\n`;
    return [`slides/talks/t${at}.md`, `---\n${head}${tags}---\n\n# Opening\n`];
  }),
);

test('many talks are found by words, and by year, event and tag together', async () => {
  const { root } = makeProject(FILES);
  await using site = await serveSite(root, 'dev');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(site.base);
  const hits = () => page.locator('.index-search li a').allInnerTexts();
  const state = page.locator('.index-search [role=status]');
  const chip = (name: string) => page.locator('.index-chips button', { hasText: name });

  const mode = () => page.locator('html').getAttribute('data-mode');
  const before = await mode();
  await page.keyboard.press('/');
  await page.keyboard.type('d');
  expect(await mode()).toBe(before);
  await page.getByRole('searchbox').fill('');
  await page.keyboard.type('uberblick');
  await state.getByText('4 talks').waitFor();
  expect((await hits()).toSorted()).toEqual(['Talk 0', 'Talk 10', 'Talk 15', 'Talk 5']);
  await page.getByRole('searchbox').fill('');
  await chip('testing').click();
  await state.getByText('16 talks').waitFor();
  await chip('Kangrejos').click();
  await chip('2024').click();
  await state.getByText('2 talks').waitFor();
  expect((await hits()).toSorted()).toEqual(['Talk 1', 'Talk 3']);
  expect(await page.locator('.index-search li span').first().innerText()).toContain('6 May 2024');
  await page.getByRole('searchbox').fill('may 2024');
  await state.getByText('2 talks').waitFor();
  await page.getByRole('searchbox').fill('2024-05');
  await state.getByText('2 talks').waitFor();
  await page.getByRole('searchbox').fill('');
  await chip('testing').click();
  await page.getByRole('searchbox').fill('nothing at all');
  await state.getByText('0 talks').waitFor();
  expect(await page.locator('.index-talks').isVisible()).toBe(false);
  await browser.close();
});
