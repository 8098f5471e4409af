import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { isArtifact } from './pdf-artifacts.ts';
import { decode, openBudget, type Budget } from './pdf-budget.ts';
import {
  readContent,
  scaleOf,
  startDrawing,
  type ContentFacts,
  type DrawingState,
} from './pdf-content.ts';

/** A font of a page. */
export interface FontFacts {
  name: string;
  isEmbedded: boolean;
  /** Its letters are little drawings, which some programs cannot treat as text. */
  isType3: boolean;
}

/** What a page of a PDF is made of. */
export interface PageFacts extends ContentFacts {
  /** In points. */
  width: number;
  height: number;
  /** Bytes that the page would need as a file of its own. */
  bytes: number;
  fonts: FontFacts[];
  /** Whether it has tags, or says that it has nothing to be read out. */
  isTagged: boolean;
}

/** What a PDF is made of. */
export interface PdfFacts {
  bytes: number;
  title: string | null;
  language: string | null;
  isTagged: boolean;
  pages: PageFacts[];
}

const NOTHING: ContentFacts = { paths: 0, images: 0, letters: 0, text: 0 };
/** What leads from a page to others. */
const OUTWARD = new Set(['/Parent', '/P', '/Dest', '/A', '/StructParent', '/B', '/Popup', '/IRT']);
const FONT_FILES = ['FontFile', 'FontFile2', 'FontFile3'];
const DEPTH = 8;

/** Inspects a PDF, page by page; throws when it cannot be read. */
export async function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = file;
  const budget = openBudget();
  const mark = lookUpDict(catalog, 'MarkInfo');
  return {
    bytes: bytes.length,
    title: file.getTitle()?.trim() || null,
    language: catalog.get(PDFName.of('Lang'))?.toString() ?? null,
    isTagged:
      String(mark?.get(PDFName.of('Marked'))) === 'true' &&
      catalog.has(PDFName.of('StructTreeRoot')),
    pages: file.getPages().map((page) => readPage(page, budget)),
  };
}

function readPage(page: PDFPage, budget: Budget): PageFacts {
  const { node } = page;
  const resources = node.Resources();
  const fonts = new Map<string, FontFacts>();
  const content = node.Contents();
  const parts = content instanceof PDFArray ? content.asArray() : content ? [content] : [];
  const text = parts.map((part) => decode(node.context.lookup(part), budget)).join('\n');
  const { width, height } = page.getSize();
  return {
    ...countContent(text, { resources, fonts, forms: [], state: startDrawing(), budget }),
    width,
    height,
    bytes: measure(node, new Set(), true),
    fonts: [...fonts.values()],
    // Pages of earlier steps are artifacts on purpose: only complete slides are read out.
    isTagged: node.has(PDFName.of('StructParents')) || isArtifact(text),
  };
}

interface Content {
  resources: PDFDict | undefined;
  /** The fonts of the page, which are collected. */
  fonts: Map<string, FontFacts>;
  /** The forms it lies in. */
  forms: readonly PDFObject[];
  state: DrawingState;
  budget: Budget;
}

/** Counts what is drawn and collects the fonts of a page and of the forms on it. */
function countContent(
  content: string,
  { resources, fonts, forms, state: start, budget }: Content,
): ContentFacts {
  const own = resources && lookUpDict(resources, 'Font');
  const objects = resources && lookUpDict(resources, 'XObject');
  for (const [, value] of own?.entries() ?? []) collectFont(value, resources, fonts);
  const names = {
    fontOf: (name: string) => {
      const font = own?.lookupMaybe(PDFName.of(name), PDFDict);
      const id = own?.get(PDFName.of(name))?.toString() ?? name;
      return { id, width: nameOf(font, 'Subtype') === '/Type0' ? 2 : 1 };
    },
    draw: (name: string, state: DrawingState) => {
      const object = objects?.lookupMaybe(PDFName.of(name), PDFStream);
      // A form that draws itself is an error, and viewers leave it out.
      if (!object || forms.length > DEPTH || forms.includes(object)) return NOTHING;
      if (nameOf(object.dict, 'Subtype') !== '/Form') return { ...NOTHING, images: 1 };
      const inner = lookUpDict(object.dict, 'Resources') ?? resources;
      const scale = state.scale * scaleOf(readMatrix(object.dict));
      const within = { fonts, forms: [...forms, object], state: { ...state, scale }, budget };
      return countContent(decode(object, budget), { ...within, resources: inner });
    },
  };
  return readContent(content, names, start);
}

function readMatrix(form: PDFDict): number[] {
  const matrix = form.lookupMaybe(PDFName.of('Matrix'), PDFArray);
  return (matrix?.asArray() ?? []).map((number) => Number(number.toString()));
}

function collectFont(
  value: PDFObject,
  resources: PDFDict | undefined,
  fonts: Map<string, FontFacts>,
): void {
  const font = resources?.context.lookup(value);
  if (!(font instanceof PDFDict)) return;
  const isType3 = nameOf(font, 'Subtype') === '/Type3';
  const below = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0);
  const descriptor = lookUpDict(below instanceof PDFDict ? below : font, 'FontDescriptor');
  const name = (nameOf(font, 'BaseFont') ?? nameOf(font, 'Name') ?? '/unnamed').slice(1);
  const isEmbedded = isType3 || FONT_FILES.some((key) => descriptor?.has(PDFName.of(key)));
  fonts.set(`${name} ${isType3}`, { name: name.replace(/^[A-Z]{6}\+/, ''), isEmbedded, isType3 });
}

/** Adds up the bytes of everything that an object needs. */
function measure(object: PDFObject, seen: Set<PDFObject>, isTop = false): number {
  if (object instanceof PDFArray) {
    return object.asArray().reduce((sum, part) => sum + follow(part, object, seen), object.size());
  }
  if (object instanceof PDFRawStream) {
    return object.getContentsSize() + measure(object.dict, seen);
  }
  if (!(object instanceof PDFDict)) return object.sizeInBytes();
  const entries = object.entries().filter(([key]) => !OUTWARD.has(key.toString()));
  const own = isTop ? 0 : entries.length * 8;
  return entries.reduce((sum, [, value]) => sum + follow(value, object, seen), own);
}

function follow(value: PDFObject, parent: PDFArray | PDFDict, seen: Set<PDFObject>): number {
  if (!(value instanceof PDFRef)) return measure(value, seen);
  const target = parent instanceof PDFDict ? parent.context.lookup(value) : lookUpIn(parent, value);
  if (!target || seen.has(target)) return 0;
  seen.add(target);
  return measure(target, seen);
}

function lookUpIn(array: PDFArray, reference: PDFRef): PDFObject | undefined {
  const index = array.asArray().indexOf(reference);
  return index === -1 ? undefined : array.lookup(index);
}

function lookUpDict(dict: PDFDict, key: string): PDFDict | undefined {
  const found = dict.lookup(PDFName.of(key));
  return found instanceof PDFDict ? found : undefined;
}

function nameOf(dict: PDFDict | undefined, key: string): string | undefined {
  const found = dict?.lookup(PDFName.of(key));
  return found instanceof PDFName ? found.toString() : undefined;
}
