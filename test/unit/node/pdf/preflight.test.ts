import {
  PDFArray,
  PDFDocument,
  PDFName,
  StandardFonts,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import {
  readContent,
  type ContentFacts,
  type ContentNames,
} from '../../../../src/node/pdf/pdf-content.ts';
import { readPdfFacts, type PdfFacts } from '../../../../src/node/pdf/pdf-facts.ts';
import { preflight, VENUES } from '../../../../src/node/pdf/preflight.ts';

const SCREEN: [number, number] = [960, 540];
const GOOD: PdfFacts = {
  bytes: 700_000,
  title: 'A talk',
  language: '(en)',
  isTagged: true,
  pages: Array.from({ length: 3 }, () => ({
    width: 960,
    height: 540,
    bytes: 20_000,
    fonts: [{ name: 'IBMPlexSans', isEmbedded: true, isType3: false }],
    isTagged: true,
    paths: 100,
    images: 0,
    letters: 60,
    text: 400,
  })),
};

const codes = (facts: PdfFacts): string[] => preflight(facts, VENUES.bbb).map(({ code }) => code);
const messages = (facts: PdfFacts): string[] =>
  preflight(facts, VENUES.bbb).map(({ message }) => message);

function change(page: number, part: Partial<PdfFacts['pages'][number]>): PdfFacts {
  const pages = GOOD.pages.map((facts, index) => (index === page ? { ...facts, ...part } : facts));
  return { ...GOOD, pages };
}

test('has nothing to say about a good file', () => {
  expect(codes(GOOD)).toEqual([]);
});

test('refuses files that are too large or too long', () => {
  expect(messages({ ...GOOD, bytes: 30_000_001 })).toEqual([
    'The file has 30,000,001 bytes; BigBlueButton takes 30,000,000.',
  ]);
  const pages = Array.from({ length: 201 }, () => GOOD.pages[0]).flatMap((page) => page ?? []);
  expect(messages({ ...GOOD, pages })).toEqual([
    'The file has 201 pages; BigBlueButton takes 200.',
  ]);
});

test('refuses large pages, but only in large files', () => {
  const facts = change(1, { bytes: 2_000_001 });
  expect(codes(facts)).toEqual([]);
  expect(codes({ ...facts, bytes: 14_000_001 })).toEqual(['pdf-page-too-large']);
});

test('lists the pages that become pictures', () => {
  expect(messages(change(1, { paths: 741 }))).toEqual([
    'Page 2 has up to 801 shapes or images; above 800 BigBlueButton shows a picture instead.',
  ]);
  expect(codes(change(0, { images: 801 }))).toEqual(['pdf-page-bitmap']);
  const font = { name: 'Emoji', isEmbedded: true, isType3: true };
  expect(codes(change(2, { fonts: [font] }))).toEqual(['pdf-type3-font']);
});

test('lists what readers miss', () => {
  expect(codes({ ...GOOD, title: null, isTagged: false, language: null })).toEqual([
    'pdf-no-title',
    'pdf-no-tags',
    'pdf-no-language',
  ]);
  expect(codes(change(0, { text: 0 }))).toEqual(['pdf-no-text']);
  expect(codes(change(0, { isTagged: false }))).toEqual(['pdf-page-not-tagged']);
  expect(codes(change(2, { width: 595, height: 842 }))).toEqual(['pdf-page-size']);
  const font = { name: 'Helvetica', isEmbedded: false, isType3: false };
  expect(messages(change(0, { fonts: [font] }))).toEqual([
    'Page 1 has fonts that are not in the file (Helvetica); others replace them.',
  ]);
});

test('takes slides and sheets of paper, as long as all are alike', () => {
  const sized = (width: number, height: number): PdfFacts => ({
    ...GOOD,
    pages: GOOD.pages.map((page) => ({ ...page, width, height })),
  });
  for (const [width, height] of [
    [1024, 768],
    [594.96, 841.92],
    [841.92, 594.96],
    [612, 792],
  ] as const) {
    expect(codes(sized(width, height)), `${width} x ${height}`).toEqual([]);
  }
  expect(codes(sized(600, 600))).toEqual(['pdf-page-size']);
  expect(codes(sized(300, 424))).toEqual(['pdf-page-size']);
});

test('names pages in stretches', () => {
  const [page] = GOOD.pages;
  const pages = [0, 1, 2, 3, 4, 5].flatMap((index) =>
    page ? [{ ...page, text: [0, 2, 3, 4].includes(index) ? 0 : 9 }] : [],
  );
  expect(messages({ ...GOOD, pages })[0]).toMatch(/^Pages 1 and 3-5 have no text/);
});

test('counts shapes, images and different letters of a content stream', () => {
  expect(count('q 0 0 1 1 re f 1 1 m 2 2 l S W n BT /F1 12 Tf (a\\(ba) Tj ET Q % S f')).toEqual({
    paths: 2,
    images: 0,
    letters: 4,
    text: 4,
  });
  expect(count('BT /F2 9 Tf [<00410042> -12 <0041>] TJ ET')).toMatchObject({ letters: 3, text: 3 });
  expect(count('BI /W 1 ID fSfS EI /X1 Do')).toEqual({ paths: 0, images: 2, letters: 0, text: 0 });
});

test('counts a letter once in each of its sizes, and in forms as on the page', () => {
  const text = 'BT /F1 12 Tf (ab) Tj ET';
  expect(count(`${text} q 1 0 0 1 9 9 cm ${text} Q`).letters).toBe(3);
  expect(count(`${text} q .5 0 0 .5 9 9 cm ${text} Q ${text}`).letters).toBe(6);
  const draw: ContentNames['draw'] = (_, state) => readContent(text, NAMES, state);
  expect(readContent(`${text} /X1 Do /X1 Do`, { ...NAMES, draw }).letters).toBe(3);
});

test('counts the shape that something is cut to with each thing, unless it is a rectangle', () => {
  const things = '0 0 1 1 re f BT /F1 12 Tf (a) Tj (a) Tj ET';
  expect(count(`q 0 0 9 9 re W n ${things} Q`).paths).toBe(1);
  expect(count(`q 0 0 m 9 0 l 9 9 l 0 9 l h W n ${things} Q`).paths).toBe(1);
  expect(count(`q 0 0 m 9 1 l 8 9 l h W n ${things} Q ${things}`).paths).toBe(8);
  expect(count(`q 0 0 m 1 2 3 4 5 6 c h W n ${things} Q`).paths).toBe(7);
});

const NAMES: ContentNames = {
  fontOf: (id) => ({ id, width: id === 'F2' ? 2 : 1 }),
  draw: () => ONE,
};
const count = (content: string): ContentFacts => readContent(content, NAMES);

const ZERO = { paths: 0, images: 0, letters: 0, text: 0 };
const ONE = { ...ZERO, images: 1 };

test('finds in a bad file all that is bad', async () => {
  const file = await PDFDocument.create();
  const helvetica = await file.embedFont(StandardFonts.Helvetica);
  file.addPage(SCREEN).drawText('Hello', { font: helvetica });
  drawLines(file.addPage(SCREEN), 801);
  addType3(file, file.addPage([595, 842]));
  const facts = await readPdfFacts(await file.save());
  expect(facts.pages.map(({ paths, letters, text }) => [paths, letters, text])).toEqual([
    [0, 5, 5],
    [801, 0, 0],
    [0, 2, 1],
  ]);
  expect(facts.pages[2]?.fonts).toEqual([{ name: 'Drawn', isEmbedded: true, isType3: true }]);
  expect(messages(facts).map((message) => message.split(/ (?:has|have|is|does) /)[0])).toEqual([
    'The file',
    'The file',
    'The file',
    'Page 3',
    'Page 2',
    'Page 1',
    'Page 2',
    'Page 3',
  ]);
});

test('counts what forms draw, and the bytes that a page needs', async () => {
  const inner = await PDFDocument.create();
  drawLines(inner.addPage(SCREEN), 30);
  const file = await PDFDocument.create();
  const [form] = await file.embedPdf(await inner.save());
  const page = file.addPage(SCREEN);
  if (form) {
    page.drawPage(form);
    page.drawPage(form);
  }
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  file.addPage(SCREEN).drawImage(await file.embedPng(png));
  const { pages } = await readPdfFacts(await file.save());
  expect(pages.map(({ paths, images }) => [paths, images])).toEqual([
    [60, 0],
    [0, 1],
  ]);
  expect(pages[0]?.bytes).toBeGreaterThan(200);
  expect(pages[0]?.bytes).toBeLessThan(4000);
});

test('refuses what is no PDF', async () => {
  await expect(readPdfFacts(Buffer.from('Hello'))).rejects.toThrow();
});

function drawLines(page: PDFPage, count: number): void {
  for (let index = 0; index < count; index++) {
    page.drawLine({ start: { x: index, y: 0 }, end: { x: index, y: 100 } });
  }
}

function addType3({ context }: PDFDocument, page: PDFPage): void {
  const glyph = context.register(context.stream('0 0 500 500 re f'));
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type3',
    Name: 'Drawn',
    FontBBox: [0, 0, 500, 500],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: { a: glyph },
    Encoding: { Type: 'Encoding', Differences: [97, 'a'] },
    FirstChar: 97,
    LastChar: 97,
    Widths: [500],
  });
  const name = page.node.newFontDictionary('T3', context.register(font));
  const content = context.stream(`BT ${name} 24 Tf 50 50 Td (a) Tj ET`);
  page.node.set(PDFName.of('Contents'), PDFArray.withContext(context));
  page.node.addContentStream(context.register(content));
}

/** A file with one page that draws the form `F`, whose content draws its own `F`. */
async function withForms(build: (file: PDFDocument) => PDFRef): Promise<PdfFacts> {
  const file = await PDFDocument.create();
  const page = file.addPage(SCREEN);
  page.node.set(PDFName.of('Resources'), file.context.obj({ XObject: { F: build(file) } }));
  const content = file.context.register(file.context.stream('/F Do'));
  page.node.set(PDFName.of('Contents'), content);
  return readPdfFacts(await file.save());
}

const formOf = (file: PDFDocument, content: string, inner?: PDFRef) =>
  file.context.stream(content, {
    Subtype: 'Form',
    ...(inner && { Resources: { XObject: { F: inner } } }),
  });

test('leaves out forms that draw themselves, and gives up on forms that draw more than can be drawn', async () => {
  const self = await withForms((file) => {
    const own = file.context.nextRef();
    file.context.assign(own, formOf(file, '0 0 m 1 1 l S /F Do /F Do', own));
    return own;
  });
  expect(self.pages[0]?.paths).toBe(1);
  const tree = withForms((file) => {
    let form = file.context.register(formOf(file, '0 0 m 1 1 l S'));
    for (let level = 0; level < 8; level++) {
      form = file.context.register(formOf(file, '/F Do '.repeat(60), form));
    }
    return form;
  });
  await expect(tree).rejects.toThrow('it draws more than can be looked through');
});
