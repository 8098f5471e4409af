import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'playwright-core';

/** How a page on paper differs from a picture of the screen. */
export interface Difference {
  /** Share of the picture that differs by more than edges of letters do. */
  share: number;
  /** Whether the page shows nothing but one colour. */
  isBlank: boolean;
}

/** Draws pages of a PDF and holds them against pictures. */
export interface Paper extends AsyncDisposable {
  /** Takes up a PDF; gives the number of its pages. */
  read(pdf: Buffer): Promise<number>;
  /** Compares a page, counted from 1, with a picture as PNG. */
  compare(page: number, png: Buffer): Promise<Difference>;
}

const ORIGIN = 'https://paper.invalid';
/** Small enough to blur the edges of letters, large enough to see a word that is missing or moved. */
const SIZE = { width: 160, height: 90 };
const TOLERANCE = 48;

/* pdf.js and the comparison run within the browser: pixels are too many to be sent about. */
const PAGE = `<!doctype html><title>Paper</title><script type="module">
import { getDocument } from '/pdfjs.mjs';
const { width, height } = ${JSON.stringify(SIZE)};
const shrink = (source) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
};
const drawPage = async (number) => {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 2 / 3 });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvasContext: canvas.getContext('2d'), canvas, viewport }).promise;
  return shrink(canvas);
};
const drawPicture = async (base64) => {
  const blob = await (await fetch('data:image/png;base64,' + base64)).blob();
  return shrink(await createImageBitmap(blob));
};
const differ = (a, at, b, other) =>
  [0, 1, 2].some((part) => Math.abs(a[at + part] - b[other + part]) > ${TOLERANCE});
let pdf;
globalThis.readPdf = async () => {
  const bytes = await (await fetch('/file.pdf')).arrayBuffer();
  pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  return pdf.numPages;
};
globalThis.comparePage = async (number, base64) => {
  const [page, picture] = await Promise.all([drawPage(number), drawPicture(base64)]);
  let different = 0;
  let isBlank = true;
  for (let at = 0; at < page.length; at += 4) {
    if (differ(page, at, picture, at)) different++;
    if (differ(page, at, page, 0)) isBlank = false;
  }
  return { share: different / (width * height), isBlank };
};
</script>`;

/** Opens a page that draws PDFs with pdf.js. */
export async function openPaper(browser: Browser): Promise<Paper> {
  const page = await browser.newPage();
  const entry = createRequire(import.meta.url).resolve('unpdf');
  const library = readFileSync(path.join(path.dirname(entry), 'pdfjs.mjs'));
  let file = Buffer.alloc(0);
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
    const isLibrary = pathname === '/pdfjs.mjs';
    const contentType = isLibrary ? 'text/javascript' : 'application/pdf';
    return route.fulfill({ contentType, body: isLibrary ? library : file });
  });
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction('globalThis.comparePage');
  return {
    read: (pdf) => {
      file = Buffer.from(pdf);
      return page.evaluate<number>('readPdf()');
    },
    compare: (number, png) =>
      page.evaluate<Difference>(`comparePage(${number}, '${png.toString('base64')}')`),
    [Symbol.asyncDispose]: () => page.close(),
  };
}
