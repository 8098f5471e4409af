import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../src/node/chromium/chromium.ts';
import { openStage, type Stage } from '../support/deck.ts';
import { callRostrum } from '../support/run.ts';

const TALK = '---\ntitle: T\n---\n\n# One\n\nText\n\n---\n\n# Two\n';
const FRAME = '\n---\n\n# Three\n\n<iframe src="https://page.invalid/" title="A page"></iframe>\n';

const OWN_STYLE = `@import url(https://sheets.invalid/a.css);
body { background: url(https://files.invalid/a.svg) }
`;

const stage: { current: Stage | null } = { current: null };

beforeAll(async () => {
  stage.current = await openStage({
    'slides/talks/t.md': TALK,
    'slides/talks/far.md': TALK + FRAME,
    'slides/talks/edited.md': TALK + FRAME,
    'slides/talks/styled.md': TALK.replace('title: T', 'title: T\ncss: own.css'),
    'slides/talks/own.css': OWN_STYLE,
    'slides/talks/framed.md': TALK + FRAME.replace('https://page.invalid/', '../../assets/in.html'),
    'assets/in.html':
      '<!doctype html><title>In</title><p>Still</p><script>document.querySelector("p").textContent = "It runs";</script>',
  });
});
afterAll(() => stage.current?.[Symbol.asyncDispose]());

test('no script runs that is not the page’s own, in any view', async () => {
  const page = await stage.current?.open('t/');
  if (!page) throw new Error('There is no page.');
  const base = new URL('../', page.url());
  for (const address of ['', 't/', 't/?read', 't/?print', 'none/']) {
    await page.goto(String(new URL(address, base)));
    const seen = await page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        blocked.push(event.effectiveDirective),
      );
      const place = document.createElement('div');
      place.innerHTML =
        '<img src="data:," onerror="window.trap = 1"><svg><a href="javascript:window.trap=2"></a></svg>';
      const script = Object.assign(document.createElement('script'), { text: 'window.trap = 3' });
      const foreign = document.createElement('script');
      foreign.src = 'data:text/javascript,window.trap=4';
      document.body.append(place, script, foreign);
      place.querySelector('a')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await fetch('https://other.invalid/').catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { blocked: [...new Set(blocked)].sort(), trap: 'trap' in window };
    });
    expect(seen.trap, address).toBe(false);
    expect(seen.blocked, address).toContain('script-src-elem');
    expect(seen.blocked, address).toContain('script-src-attr');
    expect(seen.blocked, address).toContain('connect-src');
  }
  await page.context().close();
});

test('a page is drawn without anything blocked, and opens again where an edit needs another policy', async () => {
  const page = await stage.current?.open('t/');
  if (!page) throw new Error('There is no page.');
  expect(await page.locator('html').getAttribute('data-ready')).toBe('');
  const policy = () =>
    page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(await policy()).toContain("frame-src 'self';");
  stage.current?.write('slides/talks/t.md', TALK + FRAME);
  await page.locator('#three iframe').waitFor({ state: 'attached' });
  expect(await policy()).toContain("frame-src 'self' data: https: http:;");
  expect(await page.locator('#three iframe').getAttribute('sandbox')).toContain('allow-scripts');
  await page.context().close();
});

test('a page of the project in a frame runs in a single file too, and nothing is blocked', async () => {
  const { root } = stage.current ?? {};
  if (root === undefined) throw new Error('There is no project.');
  const words = ['export', 'framed', '-f', 'html', '--single', '--no-sources', '-o', 'framed.html'];
  expect(await callRostrum(words, { cwd: root })).toMatchObject({ code: 0 });
  const troubles: string[] = [];
  const page = await stage.current?.open('t/');
  if (!page) throw new Error('There is no page.');
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(`file://${root}/framed.html#/three`);
  await page.frameLocator('#three iframe').getByText('It runs').waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a single file from the disk shows the address of a framed page without a network', async () => {
  const { root } = stage.current ?? {};
  if (root === undefined) throw new Error('There is no project.');
  const words = ['export', 'far', '-f', 'html', '--single', '-o', 'far.html'];
  expect(await callRostrum(words, { cwd: root })).toMatchObject({ code: 0 });
  const first = await stage.current?.open('t/');
  if (!first) throw new Error('There is no page.');
  const context = first.context();
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(`file://${root}/far.html#/three`);
  const [frame, still] = [page.locator('#three iframe'), page.locator('#three a.frame-still')];
  await expect.poll(() => still.isVisible()).toBe(true);
  expect(await still.innerText()).toBe('https://page.invalid/');
  // A browser that opens without a network may not know it before it changes.
  await context.setOffline(false);
  await context.setOffline(true);
  await expect.poll(() => frame.isVisible()).toBe(false);
  expect(await still.isVisible()).toBe(true);
  await context.close();
});

test('a frame that an edit adds shows its address where nothing answers', async () => {
  const page = await stage.current?.open('edited/#/three');
  if (!page) throw new Error('There is no page.');
  const still = page.locator('#three a.frame-still.unanswered');
  await still.waitFor();
  const edited = FRAME.replace('.invalid/', '.invalid/again');
  stage.current?.write('slides/talks/edited.md', TALK + edited);
  await expect.poll(() => still.allInnerTexts()).toEqual(['https://page.invalid/again']);
  await page.context().close();
});

test('a stylesheet of the talk’s own opens the origins that it names, and no others', async () => {
  const requested: string[] = [];
  const page = await stage.current?.open('styled/', {
    prepare: async (page) => {
      await page.route(/\.invalid/, (route) => {
        requested.push(new URL(route.request().url()).host);
        const isSheet = route.request().url().endsWith('.css');
        return isSheet
          ? route.fulfill({ contentType: 'text/css', body: ':root { --sheet: 1 }' })
          : route.fulfill({ contentType: 'image/svg+xml', body: '<svg/>' });
      });
    },
  });
  if (!page) throw new Error('There is no page.');
  await expect
    .poll(() => requested)
    .toEqual(expect.arrayContaining(['sheets.invalid', 'files.invalid']));
  const blocked = await page.evaluate(async () => {
    const found: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      found.push(`${effectiveDirective} ${blockedURI}`),
    );
    const load = (origin: string) => {
      const image = document.createElement('img');
      image.src = `https://${origin}/b.svg`;
      const sheet = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: `https://${origin}/b.css`,
      });
      document.body.append(image, sheet);
    };
    for (const origin of ['sheets.invalid', 'files.invalid', 'other.invalid']) load(origin);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return found.sort();
  });
  expect(blocked).toEqual([
    'img-src https://other.invalid/b.svg',
    'style-src-elem https://files.invalid/b.css',
    'style-src-elem https://other.invalid/b.css',
  ]);
  expect(requested).not.toContain('other.invalid');
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("style-src 'self' 'unsafe-inline' https://sheets.invalid;");
  expect(policy).toContain("font-src 'self' data: https://files.invalid https://sheets.invalid;");
  stage.current?.write(
    'slides/talks/own.css',
    `${OWN_STYLE}p { background: url(//new.invalid/) }\n`,
  );
  await expect
    .poll(() => page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'))
    .toContain('https://new.invalid');
  await page.context().close();
});

test('an export dismisses dialogs and names them', async () => {
  await using browser = await openBrowser({ prefer: 'bundled' });
  const page = await browser.page();
  await page.open('about:blank');
  expect(await page.evaluate('alert("a"), confirm("b"), prompt("c"), 1')).toBe(1);
  expect(page.dialogs).toEqual([
    'a dialog was dismissed: alert "a"',
    'a dialog was dismissed: confirm "b"',
    'a dialog was dismissed: prompt "c"',
  ]);
});
