import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';
import { openSpeaker, signs } from '../support/speaker.ts';

const LIST = JSON.stringify({
  title: 'Members of the list',
  sources: { a: { name: 'The list' } },
  rows: [
    { asOf: '2020-03', members: 40, exact: false, source: 'a' },
    { asOf: '2021-03', members: 118, source: 'a' },
    { asOf: '2022-03', members: 310, source: 'a' },
    { asOf: '2023-03', members: 460, source: 'a' },
    { asOf: '2023-03', since: '2023-06-01', members: 470, source: 'a' },
    { asOf: '2024-03', members: 536, source: 'a' },
    { asOf: '2025-03', members: 98765, source: 'a' },
  ],
});
const TEAMS = JSON.stringify({
  title: 'Teams',
  key: 'team',
  sources: { b: { name: 'The teams' } },
  editions: [
    { asOf: '2021-05-01', source: 'b', rows: [{ team: 'North', count: 3 }] },
    {
      asOf: '2022-05-01',
      source: 'b',
      rows: [
        { team: 'North', count: 12 },
        { team: 'South', count: 5 },
      ],
    },
    {
      asOf: '2024-05-01',
      source: 'b',
      rows: [
        { team: 'North', count: 40 },
        { team: 'South', count: 22 },
      ],
    },
  ],
});
const RELEASES = JSON.stringify({
  title: 'Releases',
  key: 'version',
  sources: { c: { name: 'Harbour Town' } },
  rows: [
    { version: '6.8', released: '2021-05-01', opened: '2021-02-01', source: 'c' },
    { version: '6.9', released: '2022-02-12', opened: '2021-12-10', source: 'c' },
    { version: '6.10', released: '2022-05-14', opened: '2022-02-12', source: 'c' },
    { version: '6.11', released: '2024-05-15', opened: '2024-02-14', source: 'c' },
  ],
});

const SLIDES = `---
id: figure
---

# The list has {{ list.members }} members

\`\`\`figure
data: list
value: members
ago: 1y
label: members
\`\`\`

It {{ list.members | growth 1y | words }}, by {{ list.members | growth 1y }}.

---
id: bars
---

# Teams of {{ list.members }}

\`\`\`chart
data: teams
type: bar
x: team
y: count
\`\`\`

---
id: table
---

# A table

\`\`\`table
data: teams
columns: [team, count]
\`\`\`

---
id: releases
---

# Releases

\`\`\`timeline
data: releases
cadence: 13w
opened: opened
\`\`\`

---
id: texts
---

# Texts of blocks

\`\`\`chart
data: list
type: line
y: members
title: "Now {{ list.members }}"
annotate:
  - { value: 20, text: "{{ list.members | growth 1y }} more" }
\`\`\`

\`\`\`names
data: teams
column: team
more: "and {{ list.members }} others"
\`\`\`

\`\`\`tree
trees:
  - label: Lists
    boxes: [{ label: members, note: "{{ list.members }} of {{ talk.title }}" }]
\`\`\`

---
id: code
---

# {{ list.members }}

\`\`\`sh {values}
echo {{ list.members }}
\`\`\`
`;
const DAYS = ['2021-06-01', '2022-06-01', '2023-04-01'];
const head = (day: string, more = ''): string =>
  `---\ntitle: Talk\ndate: ${day}\nasOf: ${day}\n${more}---\n\n# Opening\n\nNote: Words.\n\n---\nsrc: ../library/shared.md\n---\n`;
const DATED = `---
title: Dated
date: 2024-09-18
---

# Opening

---
id: dated
dates: [2021-04-01, 2022-06-01]
incremental: true
---

# {{ list.members }} members

\`\`\`chart
data: list
type: column
y: members
\`\`\`

- a point
`;

let stage: BuiltStage;

beforeAll(async () => {
  const others = DAYS.map((day) => [`slides/talks/on-${day}.md`, head(day)]);
  stage = await openBuiltStage({
    ...(Object.fromEntries(others) as Record<string, string>),
    'slides/talks/now.md': head('2024-09-18', 'time: true\n'),
    'slides/talks/dated.md': DATED,
    'slides/library/shared.md': SLIDES,
    'data/list.json': LIST,
    'data/teams.json': TEAMS,
    'data/releases.json': RELEASES,
  });
});
afterAll(() => stage[Symbol.asyncDispose]());

const open = (address: string) => stage.open(address, { reducedMotion: 'reduce' });
const bar = (page: Page) => page.locator('.time-bar');

/** Reads the words of the current slide, without what an element draws. */
const readWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const slide = document.querySelector('.slides > .present');
    const copy = slide?.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('.notes, .folio, [data-drawn], .step-mark, svg'))
      part.remove();
    return copy.textContent.replaceAll(/\s+/g, ' ').trim();
  });

describe('the control', () => {
  test.each(['figure', 'bars', 'table', 'releases', 'texts'])(
    'shows %s as a talk of each of its days has it',
    async (id) => {
      const now = await open(`now/#/${id}`);
      const own = await readWords(now);
      await now.keyboard.press('t');
      await bar(now).waitFor();
      await now.keyboard.press('Home');
      const shown = new Map<string, string>();
      for (;;) {
        const day = (await now.locator('.present').getAttribute('data-time')) ?? 'own';
        await expect.poll(() => isDrawn(now)).toBe(true);
        shown.set(day, await readWords(now));
        if (day === 'own') break;
        await now.keyboard.press('ArrowRight');
      }
      expect(shown.size).toBeGreaterThan(2);
      expect(shown.get('own')).toBe(own);
      for (const day of DAYS) {
        const then = await open(`on-${day}/#/${id}`);
        const last = [...shown.keys()].findLast((one) => one <= day) ?? '';
        // A flag walks every day; figures stay between two rows.
        if (id !== 'releases')
          expect(`${day} ${shown.get(last)}`).toBe(`${day} ${await readWords(then)}`);
        await then.context().close();
      }
      await now.context().close();
    },
  );

  test('walks a timeline by its dates', async () => {
    const page = await open('now/#/releases');
    await page.keyboard.press('t');
    await bar(page).waitFor();
    await page.keyboard.press('Home');
    await expect.poll(() => readWords(page)).toContain('6.8');
    expect(await page.locator('.time-tick').count()).toBeGreaterThan(4);
    const first = await page.locator('.time-day').innerText();
    expect(first).toBe('1 February 2021');
    await page.context().close();
  });

  test('opens and closes, plays, and leads on at its end', async () => {
    const page = await open('now/#/figure');
    const title = page.locator('.present .slide-title');
    await page.keyboard.press('t');
    await expect.poll(() => bar(page).locator('.time-day').innerText()).toBe('18 September 2024');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => title.innerText()).toBe('The list has 470 members');
    await page.keyboard.press('Escape');
    await expect.poll(() => title.innerText()).toBe('The list has 536 members');
    expect(await bar(page).count()).toBe(0);
    await page.keyboard.press('t');
    await bar(page).waitFor();
    await page.keyboard.press(' ');
    await expect.poll(() => title.innerText()).toBe('The list has ~40 members');
    await expect
      .poll(() => title.innerText(), { timeout: 15_000 })
      .toBe('The list has 536 members');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.present').getAttribute('id')).toBe('bars');
    expect(await bar(page).count()).toBe(0);
    await page.keyboard.press('t');
    await bar(page).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('.present').getAttribute('id')).toBe('table');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => title.innerText()).toBe('Teams of 536');
    await page.context().close();
  });

  test('says what cannot move, and dims it', async () => {
    const page = await open('now/#/code');
    await page.keyboard.press('t');
    await expect
      .poll(() => bar(page).locator('.time-note').innerText())
      .toBe('1 of 2 figures move');
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.present [data-still]').count()).toBe(1);
    await page.keyboard.press('t');
    await expect.poll(() => page.locator('[data-still]').count()).toBe(0);
    await page.context().close();
  });

  test('the speaker moves it in the room, and knows which date is shown', async () => {
    const page = await open('now/#/figure');
    const speaker = await openSpeaker(page);
    await speaker.keyboard.press('t');
    await bar(page).waitFor();
    await speaker.keyboard.press('Home');
    await expect.poll(() => signs(speaker)).toContain('The room sees data as of 1 March 2020');
    await speaker.keyboard.press(' ');
    await expect.poll(() => page.locator('.time-play').getAttribute('aria-label')).toBe('Pause');
    await speaker.keyboard.press('Escape');
    await bar(page).waitFor({ state: 'detached' });
    await expect.poll(() => signs(speaker)).not.toContain('as of');
    await speaker.keyboard.press('?');
    await expect.poll(() => speaker.locator('dialog.help').innerText()).toContain('Earlier dates');
    await page.context().close();
  });

  test('is not in other talks, and no page has rows after its day', async () => {
    const page = await open('dated/');
    await page.keyboard.press('t');
    await page.keyboard.press('?');
    await page.locator('dialog.help').waitFor();
    expect(await page.locator('dialog.help').innerText()).not.toContain('Earlier dates');
    expect(await bar(page).count()).toBe(0);
    for (const talk of ['now/', 'dated/'])
      expect(
        await (await page.request.get(new URL(`../${talk}`, page.url()).href)).text(),
      ).not.toContain('98765');
    await page.context().close();
  });
});

describe('dates', () => {
  test('are the first steps of their slide, forward and back', async () => {
    const page = await open('dated/#/dated');
    const read = async () => {
      const slide = page.locator('.present');
      const [title, day, sources] = await Promise.all(
        ['.slide-title', '.day-shown', '.sources'].map((part) => slide.locator(part).innerText()),
      );
      return `${title} | ${day} | ${sources} | ${await slide.locator('li.visible').count()}`;
    };
    const states = [
      '118 members | As of 1 April 2021 | Source: The list, as of March 2021 | 0',
      '310 members | As of 1 June 2022 | Source: The list, as of March 2022 | 0',
      '536 members | As of 18 September 2024 | Source: The list, as of March 2024 | 0',
      '536 members | As of 18 September 2024 | Source: The list, as of March 2024 | 1',
    ];
    for (const state of states) {
      await expect.poll(read).toBe(state);
      await page.keyboard.press('ArrowRight');
    }
    for (const state of states.toReversed().slice(1)) {
      await page.keyboard.press('ArrowLeft');
      await expect.poll(read).toBe(state);
    }
    await page.keyboard.press('o');
    await expect.poll(() => page.locator('#dated .slide-title').innerText()).toBe('536 members');
    await page.context().close();
  });

  test('are pages of their own in print with steps, and else the last one', async () => {
    const read = async (address: string) => {
      const page = await open(address);
      const titles = await page.locator('.slide[data-days] .slide-title').allInnerTexts();
      await page.context().close();
      return titles;
    };
    expect(await read('dated/?print')).toEqual(['536 members']);
    expect(await read('dated/?print&steps')).toEqual([
      '118 members',
      '310 members',
      '536 members',
      '536 members',
    ]);
  });

  test.each([true, false])(
    'a page to read says which others there are (script: %s)',
    async (javaScriptEnabled) => {
      const page = await stage.open('dated/?read', { javaScriptEnabled });
      const slide = page.locator('#dated');
      expect(await slide.locator('.slide-title').innerText()).toBe('536 members');
      expect(await slide.locator('.days-before').innerText()).toBe(
        'In the talk, this slide also shows its data as of 1 April 2021 and 1 June 2022.',
      );
      await page.context().close();
    },
  );
});

/** Reports whether all blocks of the current slide are drawn. */
function isDrawn(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const blocks = document.querySelectorAll<HTMLElement & { ready?: Promise<void> }>(
      '.present [data-block]',
    );
    await Promise.all([...blocks].map(({ ready }) => ready));
    return true;
  });
}
