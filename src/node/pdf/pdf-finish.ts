import type { IsoDate } from '../../talk/model/dataset.ts';
import { directionOf } from '../../talk/html/direction.ts';
import type { Slide, TalkMeta } from '../../talk/model/talk.ts';
import { MachineError } from '../errors.ts';
import { markArtifacts } from './pdf-artifacts.ts';
import { addOutline, type Add } from './pdf-bookmarks.ts';
import { makeOutline, type OutlineSlide } from './pdf-outline.ts';
import type { NotesOptions } from './pdf-annotate.ts';
import { listPages, type PagedSlide, type PrintedPage } from '../print/printed-pages.ts';
import {
  findReference,
  hasStream,
  listPages as listPageObjects,
  readPdf,
  readText,
  type PdfFile,
} from './pdf-file.ts';
import { pdfDate, pdfText } from './pdf-text.ts';
import { writePdf } from './pdf-write.ts';
import { drawShadings } from './shadings.ts';

/** What of a talk its PDF says about itself. */
export interface FinishedTalk {
  meta: TalkMeta;
  asOf: IsoDate;
  slides: readonly (OutlineSlide & PagedSlide & Pick<Slide, 'notes'>)[];
}

/** What a PDF holds beyond a page for each slide. */
export interface FinishOptions {
  /** A page for each step. */
  steps?: boolean;
  /** What writes the speaker notes as annotations; defaults to nothing. */
  addNotes?: ((file: PdfFile, notes: NotesOptions) => void) | undefined;
}

const NODE_ID = /\(node(\d+)\)/g;
const PRODUCER = /\/Producer \(([^)\\]*)\)/;

/** Adds bookmarks, page labels and metadata to a browser's PDF, and makes its bytes reproducible. */
export function finishPdf(
  file: PdfFile,
  talk: FinishedTalk,
  { steps = false, addNotes }: FinishOptions = {},
): Buffer {
  const printed = listPages(talk.slides, steps);
  const objects = listPageObjects(file);
  requireAllPages(objects.length, printed.length, talk);
  const add = describeFile(file, talk);
  const earlier = objects.filter((_, index) => !printed[index]?.isLast);
  markArtifacts(file, earlier, add);
  // Bookmarks lead to complete slides; the pages before them are steps of the same slide.
  const complete = objects.filter((_, index) => printed[index]?.isLast);
  const outline = addOutline(makeOutline(talk.slides), complete, add);
  addNotes?.(file, { pages: complete, notes: talk.slides.map(({ notes }) => notes), add });
  const labels = steps ? labelSteps(printed) : labelPages(talk.slides);
  const catalog = completeCatalog(readText(file, file.root), { talk, outline, labels });
  add(catalog, file.root);
  return writePdf(file);
}

/** Adds metadata to a browser's PDF of sheets, and keeps the browser's bookmarks. */
export function finishSheets(bytes: Buffer, talk: FinishedTalk): Buffer {
  const file = readPdf(bytes);
  const add = describeFile(file, talk);
  const catalog = readText(file, file.root);
  const outline = findReference(catalog, 'Outlines') ?? null;
  add(completeCatalog(catalog, { talk, outline, labels: null }), file.root);
  return writePdf(file);
}

/** Replaces what differs from run to run with values of the talk; returns a function that adds objects. */
function describeFile(file: PdfFile, talk: FinishedTalk): Add {
  renumberNodes(file);
  const producer = PRODUCER.exec(file.info === null ? '' : readText(file, file.info))?.[1];
  const add = makeAdder(file);
  drawShadings(file, add);
  file.info = add(describeTalk(talk, producer ?? 'Chromium'), file.info);
  return add;
}

/** Returns a function that stores an object, and numbers a new one. */
function makeAdder({ objects }: PdfFile): Add {
  let last = [...objects.keys()].reduce((most, id) => Math.max(most, id), 0);
  return (body, id) => {
    const number = id ?? (last += 1);
    objects.set(number, body);
    return number;
  };
}

/** Throws where a slide spills onto a second page or is missing, which would shift everything after it. */
function requireAllPages(pages: number, wanted: number, { meta, slides }: FinishedTalk): void {
  if (pages === wanted) return;
  const steps = wanted === slides.length ? '' : `, ${wanted} steps in all,`;
  throw new MachineError(
    `The browser printed ${pages} pages for the ${slides.length} slides${steps} of "${meta.title}".`,
    { hint: "A stylesheet of the talk's own that sets page breaks or sizes can be the cause." },
  );
}

/** Numbers structure elements again; the browser counts them on from page to page. */
function renumberNodes({ objects }: PdfFile): void {
  const texts = [...objects].filter(([, text]) => text.includes('(node') && !hasStream(text));
  const found = new Set(texts.flatMap(([, text]) => text.match(NODE_ID) ?? []));
  const ranks = new Map([...found].sort().map((name, index) => [name, index + 1]));
  const rename = (name: string): string => `(node${String(ranks.get(name)).padStart(8, '0')})`;
  for (const [id, text] of texts) objects.set(id, text.replace(NODE_ID, rename));
}

function describeTalk({ meta, asOf, slides }: FinishedTalk, producer: string): string {
  const day = pdfDate(meta.date ?? asOf);
  const sections = slides.filter(({ layout }) => layout === 'section').map(({ title }) => title);
  const entries: [key: string, text: string | null][] = [
    ['Title', meta.title],
    ['Author', meta.speaker],
    ['Subject', meta.description ?? meta.subtitle],
    [
      'Keywords',
      [meta.event, meta.place, ...(meta.tags ?? []), ...sections].filter(Boolean).join(', '),
    ],
    ['Creator', 'Rostrum'],
    ['Producer', producer],
  ];
  const lines = entries.flatMap(([key, text]) => (text ? `/${key} ${pdfText(text)}` : []));
  return `<<${[...lines, `/CreationDate ${day}`, `/ModDate ${day}`].join('\n')}>>`;
}

interface CatalogAdditions {
  talk: FinishedTalk;
  outline: number | null;
  /** Names of the pages; null leaves them to be counted. */
  labels: string | null;
}

/** Replaces the browser's metadata; keeps tags and pages. */
function completeCatalog(catalog: string, { talk, outline, labels }: CatalogAdditions): string {
  const kept = catalog
    .replace(/\/Lang (\([^)]*\)|<[^>]*>)/, '')
    .replace(/\/Outlines \d+ 0 R/, '')
    .replace(/\/ViewerPreferences <<.*?>>/s, '')
    .replace(/\s*>>\s*$/, '');
  const isRightToLeft = directionOf(talk.meta.language) === 'rtl';
  const additions = [
    `/Lang ${pdfText(talk.meta.language)}`,
    `/ViewerPreferences <</DisplayDocTitle true${isRightToLeft ? ' /Direction /R2L' : ''}>>`,
    '/PageLayout /SinglePage',
    ...(labels === null ? [] : [`/PageLabels <</Nums [${labels}]>>`]),
    ...(outline === null ? [] : [`/Outlines ${outline} 0 R`]),
  ];
  return `${kept}\n${additions.join('\n')}>>`;
}

/** Labels pages by the number printed on their slide, or by the slide's id where it has none. */
function labelPages(slides: FinishedTalk['slides']): string {
  const labels: string[] = [];
  let expected: number | null = null;
  slides.forEach(({ id, number }, page) => {
    if (number === null) labels.push(`${page} <</P ${pdfText(id)}>>`);
    else if (number !== expected) labels.push(`${page} <</S /D /St ${number}>>`);
    expected = number === null ? null : number + 1;
  });
  return labels.join(' ');
}

function labelSteps(pages: readonly PrintedPage[]): string {
  return pages.map(({ label }, page) => `${page} <</P ${pdfText(label)}>>`).join(' ');
}
