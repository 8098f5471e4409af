import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Project } from '../../../../../src/node/project/project.ts';
import { printAge } from '../../../../../src/node/pages/index/index-age.ts';
import { renderIndexPage } from '../../../../../src/node/pages/index/index-page.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const links = { icon: 'i.svg', styles: ['s.css'], scripts: ['m.js'], preloads: [] };

async function render(files: Record<string, string>, isLive = true): Promise<string> {
  const project = new Project({ root: makeProject(files).root, today: () => '2026-06-01' });
  return renderIndexPage({
    talks: await project.talks(),
    datasets: await project.datasets(),
    links,
    toUrl: (path) => `/x/${path}`,
    today: isLive ? project.today() : null,
  });
}

/** The row of a dataset, without markup. */
function readRow(page: string, name: string): string {
  const row = new RegExp(`<tr id="data-${name}"[^]*?</tr>`).exec(page)?.[0] ?? '';
  return row
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test('a card has the views of its talk, its date and how long it is', async () => {
  const page = await render(SMALL_PROJECT);
  for (const view of ['', '?read', '?speaker']) expect(page).toContain(`href="./first/${view}"`);
  expect(page).toContain('<time datetime="2026-01-01">1 January 2026</time>');
  expect(page).toContain('<dd>3 slides</dd>');
});

test('a dev server makes the PDF that a card links to; a built page leads to the view that is printed', async () => {
  const live = await render(SMALL_PROJECT);
  expect(live).toContain('href="./first/first.pdf" download="first.pdf"');
  expect(live).not.toContain('?print');
  const built = await render(SMALL_PROJECT, false);
  expect(built).toContain('href="./first/?print"');
  expect(built).not.toContain('first.pdf');
});

test('a card says which figures are oldest, and how old they are on the day of the talk', async () => {
  const page = await render(SMALL_PROJECT);
  expect(page).toContain('oldest as of January 2025, 11 months before the talk');
  expect(page).toContain('href="#data-users"');
});

test('a card shows the first slide itself, out of reach and under no id that another could have', async () => {
  const picture = '# ![A square](../../assets/square.svg) Opening';
  const talk = SMALL_PROJECT['slides/talks/first.md']?.replace('# Opening', picture) ?? '';
  const page = await render({ ...SMALL_PROJECT, 'slides/talks/first.md': talk });
  const slide = /<div class="index-slide[^]*?<\/section><\/div>/.exec(page)?.[0] ?? '';
  expect(slide).toContain('aria-hidden="true" inert><section class="slide');
  expect(slide).toContain('src="/x/assets/square.svg"');
  expect(slide).not.toContain(' id=');
  expect(slide).not.toContain('Speak slowly');
});

test('the first slide of a dark talk is dark on its card', async () => {
  const modesIn = (page: string) =>
    page.match(/<div class="index-slide[^>]*data-mode="dark"/g) ?? [];
  expect(modesIn(await render(SMALL_PROJECT))).toHaveLength(0);
  const talk = SMALL_PROJECT['slides/talks/first.md']?.replace('---\n', '---\ndark: true\n') ?? '';
  const page = await render({ ...SMALL_PROJECT, 'slides/talks/first.md': talk });
  expect(modesIn(page)).toHaveLength(1);
});

test('a dataset names exactly the slides that read it, and no talk that only has its name as a word', async () => {
  const page = await render({
    ...SMALL_PROJECT,
    'data/opening.json': SMALL_PROJECT['data/users.json'] ?? '',
    'slides/talks/second.md':
      '---\ntitle: Second\n---\n\n---\nsrc: ../library/shared.md\n---\n\n---\n\n## users\n\n- users.count\n',
  });
  expect(readRow(page, 'users')).toBe('users Users 2 January 2025 16 months ago second 1 first 3');
  expect(readRow(page, 'opening')).toBe('opening Users 2 January 2025 16 months ago none');
});

test('a page that is read on later days shows no ages, follows nothing and explains no files', async () => {
  const page = await render(SMALL_PROJECT, false);
  expect(readRow(page, 'users')).toBe('users Users 2 January 2025 first 3');
  const open = SMALL_PROJECT['slides/talks/first.md']?.replace(/^date: .*\n/m, '') ?? '';
  const undated = { ...SMALL_PROJECT, 'slides/talks/first.md': open };
  expect(await render(undated)).toContain('oldest as of January 2025, 16 months ago');
  expect(await render(undated, false)).toContain('oldest as of January 2025: <a');
  expect(page).not.toContain('createHotContext');
  expect(page).not.toContain('Edit a talk');
});

test('shows a newcomer what to edit, what happens then and how to export, with a talk of this project', async () => {
  const page = await render(SMALL_PROJECT);
  expect(page).toContain('Open <code>slides/talks/first.md</code>');
  expect(page).toContain('{{ users.count }}</code>');
  expect(page).toContain('<code>npx rostrum export first</code>');
});

test('a broken dataset and slides with problems are marked', async () => {
  const page = await render({ ...SMALL_PROJECT, 'data/users.json': '{' });
  expect(page).toContain('<tr id="data-users" class="index-broken">');
  expect(page).toContain('1 problem on its slides');
});

test('the index of an empty project says how to begin', async () => {
  const page = await render({});
  expect(page).toContain('slides/talks/my-talk.md');
  expect(page).toContain('Begin a talk</button>');
});

test('the policy of the index names every script that stands in it', async () => {
  for (const files of [{}, SMALL_PROJECT]) {
    const page = await render(files);
    const scripts = [...page.matchAll(/<script(?![^>]* src=)[^>]*>([^]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(1);
    for (const [, text = ''] of scripts) {
      const hash = createHash('sha256').update(text).digest('base64');
      expect(page).toContain(`sha256-${hash}`);
    }
  }
});

test('formats an age in the largest unit that is precise enough', () => {
  const ages = [1, 13, 14, 60, 61, 700, 900].map(printAge);
  expect(ages).toEqual([
    '1 day',
    '13 days',
    '2 weeks',
    '9 weeks',
    '2 months',
    '23 months',
    '2 years',
  ]);
});
