import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createMischief, MOST } from '../support/mischief.ts';
import { openLiveStage } from '../support/live.ts';

/** Two minutes take too long for every day: `ROSTRUM_LIVE_SECONDS=120` has them. */
const SECONDS = Number(process.env['ROSTRUM_LIVE_SECONDS'] ?? 12);
const SEED = Number(process.env['ROSTRUM_LIVE_SEED'] ?? 2024);

const TYPES = ['line', 'area', 'bar', 'column', 'dot', 'slope'] as const;

/** Every chart of one dataset on one slide, with a figure, a table and a value. */
function renderSlide(data: string): string {
  const draw = (type: string): string =>
    `\`\`\`chart\ndata: ${data}\ntype: ${type}\nx: asOf\ny: people\n\`\`\`\n`;
  const stacked = `\`\`\`chart\ndata: ${data}\ntype: stacked\nx: asOf\ny: [people, others]\n\`\`\`\n`;
  const figure = `\`\`\`figure\ndata: ${data}\nvalue: people\n\`\`\`\n`;
  const table = `\`\`\`table\ndata: ${data}\ncolumns: [asOf, people]\nlimit: 3\n\`\`\`\n`;
  const columns = [
    [...TYPES.slice(0, 3).map(draw)],
    [...TYPES.slice(3).map(draw)],
    [stacked, figure, table],
  ].map((blocks) => `::: column\n\n${blocks.join('\n')}\n:::\n`);
  return `# ${data}\n\n{{ ${data}.people }}\n\n::: columns\n\n${columns.join('\n')}\n:::\n`;
}

const RECIPE = `import { defineDataset, v } from 'rostrum';
const count = v.nullable(v.pipe(v.number(), v.integer()));
export default defineDataset({
  schema: v.object({ asOf: v.string(), people: count, others: count }),
  ranges: { people: [0, ${MOST}], others: [0, ${MOST}] },
});
`;

test(
  `${SECONDS} seconds of mischief show no wrong or older value, and end at the newest`,
  async () => {
    const mischief = createMischief(SEED);
    await using stage = await openLiveStage((base) => ({
      'slides/talks/all.md': `---\ntitle: All\n---\n\n${renderSlide('asked')}\n\n---\n\n${renderSlide('told')}`,
      'data/asked.json': mischief.datasetWith({ interval: '1s', url: `${base}asked.json` }),
      'data/told.json': mischief.datasetWith({ interval: '1s', stream: `${base}told` }),
      'data/asked.ts': RECIPE,
      'data/told.ts': RECIPE,
    }));
    const { page, errors, close } = await stage.open('all/', {
      '/asked.json': mischief.answer,
      '/told': mischief.stream,
    });
    await watchValues(page);
    for (let second = 0; second < SECONDS; second += 2) {
      await page.waitForTimeout(2000);
      await page.keyboard.press(second % 4 === 0 ? 'ArrowRight' : 'ArrowLeft');
    }
    const newest = mischief.behave();
    await page
      .locator('#told rostrum-value', { hasText: String(newest) })
      .waitFor({ state: 'attached', timeout: 40_000 });
    await page
      .locator('#asked rostrum-value', { hasText: String(newest) })
      .waitFor({ state: 'attached', timeout: 40_000 });
    const { wrong, drawn } = await readSeen(page);
    expect(wrong).toEqual([]);
    expect(drawn).toBeGreaterThan(SECONDS);
    expect(errors).toEqual([]);
    expect(await page.locator('.problem').count()).toBe(0);
    await close();
  },
  (SECONDS + 60) * 1000,
);

interface Seen {
  wrong: string[];
  drawn: number;
}

/** Looks at every change of the page: values never go back, and no figure is one that should not be there. */
function watchValues(page: Page): Promise<void> {
  return page.evaluate((most) => {
    const seen: Seen & { last: Record<string, number> } = { wrong: [], drawn: 0, last: {} };
    Object.assign(globalThis, { seen });
    const look = (): void => {
      for (const value of document.querySelectorAll<HTMLElement>('rostrum-value')) {
        const name = value.dataset['expr'] ?? '';
        const number = Number((value.textContent ?? '').replace(/\D/g, ''));
        const last = seen.last[name] ?? 0;
        if (number < last) seen.wrong.push(`${name}: ${last}, then ${number}`);
        if (number > last) seen.drawn += 1;
        seen.last[name] = number;
      }
      const texts = document.querySelectorAll('.slides svg text, .slides td, .figure-number');
      for (const { textContent } of texts) {
        const digits = (textContent ?? '').replace(/[^\d-]/g, '');
        const isDate = /[A-Za-z]|^\d{4}-/.test(textContent ?? '');
        if (!isDate && Number(digits) > most) seen.wrong.push(String(textContent));
        if (/undefined|NaN|null/.test(textContent ?? '')) seen.wrong.push(String(textContent));
      }
    };
    new MutationObserver(look).observe(document.querySelector('.slides') ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }, MOST);
}

function readSeen(page: Page): Promise<Seen> {
  return page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
}
