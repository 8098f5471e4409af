import path from 'node:path';
import { findNearest } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';

/** The formats of an export. */
export const FORMATS = [
  'pdf',
  'handout',
  'notes',
  'png',
  'html',
  'md',
  'json',
  'pptx',
  'reveal',
] as const;

/** One of `FORMATS`. */
export type Format = (typeof FORMATS)[number];

/** Words of other programs for the formats of an export. */
const WORDS: Readonly<Record<string, Format>> = {
  ppt: 'pptx',
  powerpoint: 'pptx',
  keynote: 'pptx',
  images: 'png',
  image: 'png',
  pictures: 'png',
  jpg: 'png',
  jpeg: 'png',
  markdown: 'md',
  web: 'html',
  site: 'html',
  'reveal.js': 'reveal',
  revealjs: 'reveal',
};

/** Returns the format that a word means; null for none. */
export function meantFormat(word: string): Format | null {
  const plain = word.toLowerCase();
  const own = FORMATS.find((format) => format === plain);
  return own ?? (Object.hasOwn(WORDS, plain) ? (WORDS[plain] ?? null) : null);
}

/** Explains that a format stands where the name of a talk is expected. */
export function misplacedFormat(word: string, format: Format, talk = 'TALK'): UsageError {
  return new UsageError(
    `"${word}" is a format, and no talk is called so.`,
    `Write "npx rostrum export ${talk} -f ${format}".`,
  );
}

const OF_EXTENSIONS: Record<string, Format> = {
  '.htm': 'html',
  '.html': 'html',
  '.json': 'json',
  '.md': 'md',
  '.png': 'png',
  '.pptx': 'pptx',
  '.txt': 'notes',
};

/** Endings of files that only their own formats write. */
const ENDINGS: ReadonlySet<string> = new Set(['.pdf', ...Object.keys(OF_EXTENSIONS)]);
const ENDINGS_OF: Partial<Record<Format, readonly string[]>> = {
  handout: ['.pdf'],
  html: ['.html', '.htm'],
  notes: ['.txt', '.md'],
  // A folder, which may have any name.
  reveal: [...ENDINGS],
};

/** Endings of documents and pictures, whose name would not say what is in them. */
const FOREIGN =
  /^\.(?:pptm?|ppsx?|docx?|odt|odp|key|jpe?g|gif|webp|svg|tiff?|bmp|mp4|webm|epub|tex|xml|csv|ps|markdown|qmd)$/;

/** The arguments that decide about the format. */
interface FormatArguments {
  format?: string | undefined;
  output?: string | undefined;
  single?: boolean | undefined;
}

function readNamedFormat(format: string): Format {
  const several = format.split(/[,+;]/).flatMap((one) => meantFormat(one.trim()) ?? []);
  if (several.length < 2)
    return readChoice('format', meantFormat(format.replace(/^\./, '')) ?? format, FORMATS);
  const lines = several.map((one) => `"npx rostrum export TALK -f ${one}"`);
  throw new UsageError('An export has one format.', `Run it once for each: ${lines.join(', ')}.`);
}

/** Throws where the name of the file would say that something else is in it. */
function requireEnding(format: Format, output: string): Format {
  const ending = path.extname(output).toLowerCase();
  const isOther = ENDINGS.has(ending) && !(ENDINGS_OF[format] ?? [`.${format}`]).includes(ending);
  if (!isOther) return format;
  const own = ENDINGS_OF[format]?.[0] ?? `.${format}`;
  throw new UsageError(
    `"${output}" ends in ${ending}, and -f ${format} writes no such file.`,
    `Write "-o ${output.slice(0, -ending.length)}${own}", or leave -f out.`,
  );
}

/** Returns the format that is named, or that the name of the file says; throws a `UsageError` where the two differ. */
export function readFormat({ format, single, output = '' }: FormatArguments): Format {
  if (format !== undefined) return requireEnding(readNamedFormat(format), output);
  if (single) return 'html';
  const ending = path.extname(output).toLowerCase();
  const of = OF_EXTENSIONS[ending];
  if (of === undefined && FOREIGN.test(ending)) {
    throw new UsageError(
      `"${output}" ends in ${ending}, which is no format of an export.`,
      `There is ${Object.keys(OF_EXTENSIONS).join(', ')} and .pdf; -f names another format for a file of any name.`,
    );
  }
  return of ?? 'pdf';
}

/** Returns the value where it is one of the choices. */
export function readChoice<Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const nearest = findNearest(value, choices);
  const list = `There is ${choices.join(', ')}.`;
  const hint = nearest ? `Did you mean "${nearest}"? ${list}` : list;
  throw new UsageError(`"${value}" is no ${name} that Rostrum knows.`, hint);
}
