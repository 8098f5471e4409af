import { UsageError } from '../errors.ts';
import { FORMATS, readChoice, readFormat, type Format } from './format-words.ts';

export { FORMATS, type Format };

/** Sheets that a handout can be printed on. */
export const PAPERS = ['a4', 'letter'] as const;

/** One of `PAPERS`. */
export type Paper = (typeof PAPERS)[number];

/** How many slides a sheet of a handout can hold. */
export const PER_PAGE = [1, 2, 4, 6] as const;

/** One of `PER_PAGE`. */
export type PerPage = (typeof PER_PAGE)[number];

/** The complete options of an export. */
export interface ExportOptions {
  format: Format;
  /** Slides by number and id: `1,4-9,#id`; null for all. */
  range: string | null;
  /** A page, or a picture, for each step; defaults to the last step only. */
  steps: boolean;
  /** Undefined for what the talk says. */
  dark: boolean | undefined;
  /** Pixels of a picture to a pixel of the slide; defaults to 1. */
  scale: number;
  /** One picture of all slides instead of one each. */
  contactSheet: boolean;
  paper: Paper;
  /** Null for slides with their notes, as many as a sheet holds. */
  perPage: PerPage | null;
  /** Puts the speaker notes in; the default depends on the format. */
  notes: boolean;
  /** Ends with the list of sources; the default depends on the format. */
  sources: boolean;
  /** Writes what there is even where something is wrong. */
  keepGoing: boolean;
}

/** The options of the command line, as they were given. */
export interface ExportArguments {
  format?: string | undefined;
  output?: string | undefined;
  range?: string | undefined;
  steps?: boolean | undefined;
  dark?: boolean | undefined;
  light?: boolean | undefined;
  scale?: string | undefined;
  'contact-sheet'?: boolean | undefined;
  paper?: string | undefined;
  'per-page'?: string | undefined;
  notes?: boolean | undefined;
  sources?: boolean | undefined;
  single?: boolean | undefined;
  'keep-going'?: boolean | undefined;
}

/** Options that mean something to some formats only. */
const GOES_WITH: Partial<Record<keyof ExportArguments, readonly Format[]>> = {
  steps: ['pdf', 'png'],
  dark: ['pdf', 'png', 'pptx'],
  light: ['pdf', 'png', 'pptx'],
  scale: ['png'],
  'contact-sheet': ['png'],
  paper: ['handout'],
  'per-page': ['handout'],
  notes: ['pdf', 'handout', 'html', 'md', 'json', 'pptx', 'reveal'],
  sources: ['pdf', 'handout', 'html', 'md', 'pptx'],
  single: ['html'],
};

/** Formats for the speaker or for readers, which include the notes by default. */
const WITH_NOTES: readonly Format[] = ['handout', 'notes', 'pptx'];
const WITH_SOURCES: readonly Format[] = ['handout', 'html'];
const MAX_SCALE = 8;

/** Formats that are made without a browser. */
const WITHOUT_BROWSER: readonly Format[] = ['notes', 'html', 'md', 'json', 'reveal'];

/** Returns whether a format is made by a browser. */
export function needsBrowser(format: Format): boolean {
  return !WITHOUT_BROWSER.includes(format);
}

/** Parses the options of the command line; throws a `UsageError` when they do not fit together. */
export function parseExportOptions(options: ExportArguments): ExportOptions {
  const format = readFormat(options);
  for (const [name, formats] of Object.entries(GOES_WITH)) {
    const isGiven = options[name as keyof ExportArguments] !== undefined;
    if (isGiven && !formats.includes(format)) throw wrongOption(name, format, formats);
  }
  return {
    format,
    range: options.range ?? null,
    steps: options.steps ?? false,
    dark: readDark(options),
    scale: readScale(options.scale ?? '1'),
    contactSheet: options['contact-sheet'] ?? false,
    paper: readChoice('paper', options.paper ?? 'a4', PAPERS),
    perPage: readPerPage(options['per-page']),
    notes: options.notes ?? WITH_NOTES.includes(format),
    sources: options.sources ?? WITH_SOURCES.includes(format),
    keepGoing: options['keep-going'] ?? false,
  };
}

function readDark({ dark, light }: ExportArguments): boolean | undefined {
  if (dark && light) {
    throw new UsageError('A talk is exported dark or light, not both.', 'Give --dark or --light.');
  }
  return dark ? true : light ? false : undefined;
}

function readPerPage(value: string | undefined): PerPage | null {
  if (value === undefined) return null;
  const found = PER_PAGE.find((count) => String(count) === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `A handout cannot hold ${value} slides to a page.`,
    `It can hold ${PER_PAGE.join(', ')}.`,
  );
}

function readScale(value: string): number {
  const scale = Number(value);
  if (scale > 0 && scale <= MAX_SCALE) return scale;
  throw new UsageError(
    `"${value}" is not a scale.`,
    `A scale is a number above 0 and up to ${MAX_SCALE}; 2 makes pictures of 2560 by 1440 pixels.`,
  );
}

function wrongOption(name: string, format: Format, formats: readonly Format[]): UsageError {
  return new UsageError(
    `--${name} means nothing to the format "${format}".`,
    `It goes with --format ${formats.join(', ')}.`,
  );
}
