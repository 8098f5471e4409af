import { expect, test } from 'vitest';
import type { TalkMeta } from '../../../../src/talk/model/talk.ts';
import { finishPdf, type FinishedTalk } from '../../../../src/node/pdf/pdf-finish.ts';
import { readPdf as openPdf } from '../../../../src/node/pdf/pdf-file.ts';
import { META as PLAIN } from '../../../support/meta.ts';
import { readPdf, type ReadPdf } from '../../../support/pdf.ts';

const META: TalkMeta = {
  ...PLAIN,
  title: 'Rust for Linux',
  subtitle: 'A status',
  speaker: 'Zoë',
  event: 'LPC 2024',
  place: 'Vienna',
  duration: 45,
  language: 'en-GB',
};

const TALK: FinishedTalk = {
  meta: META,
  asOf: '2024-09-01',
  slides: [
    {
      id: 'cover',
      title: 'Rust for Linux',
      layout: 'cover',
      section: null,
      number: null,
      steps: 0,
      notes: '',
    },
    {
      id: 'kernel',
      title: 'Kernel',
      layout: 'section',
      section: null,
      number: 1,
      steps: 0,
      notes: '',
    },
    {
      id: 'releases',
      title: 'Releases',
      layout: 'default',
      section: 'Kernel',
      number: 2,
      steps: 0,
      notes: '',
    },
  ],
};

test('names title, author, subject, keywords and the day of the talk', async () => {
  const { info } = await finish();
  expect(info).toMatchObject({
    Title: 'Rust for Linux',
    Author: 'Zoë',
    Subject: 'A status',
    Keywords: 'LPC 2024, Vienna, Kernel',
    Creator: 'Rostrum',
    Producer: 'Skia/PDF m143',
    CreationDate: 'D:20240918000000Z',
  });
});

test('takes the as-of date where the talk has no date of its own', async () => {
  const { info } = await finish({ ...TALK, meta: { ...META, date: null } });
  expect(info['CreationDate']).toBe('D:20240901000000Z');
});

test('keeps pages and tags, and says the language', async () => {
  const { info, pages } = await finish();
  expect(info['Language']).toBe('en-GB');
  expect(pages.map(({ tags }) => tags)).toEqual([['TH'], [], []]);
});

test('nests bookmarks by section', async () => {
  expect((await finish()).bookmarks).toEqual([
    { title: 'Rust for Linux', items: [] },
    { title: 'Kernel', items: [{ title: 'Releases', items: [] }] },
  ]);
});

test('calls pages by the numbers on the slides, and the others by their ids', async () => {
  expect((await finish()).labels).toEqual(['cover', '1', '2']);
});

test('says so when a slide spilled onto a second page', () => {
  const talk = { ...TALK, slides: TALK.slides.slice(1) };
  const printed = browserPdf({ node: 1, printed: '20260101120000' });
  expect(() => finishPdf(openPdf(printed), talk)).toThrow(
    'The browser printed 3 pages for the 2 slides',
  );
});

test('gives the same bytes whatever the browser counted and whenever it printed', () => {
  const first = finishPdf(openPdf(browserPdf({ node: 198, printed: '20260101120000' })), TALK);
  const second = finishPdf(openPdf(browserPdf({ node: 3071, printed: '20270202130000' })), TALK);
  expect(first.equals(second)).toBe(true);
});

test('refuses what is not a PDF of a browser', () => {
  expect(() => openPdf(Buffer.from('%PDF-1.4\nnothing'))).toThrow('cross-reference');
});

function finish(talk = TALK): Promise<ReadPdf> {
  return readPdf(finishPdf(openPdf(browserPdf({ node: 7, printed: '20260101120000' })), talk));
}

/** Writes three empty tagged pages the way Chromium does. */
function browserPdf({ node, printed }: { node: number; printed: string }): Buffer {
  const name = (offset: number): string => `(node${String(node + offset).padStart(8, '0')})`;
  const page = '<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 960 540]\n/Contents 7 0 R>>';
  const bodies = [
    `<</Title (Deck)\n/Creator (Chromium)\n/Producer (Skia/PDF m143)\n/CreationDate (D:${printed}+00'00')>>`,
    '<</Type /Pages\n/Count 3\n/Kids [3 0 R 6 0 R]>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]\n/Parent 2 0 R>>',
    page.replace('/Parent', '/StructParents 0\n/Parent'),
    page,
    page,
    '<</Length 3>> stream\nq Q\nendstream',
    '<</Type /StructTreeRoot\n/K 9 0 R\n/ParentTree <</Nums [0 [9 0 R]]>>\n/IDTree 10 0 R>>',
    `<</Type /StructElem\n/S /TH\n/P 8 0 R\n/Pg 4 0 R\n/K 0\n/ID ${name(0)}>>`,
    `<</Limits [${name(0)} ${name(3)}]\n/Names [${name(0)} 9 0 R ${name(3)} 9 0 R]>>`,
    '<</Type /Catalog\n/Pages 2 0 R\n/MarkInfo <</Marked true>>\n/StructTreeRoot 8 0 R\n/Lang (en)>>',
  ];
  return assemble(bodies);
}

function assemble(bodies: string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<</Size ${bodies.length + 1}\n/Root ${bodies.length} 0 R\n/Info 1 0 R>>\n`;
  return Buffer.from(`${text}${table}${trailer}startxref\n${text.length}\n%%EOF`, 'latin1');
}
