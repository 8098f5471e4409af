import path from 'node:path';
import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { buildClient, readClientFile } from '../../src/node/client/client.ts';
import { launchBrowser, openDrawn, watchPage } from '../support/browser.ts';
import type { Drawing } from './drawing.ts';
import { fault, type Fault } from './fault.ts';
import { toItem } from './item.ts';
import type { PageDrawing } from './page/page.ts';

/** What became of one drawing. */
export interface Verdict {
  drawing: Drawing;
  /** Codes of the problems that the compiler reports. */
  reported: string[];
  /** False where an error is shown in its place. */
  isDrawn: boolean;
  faults: Fault[];
  /** How many labels it has. */
  labels: number;
}

/** A page that judges drawings. */
export interface DrawingJudge extends AsyncDisposable {
  page: Page;
  judge(drawings: readonly Drawing[]): Promise<Verdict[]>;
  /** Shows drawings, to look at them. */
  show(drawings: readonly Drawing[]): Promise<void>;
  /** Judges drawings as they are shown. */
  measure(drawings: readonly Drawing[]): Promise<Fault[][]>;
}

const ROOT = path.resolve('test/drawings');
const BATCH = 40;
/** No server listens there: the page's requests are answered from memory. */
const ORIGIN = 'http://127.0.0.1/';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const PAGE = `<!doctype html>
<html lang="en" class="print" data-theme="rostrum" data-mode="light">
  <head>
    <meta charset="utf-8" />
    <title>Generated drawings</title>
    <link rel="stylesheet" href="style.css" />
    <style>
      /* Nothing on a slide changes the layout of another. */
      .slide { contain: strict; }
      .drawn > .chart-data { display: none; }
    </style>
  </head>
  <body>
    <div class="reveal"><div class="slides"></div></div>
    <script type="module" src="page.js"></script>
  </body>
</html>
`;

/** Opens the one page on which all drawings are judged. */
export async function openJudge({ scale = 0.25 } = {}): Promise<DrawingJudge> {
  const [script, client] = await Promise.all([bundlePage(), buildClient()]);
  const browser = await launchBrowser();
  const options = { deviceScaleFactor: scale, reducedMotion: 'reduce' } as const;
  const { page, troubles } = await watchPage(browser, options);
  await page.route(`${ORIGIN}**`, async (route) => {
    const name = route.request().url().slice(ORIGIN.length);
    const contentType = TYPES[path.extname(name)] ?? 'font/woff2';
    const own: Record<string, string> = { 'index.html': PAGE, 'page.js': script };
    const body = own[name] ?? readClientFile(client, name);
    await (body === null ? route.abort() : route.fulfill({ body, contentType }));
  });
  await openDrawn(page, `${ORIGIN}index.html`);
  return {
    page,
    async judge(drawings) {
      const verdicts: Verdict[] = [];
      for (let at = 0; at < drawings.length; at += BATCH) {
        verdicts.push(...(await judgeTroubles(page, drawings.slice(at, at + BATCH), troubles)));
      }
      return verdicts;
    },
    async show(drawings) {
      const [first] = drawings;
      const items = drawings.flatMap((drawing, index) => toItem(drawing, index).item ?? []);
      await page.evaluate(
        ([text = '', language = '']) =>
          window.showDrawings(JSON.parse(text) as PageDrawing[], language).then(() => undefined),
        [JSON.stringify(items), first?.language ?? 'en'],
      );
    },
    async measure(drawings) {
      const results = await page.evaluate(
        (text) => window.measureDrawings(JSON.parse(text) as Drawing[]),
        JSON.stringify(drawings),
      );
      return results.map(({ faults }) => faults);
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
    },
  };
}

/** Bundles the page's script, in memory. */
async function bundlePage(): Promise<string> {
  const bundle = await rolldown({
    input: path.join(ROOT, 'page/page.ts'),
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

/** Judges drawings; what the browser reports while it draws is a fault of the drawing. */
async function judgeTroubles(
  page: Page,
  drawings: readonly Drawing[],
  troubles: string[],
): Promise<Verdict[]> {
  const verdicts = await judgeBatch(page, drawings);
  const [trouble] = troubles.splice(0);
  if (trouble === undefined) return verdicts;
  const [only] = verdicts;
  if (only && verdicts.length === 1) {
    return [{ ...only, faults: [...only.faults, fault('not-drawn', trouble)] }];
  }
  const each: Verdict[] = [];
  for (const drawing of drawings) each.push(...(await judgeTroubles(page, [drawing], troubles)));
  return each;
}

async function judgeBatch(page: Page, drawings: readonly Drawing[]): Promise<Verdict[]> {
  const verdicts = drawings.map((drawing, index) => ({
    ...toItem(drawing, index),
    drawing,
    faults: [] as Fault[],
    labels: 0,
  }));
  for (const language of new Set(drawings.map((drawing) => drawing.language))) {
    const own = verdicts.filter(({ item, drawing }) => item && drawing.language === language);
    const items = own.flatMap(({ item }) => item ?? []);
    if (items.length === 0) continue;
    const results = await page.evaluate(
      // Text is sent much faster than values.
      ([text = '', own = '']) => window.judgeDrawings(JSON.parse(text) as PageDrawing[], own),
      [JSON.stringify(items), language],
    );
    own.forEach((verdict, index) => Object.assign(verdict, results[index]));
  }
  return verdicts.map(({ item, refused, faults, ...verdict }) => ({
    ...verdict,
    faults: [...refused, ...faults],
    isDrawn: item !== null,
  }));
}
