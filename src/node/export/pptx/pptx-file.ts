import { unzipSync, zipSync, type Zippable } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { Box, SlideBoxes } from '../../../talk/model/pptx-boxes.ts';
import { startOf } from '../../../talk/data/date.ts';
import { directionOf } from '../../../talk/html/direction.ts';
import { escapeHtml } from '../../../talk/html/html.ts';
import { slideSize } from '../../../talk/model/slide/aspect.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { pageTitle } from '../../pages/talk-page.ts';
import { notesToText } from '../../print/notes-text.ts';
import { drawBoxes, TITLE_NAME, type PptxPictures } from './pptx-slide.ts';
import { TEXT_FACE } from './pptx-text.ts';
import { completeSlide } from './slide-xml.ts';
import { toXmlText } from './xml-text.ts';

/** What a PowerPoint file is written from, in addition to the talk. */
export interface PptxOptions {
  slides: readonly SlideBoxes[];
  pictures: PptxPictures;
  notes: boolean;
}

const LAYOUT = 'ROSTRUM';
const INCH = 96;
const CREATED = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
const SVG_FILE = /^ppt\/media\/image-(\d+)-(\d+)\.svg$/;
const SLIDE_FILE = /^ppt\/slides\/slide(\d+)\.xml$/;
const NOTES_FILE = /^ppt\/notesSlides\/notesSlide\d+\.xml$/;
const NOTES_START = '<a:p><a:pPr algn="r" rtl="1"/>';
const TEXT_FILE = /\.(?:xml|rels|svg)$/;
/** Files that are compressed already; again, they would become a fifteenth smaller. */
const PICTURE_FILE = /\.(?:png|jpe?g|gif)$/;
/** The years that archives can name. */
const YEARS = { first: 1980, last: 2099 };
/** Removes properties of a paragraph that the library repeats before each run, which is invalid. */
const REPEATED = /(<\/a:r>|<a:br\/>)<a:pPr\b(?:[^>]*\/>|[^]*?<\/a:pPr>)/g;
const LAYOUT_FILE = /^ppt\/slideLayouts\/slideLayout\d+\.xml$/;
const TITLE_SHAPE = new RegExp(`(name="${TITLE_NAME}"[^]*?)<p:nvPr></p:nvPr>`);
const TITLE_PLACE =
  '<p:sp><p:nvSpPr><p:cNvPr id="900" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
  '<p:spPr><a:xfrm><a:off x="990600" y="457200"/><a:ext cx="10515600" cy="685800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>' +
  '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>';

/** Writes a talk as a PowerPoint file; equal talks give equal bytes. */
export async function writePptx(talk: Talk, options: PptxOptions): Promise<Buffer> {
  const { slides, pictures, notes } = options;
  const file = new PptxGenJS();
  const { width, height } = slideSize(talk.meta);
  file.defineLayout({ name: LAYOUT, width: width / INCH, height: height / INCH });
  file.layout = LAYOUT;
  file.theme = { headFontFace: TEXT_FACE, bodyFontFace: TEXT_FACE };
  file.title = pageTitle(talk.meta);
  file.author = talk.meta.speaker ?? '';
  // The one text that the library does not escape.
  file.company = escapeHtml(talk.meta.affiliation ?? '');
  file.subject = talk.meta.description ?? talk.meta.subtitle ?? '';
  const places = new Map(slides.map(({ id }, index) => [id, index + 1]));
  const texts = new Map(
    talk.slides.flatMap(({ blocks }) => blocks.map(({ id, text }) => [id, text])),
  );
  const describe = (block: string | null): string => firstLines(texts.get(block ?? '') ?? '');
  for (const [index, { ground, backdrop, boxes }] of slides.entries()) {
    const slide = file.addSlide();
    const picture = backdrop && pictures.get(backdrop);
    slide.background = picture ? { data: picture } : { color: ground };
    const { language } = talk.meta;
    drawBoxes(slide, boxes, { pictures, describe, language, slideOf: (id) => places.get(id) });
    const spoken = notes ? notesToText(talk.slides[index]?.notes ?? '') : '';
    if (spoken !== '') slide.addNotes(spoken);
  }
  const bytes = await file.write({ outputType: 'nodebuffer' });
  return repack(bytes as Buffer, talk, options);
}

/** Adds what the library cannot: the talk's date, pictures for drawings, and the role of the title. */
function repack(bytes: Buffer, talk: Talk, options: PptxOptions): Buffer {
  const files = unzipSync(bytes);
  const day = startOf(talk.meta.date ?? talk.asOf);
  const isRightToLeft = directionOf(talk.meta.language) === 'rtl';
  const previews = findPreviews(Object.keys(files), options);
  const change = { day: `${day}T00:00:00Z`, isRightToLeft, slides: options.slides };
  const packed: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const file = files[name];
    if (!file || name.endsWith('/')) continue;
    const content = previews.get(name) ?? rewrite(name, file, change);
    packed[name] = [content, { level: PICTURE_FILE.test(name) ? 0 : 6, mtime: toLocalDate(day) }];
  }
  return Buffer.from(zipSync(packed));
}

/** Archives have the local time of the machine, and equal talks are equal on all machines. */
function toLocalDate(day: string): Date {
  const [year = YEARS.first, month = 1, date = 1] = day.split('-').map(Number);
  const named = Math.min(Math.max(year, YEARS.first), YEARS.last);
  // Some days begin an hour late.
  return new Date(named, month - 1, date, 12);
}

function rewrite(name: string, file: Uint8Array, change: TextChange): Uint8Array {
  if (!TEXT_FILE.test(name)) return file;
  // The library writes characters that XML forbids as they are.
  return Buffer.from(toXmlText(rewriteText(name, Buffer.from(file).toString(), change)));
}

interface TextChange {
  /** The moment that the file says it was made at. */
  day: string;
  isRightToLeft: boolean;
  slides: readonly SlideBoxes[];
}

function rewriteText(
  name: string,
  text: string,
  { day, slides, isRightToLeft }: TextChange,
): string {
  if (name === 'docProps/core.xml') return text.replace(CREATED, `$1${day}`);
  if (LAYOUT_FILE.test(name)) return text.replace('</p:spTree>', `${TITLE_PLACE}</p:spTree>`);
  if (isRightToLeft && NOTES_FILE.test(name)) return text.replace('<a:p>', NOTES_START);
  const slide = SLIDE_FILE.exec(name)?.[1];
  if (slide === undefined) return text;
  const mark = '$1<p:nvPr><p:ph type="title"/></p:nvPr>';
  const marked = text.replace(REPEATED, '$1').replace(TITLE_SHAPE, mark);
  return completeSlide(marked, slides[Number(slide) - 1]);
}

/** Finds the PNG that stands beside each SVG: the library leaves an empty one there. */
function findPreviews(
  names: readonly string[],
  { slides, pictures }: PptxOptions,
): Map<string, Buffer> {
  const places = names
    .map((name) => SVG_FILE.exec(name))
    .filter((match) => match !== null)
    .map(([, slide, place]) => ({ slide: Number(slide), place: Number(place) }))
    .sort((a, b) => a.slide - b.slide || a.place - b.place);
  const drawings: Box[] = slides.flatMap(({ boxes }) =>
    boxes.filter(({ kind }) => kind === 'drawing'),
  );
  const previews = new Map<string, Buffer>();
  places.forEach(({ slide, place }, index) => {
    const drawing = drawings[index];
    const data = drawing && pictures.get(drawing)?.replace(/^.*base64,/, '');
    if (data)
      previews.set(`ppt/media/image-${slide}-${place - 1}.png`, Buffer.from(data, 'base64'));
  });
  return previews;
}

function firstLines(text: string): string {
  return text.trim().split('\n').slice(0, 3).join(' ').slice(0, 250);
}
