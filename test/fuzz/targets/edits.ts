import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createTerminal } from '../../../src/node/terminal.ts';
import { openStage, type Stage } from '../../support/deck.ts';
import { VECTORS } from '../../support/vectors.ts';
import { makeEdit, makeSample, type Edit } from '../project.ts';
import type { Random } from '../random.ts';
import { faultOf, type Target } from '../target.ts';
import { findIntruder, trapPage } from '../traps.ts';

/** A project that is edited while a page of `rostrum dev` shows it. */
interface Session {
  texts: Record<string, string>;
  view: string;
  edits: Edit[];
}

const TALK = 'slides/talks/talk.md';
const VIEWS = ['', '', 'overview', '?read', '?print'];
const MAX_EDITS = 3;
/** A page has an edit by then, on a busy machine too. */
const ARRIVED_MS = 8000;
const LOOK_MS = 100;

/** Projects with ways to run script on their slides, edited in dev while a page shows them. */
export const EDITS: Target = {
  name: 'edits',
  of: 'projects edited in dev',
  make: makeSession,
  async open() {
    const stream = { write: () => undefined };
    const terminal = createTerminal({ out: stream, err: stream, env: {} });
    const stage = await openStage({ [TALK]: '# A\n' }, { terminal });
    // The first page is slow, for Vite makes the browser's code ready.
    await (await stage.open('talk/')).context().close();
    return {
      judge: (input) => judge(stage, input as Session),
      [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
    };
  },
};

function makeSession(random: Random): Session {
  const { texts } = makeSample(random);
  const vectors = random.many(3, () => `# Vector\n\n${random.pick(VECTORS)}`);
  texts[TALK] = [texts[TALK] ?? '', ...vectors].join('\n\n---\n\n');
  const edits: Edit[] = [];
  const current = { ...texts };
  for (let count = random.below(MAX_EDITS); count >= 0; count--) {
    const edit = random.chance(0.4) ? moveSlides(random, current) : makeEdit(random, current);
    edits.push(edit);
    current[edit.file] = edit.text;
  }
  return { texts, view: random.pick(VIEWS), edits };
}

/** Puts the slides of the talk in another order, or leaves one out. */
function moveSlides(random: Random, texts: Readonly<Record<string, string>>): Edit {
  const slides = (texts[TALK] ?? '').split('\n---\n');
  const [slide = ''] = slides.splice(random.below(slides.length), 1);
  if (random.chance(0.7)) slides.splice(random.below(slides.length + 1), 0, slide);
  return { file: TALK, text: slides.join('\n---\n') };
}

async function judge(stage: Stage, { texts, view, edits }: Session): Promise<string | null> {
  for (const folder of ['slides', 'data', 'assets'])
    rmSync(path.join(stage.root, folder), { recursive: true, force: true });
  for (const [file, text] of Object.entries(texts)) stage.write(file, text);
  let faults: string[] = [];
  const prepare = async (page: Page): Promise<void> => {
    faults = await trapPage(page);
  };
  const address = `talk/${view.startsWith('?') ? view : ''}`;
  const pages: Page[] = [];
  try {
    const page = await stage.open(address, { prepare });
    pages.push(page);
    if (view === 'overview') await page.keyboard.press('o');
    for (const { file, text } of edits) {
      stage.write(file, text);
      await page.waitForTimeout(LOOK_MS);
    }
    const fresh = await stage.open(address, { prepare });
    pages.push(fresh);
    const fault = await compare(page, fresh);
    return faults[0] ?? fault ?? (await findIntruder(page));
  } catch (error) {
    return faults[0] ?? faultOf(error);
  } finally {
    for (const page of pages) await page.context().close();
  }
}

/** Waits until a page shows what a fresh one does; returns what differs. */
async function compare(page: Page, fresh: Page): Promise<string | null> {
  const end = Date.now() + ARRIVED_MS;
  for (;;) {
    const [shown, wanted] = [await readSlides(page), await readSlides(fresh)];
    const at = shown.findIndex((slide, index) => slide !== wanted[index]);
    if (at < 0 && shown.length === wanted.length) return null;
    const place = at < 0 ? shown.length : at;
    if (Date.now() > end) return `differs from a fresh page: ${shown[place]} / ${wanted[place]}`;
    await page.waitForTimeout(LOOK_MS);
  }
}

/** Reads what a page shows: its slides in order, with their words and the elements on them. */
async function readSlides(page: Page): Promise<string[]> {
  // A page of the print or reading view loads again after an edit.
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll('.slides section.slide')];
    const current = slides.filter((slide) => slide.classList.contains('present')).length;
    const words = slides.map((slide) => {
      const copy = slide.cloneNode(true) as Element;
      // What is drawn depends on which slides were near.
      for (const drawn of copy.querySelectorAll('.drawn, svg, pre')) drawn.remove();
      const names = [...copy.querySelectorAll('*')].map(({ localName }) => localName);
      return `${slide.id} ${copy.textContent.replaceAll(/\s+/g, ' ')} ${names.join(' ')}`;
    });
    return [...words, `${Math.min(current, 2)} current`];
  });
}
