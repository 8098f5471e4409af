import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBuiltStage, openStage, type BuiltStage, type OpenOptions } from '../support/deck.ts';
import { openExporter } from '../support/exporter.ts';
import { untilFound } from '../support/live.ts';
import {
  HAS_MOSQUITTO,
  HAS_NGINX,
  HAS_OPENSSL,
  LOGIN,
  openMosquitto,
  openNginxRelay,
  openRelay,
  SECRET,
} from '../support/relay.ts';
import { openProjectFolder } from '../support/project.ts';
import type { RealRelay, Relay } from '../support/relay.ts';

const SLIDES = `# One

---

# Two

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->

---

# Three

---

# Four
`;

/** The WebSocket address of a broker; one that nothing listens at without it. */
const toSocket = (broker: RealRelay | null): string =>
  broker?.url.replace('http', 'ws') ?? 'ws://127.0.0.1:1';

const talk = (follow: string): string => `---\ntitle: Room\n${follow}---\n\n${SLIDES}`;

let relay: Relay;
let nginx: RealRelay | null;
let mosquitto: RealRelay | null;
let stage: BuiltStage;
const opened: Page[] = [];

beforeAll(async () => {
  relay = await openRelay();
  nginx = HAS_NGINX ? await openNginxRelay() : null;
  mosquitto = HAS_MOSQUITTO ? await openMosquitto() : null;
  const real = nginx?.url ?? relay.url;
  stage = await openBuiltStage({
    'slides/talks/room.md': talk(`follow: ${relay.url}/live/{talk}\n`),
    'slides/talks/filed.md': talk(`follow: ${relay.url}/place/{talk}.json\n`),
    'slides/talks/real.md': talk(`follow: ${real}/live/{talk}\n`),
    'slides/talks/realfile.md': talk(`follow: ${real}/place/{talk}.json\n`),
    'slides/talks/broker.md': talk(`follow: ${toSocket(mosquitto)}/mqtt#talks/{talk}\n`),
    'slides/talks/plain.md': talk(''),
  });
});

afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await relay[Symbol.asyncDispose]();
  await nginx?.[Symbol.asyncDispose]();
  await mosquitto?.[Symbol.asyncDispose]();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
  relay.isBroken = false;
  // Forgets the last place, to which the next page would go.
  relay.restart();
});

const NOTICE = '.room-bar';

async function open(address: string, options?: OpenOptions): Promise<Page> {
  const page = await stage.open(address, options);
  opened.push(page);
  return page;
}

async function lead(page: Page, secret = SECRET): Promise<void> {
  await page.keyboard.press('a');
  await page.locator('.lead-dialog input').fill(secret);
  await page.keyboard.press('Enter');
}

/** Waits until a page shows a slide with a number of visible steps. */
async function untilAt(page: Page, title: string, steps = 0): Promise<void> {
  const wanted = { title, steps };
  await page.waitForFunction(({ title, steps }) => {
    const slide = document.querySelector('.slides > .present');
    const shown = slide?.querySelectorAll('.fragment.visible').length;
    return slide?.querySelector('h1, h2')?.textContent.includes(title) && shown === steps;
  }, wanted);
}

async function readBuild(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = document.getElementById('rostrum:data')?.textContent ?? '{}';
    return (JSON.parse(text) as { room: { build: string } }).room.build;
  });
}

/** What every relay has to do, the little one of the tests and the real one. */
function testRelay(name: string, restart: () => Promise<void> | void, prefix = ''): void {
  test('followers move along, and one that joins late gets the last place', async () => {
    const [leader, follower] = [await open(`${name}/`), await open(`${name}/`)];
    await lead(leader, prefix + SECRET);
    await untilFound(leader, NOTICE, 'You lead the room.');
    await leader.keyboard.press('ArrowRight');
    await leader.keyboard.press('ArrowRight');
    await untilAt(follower, 'Two', 1);
    await untilFound(follower, NOTICE, 'Following the speaker');
    await leader.keyboard.press('ArrowLeft');
    await untilAt(follower, 'Two', 0);
    await leader.keyboard.press('End');
    await untilAt(follower, 'Four');
    const late = await open(`${name}/`);
    await untilAt(late, 'Four');
  });

  test('a relay that is restarted gets the place again from the leader', async () => {
    const [leader, follower] = [await open(`${name}/`), await open(`${name}/`)];
    await lead(leader, prefix + SECRET);
    await leader.keyboard.press('End');
    await untilAt(follower, 'Four');
    await restart();
    await untilFound(follower, NOTICE, 'Following the speaker');
    await leader.keyboard.press('ArrowLeft');
    await untilAt(follower, 'Three');
    await restart();
    const late = await open(`${name}/`);
    await untilAt(late, 'Three');
  });

  test('a wrong secret does not lead, and is not kept', async () => {
    const page = await open(`${name}/`);
    await lead(page, `${prefix}wrong`);
    await untilFound(page, NOTICE, 'The relay refused the secret.');
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    );
    expect(stored).not.toContain('wrong');
  });
}

describe('a relay in the form of nchan', () => testRelay('room', () => relay.restart()));

describe('a file that is polled', () => {
  test('followers move along', async () => {
    const [leader, follower] = [await open('filed/'), await open('filed/')];
    await lead(leader);
    await leader.keyboard.press('End');
    await untilAt(follower, 'Four');
    expect(
      new Set(relay.posted.filter((one) => one.path.endsWith('.json')).map((one) => one.method)),
    ).toEqual(new Set(['PUT']));
  });
});

describe.skipIf(!HAS_NGINX)('nginx with nchan and the files of deploy/follow', () => {
  testRelay('real', async () => nginx?.restart());

  test('a file that nginx keeps is polled', async () => {
    const [leader, follower] = [await open('realfile/'), await open('realfile/')];
    await lead(leader);
    await leader.keyboard.press('End');
    await untilAt(follower, 'Four');
  });

  test('only the secret publishes, no large message does, and nothing tells how many follow', async () => {
    const url = `${nginx?.url}/live/check`;
    const post = async (headers: Record<string, string>, body = '{}', method = 'POST') => {
      const options: RequestInit = { method, body, headers };
      return (await fetch(url, options)).status;
    };
    expect(await post({})).toBe(401);
    expect(await post({ Authorization: 'Bearer ' })).toBe(401);
    expect(await post({ Authorization: `bearer ${SECRET}` })).toBe(401);
    expect(await post({ Authorization: `Bearer ${SECRET.toUpperCase()}` })).toBe(401);
    expect(await post({ Authorization: `Bearer ${SECRET}x` })).toBe(401);
    const right = { Authorization: `Bearer ${SECRET}` };
    expect(await post(right)).toBe(202);
    expect(await post(right, 'x'.repeat(3000))).toBe(413);
    expect(await post(right, '{}', 'DELETE')).toBe(405);
    expect((await fetch(url)).status).toBe(405);
    const file = `${nginx?.url}/place/check.json`;
    expect((await fetch(file, { method: 'PUT', body: '{}' })).status).toBe(401);
    expect((await fetch(file, { method: 'DELETE', headers: right })).status).toBe(405);
    expect((await fetch(file, { method: 'PUT', body: '{}', headers: right })).status).toBe(201);
    expect((await fetch(file)).headers.get('cache-control')).toBe('public, max-age=2');
  });
});

describe.skipIf(!HAS_MOSQUITTO)('Mosquitto with the files of docs/follow.md', () => {
  afterEach(async () => mosquitto?.restart());

  testRelay('broker', async () => mosquitto?.restart(), 'speaker:');

  test('a secret without a name does not lead; only this talk loads the client and may ask the broker', async () => {
    const asked: string[] = [];
    const refused: string[] = [];
    const prepare = async (page: Page): Promise<void> => {
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) refused.push(message.text());
      });
      page.on('request', (request) => asked.push(request.url()));
      return Promise.resolve();
    };
    const page = await open('broker/', { prepare });
    expect(asked.filter((url) => /\/mqtt[\w.-]*\.js$/.test(url))).toHaveLength(2);
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toContain(`connect-src 'self' ${toSocket(mosquitto)};`);
    await lead(page, 'speaker');
    await untilFound(page, NOTICE, 'The relay refused the secret.');
    expect(refused).toEqual([]);
    asked.length = 0;
    await open('room/', { prepare });
    expect(asked.filter((url) => url.includes('mqtt'))).toEqual([]);
  });
});

describe.skipIf(!HAS_MOSQUITTO || !HAS_OPENSSL)('Mosquitto with a certificate', () => {
  test('leads and follows by wss, also from the copy of a page that is loaded without its server', async () => {
    await using broker = await openMosquitto({ hasCertificate: true });
    expect(toSocket(broker)).toMatch(/^wss:/);
    await using site = await openBuiltStage({
      'slides/talks/broker.md': talk(`follow: ${toSocket(broker)}/mqtt#talks/{talk}\n`),
    });
    const trusting = { ignoreHTTPSErrors: true, keepsTalk: true };
    const leader = await site.open('broker/', trusting);
    const follower = await site.open('broker/', trusting);
    await lead(leader, LOGIN);
    await untilFound(leader, NOTICE, 'You lead the room.');
    await leader.keyboard.press('End');
    await untilAt(follower, 'Four');
    await follower.locator('html[data-offline="kept"]').waitFor({ state: 'attached' });
    await site.cut();
    await leader.keyboard.press('ArrowLeft');
    await untilAt(follower, 'Three');
    await follower.reload();
    await follower.locator('html[data-kept-at]').waitFor({ state: 'attached' });
    await untilAt(follower, 'Three');
    await untilFound(follower, NOTICE, 'Following the speaker');
    await leader.keyboard.press('Home');
    await untilAt(follower, 'One');
  });
});

describe.skipIf(!HAS_MOSQUITTO)('the dev server of a talk with a broker', () => {
  test('serves the client, and gives a page name and password of the environment', async () => {
    vi.stubEnv('ROSTRUM_FOLLOW_SECRET', LOGIN);
    const text = talk(`follow: ${toSocket(mosquitto)}/mqtt#talks/dev\n`);
    await using dev = await openStage({ 'slides/talks/broker.md': text });
    const page = await dev.open('broker/');
    await page.keyboard.press('a');
    const input = page.locator('.lead-dialog input');
    await expect.poll(() => input.inputValue()).toBe(LOGIN);
    await input.press('Enter');
    await untilFound(page, NOTICE, 'You lead the room.');
    await page.keyboard.press('End');
    await untilAt(await dev.open('broker/'), 'Four');
    vi.unstubAllEnvs();
  });
});

describe.skipIf(!HAS_MOSQUITTO)('a single file', () => {
  test('holds the client where its talk has a broker, and follows', async () => {
    const { root } = openProjectFolder({
      'slides/talks/broker.md': talk(`follow: ${toSocket(mosquitto)}/mqtt#talks/{talk}\n`),
      'slides/talks/room.md': talk(`follow: ${relay.url}/live/{talk}\n`),
    });
    await using exporter = openExporter(root);
    const single = await exporter.write('broker', 'broker.html', { single: true });
    const other = await exporter.write('room', 'room.html', { single: true });
    expect(single.bytes.length - other.bytes.length).toBeGreaterThan(300_000);
    const leader = await open('broker/');
    await lead(leader, LOGIN);
    await untilFound(leader, NOTICE, 'You lead the room.');
    const follower = await open('plain/');
    await follower.goto(`file://${single.folder}`);
    await untilFound(follower, NOTICE, 'Following the speaker');
    await leader.keyboard.press('End');
    await untilAt(follower, 'Four');
    rmSync(root, { recursive: true });
  });
});

describe('a follower', () => {
  test('leaves by moving, and rejoins with one tap', async () => {
    const page = await open('room/');
    const place = { build: await readBuild(page), slide: 'three', step: -1, seq: Date.now() };
    relay.send('/live/room', JSON.stringify(place));
    await untilAt(page, 'Three');
    await page.keyboard.press('ArrowLeft');
    await untilFound(page, NOTICE, 'On your own');
    relay.send('/live/room', JSON.stringify({ ...place, slide: 'four', seq: place.seq + 1 }));
    await page.getByRole('button', { name: 'Follow the speaker' }).click();
    await untilAt(page, 'Four');
    await page.getByRole('button', { name: 'On my own' }).click();
    await page.keyboard.press('Home');
    await untilAt(page, 'One');
    // The deck writes its address at most once a second.
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^(#\/(one)?)?$/);
    await page.reload();
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await untilFound(page, NOTICE, 'On your own');
    await untilAt(page, 'One');
  });

  test('ignores garbage, places out of order, and slides that there are not', async () => {
    const page = await open('room/');
    const build = await readBuild(page);
    const seq = Date.now();
    const send = (place: object): void => relay.send('/live/room', JSON.stringify(place));
    send({ build, slide: 'two', step: 0, seq: seq + 5 });
    await untilAt(page, 'Two', 1);
    for (const text of ['', 'null', '{', '[]', '"two"', 'x'.repeat(5000), '{\n}']) {
      relay.send('/live/room', text);
    }
    send({ build, slide: 'four', step: -1, seq: seq + 4 });
    send({ build, slide: 'four', step: -1, seq: seq + 5 });
    send({ build, slide: 'four', step: 0.5, seq: seq + 6 });
    send({ build, slide: '<img>', step: -1, seq: seq + 6 });
    send({ build, slide: 'two', step: 1, seq: seq + 7 });
    await untilAt(page, 'Two', 2);
    expect(await page.locator(NOTICE).textContent()).toContain('Following the speaker');
  });

  test('is told to reload when the speaker shows another build', async () => {
    const page = await open('room/');
    const place = { build: 'other', slide: 'three', step: -1, seq: Date.now() + 10 };
    relay.send('/live/room', JSON.stringify(place));
    await untilFound(page, NOTICE, 'The speaker shows another version of this talk.');
    await untilAt(page, 'Three');
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await loaded;
  });

  test('returns after faults of the relay, and asks nothing while offline', async () => {
    const page = await open('room/');
    const build = await readBuild(page);
    const seq = Date.now() + 20;
    relay.send('/live/room', JSON.stringify({ build, slide: 'two', step: -1, seq }));
    await untilAt(page, 'Two');
    relay.isBroken = true;
    relay.restart();
    await untilFound(page, NOTICE, 'Not connected');
    relay.isBroken = false;
    await untilFound(page, NOTICE, 'Following the speaker');
    await page.context().setOffline(true);
    const before = relay.joins;
    relay.restart();
    await untilFound(page, NOTICE, 'Not connected');
    await page.waitForTimeout(2500);
    expect(relay.joins).toBe(before);
    relay.send('/live/room', JSON.stringify({ build, slide: 'four', step: -1, seq: seq + 1 }));
    await page.context().setOffline(false);
    await untilAt(page, 'Four');
  });

  test('a link to a slide is for that slide', async () => {
    const page = await open('room/#/two');
    const place = { build: await readBuild(page), slide: 'four', step: -1, seq: Date.now() + 30 };
    relay.send('/live/room', JSON.stringify(place));
    await untilFound(page, NOTICE, 'On your own');
    await untilAt(page, 'Two');
  });
});

describe('a leader', () => {
  test('posts build, slide, step and number, and keeps leading after a reload', async () => {
    relay.posted.length = 0;
    const page = await open('room/');
    await lead(page);
    await untilFound(page, NOTICE, 'You lead the room.');
    await page.keyboard.press('End');
    // A reload may end a request that is on its way.
    await expect.poll(() => relay.posted.length).toBe(2);
    await page.reload();
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await untilFound(page, NOTICE, 'You lead the room.');
    await expect.poll(() => relay.posted.length).toBe(3);
    const places = relay.posted.map(({ body }) => JSON.parse(body) as { seq: number });
    for (const place of places) {
      expect(Object.keys(place).sort()).toEqual(['build', 'seq', 'slide', 'step']);
    }
    const [first = 0, ...rest] = places.map(({ seq }) => seq);
    expect(rest.every((seq, index) => seq > ([first, ...rest][index] ?? 0))).toBe(true);
    expect(page.url()).not.toContain(SECRET);
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Stop leading' }).click();
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    );
    expect(stored).not.toContain(SECRET);
  });

  test('gives way to another leader', async () => {
    const [first, second] = [await open('room/'), await open('room/')];
    await lead(first);
    await untilFound(first, NOTICE, 'You lead the room.');
    await lead(second);
    await untilFound(first, NOTICE, 'Another page leads the room now.');
    await second.keyboard.press('End');
    await untilFound(second, NOTICE, 'You lead the room.');
    await untilAt(first, 'One');
  });

  test('sees that its moves do not arrive, and sends the last one when the relay is back', async () => {
    const page = await open('room/');
    await lead(page);
    await untilFound(page, NOTICE, 'You lead the room.');
    relay.isBroken = true;
    await page.keyboard.press('ArrowRight');
    await untilFound(page, NOTICE, 'Your moves do not reach the room.');
    await page.keyboard.press('End');
    relay.posted.length = 0;
    relay.isBroken = false;
    await untilFound(page, NOTICE, 'You lead the room.');
    expect(JSON.parse(relay.posted[0]?.body ?? '')).toMatchObject({ slide: 'four' });
  });
});

describe('the dev server', () => {
  test('gives a page the secret of the environment, and the state of slides that were edited', async () => {
    vi.stubEnv('ROSTRUM_FOLLOW_SECRET', SECRET);
    const text = talk(`follow: ${relay.url}/live/{talk}\n`);
    await using dev = await openStage({ 'slides/talks/room.md': text });
    const page = await dev.open('room/');
    const follower = await dev.open('room/');
    await page.keyboard.press('a');
    const input = page.locator('.lead-dialog input');
    await expect.poll(() => input.inputValue()).toBe(SECRET);
    await input.press('Enter');
    await untilFound(page, NOTICE, 'You lead the room.');
    await untilFound(follower, NOTICE, 'Following the speaker');
    dev.write('slides/talks/room.md', text.replace('# Two', '# Two and more'));
    await page.waitForSelector('h2:has-text("Two and more"), h1:has-text("Two and more")', {
      state: 'attached',
    });
    await page.keyboard.press('ArrowRight');
    await untilAt(follower, 'Two and more');
    await untilFound(follower, NOTICE, 'Following the speaker');
    const builds = relay.posted
      .slice(-2)
      .map(({ body }) => (JSON.parse(body) as { build: string }).build);
    expect(builds[0]).not.toBe(builds[1]);
    vi.unstubAllEnvs();
  });
});

describe('a talk that names no relay', () => {
  test('loads nothing of it and may ask no other origin', async () => {
    const asked: string[] = [];
    const prepare = async (page: Page): Promise<void> => {
      page.on('request', (request) => asked.push(request.url()));
      return Promise.resolve();
    };
    const page = await open('plain/', { prepare });
    expect(asked.filter((name) => /follow/.test(name))).toEqual([]);
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toContain("connect-src 'self';");
    expect(await page.locator(NOTICE).count()).toBe(0);
    await page.keyboard.press('a');
    expect(await page.locator('.lead-dialog').count()).toBe(0);
  });

  test('may ask its relay and no other origin', async () => {
    const page = await open('room/');
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toContain(`connect-src 'self' ${relay.url};`);
  });
});
