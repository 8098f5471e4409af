import type { Problem, Severity } from '../../talk/model/problem.ts';
import type { PageFacts, PdfFacts } from './pdf-facts.ts';

/** What a venue takes; sizes in bytes. */
export interface VenueLimits {
  name: string;
  /** Largest file. */
  file: number;
  pages: number;
  /** From this size on, each page is looked at by itself. */
  bigFile: number;
  /** Largest page of a big file. */
  page: number;
  /** Most shapes of a page, and most images, before it becomes a picture of itself. */
  shapes: number;
}

/** The venues whose limits are known, by the word that names them on the command line. */
export const VENUES = {
  bbb: {
    name: 'BigBlueButton',
    file: 30_000_000,
    pages: 200,
    bigFile: 14_000_000,
    page: 2_000_000,
    shapes: 800,
  },
} as const satisfies Record<string, VenueLimits>;

/** The relative difference of proportions above which a page is reported. */
const NEAR = 0.01;
const SCREENS = [16 / 9, 4 / 3, 16 / 10];
/** A4 and Letter, upright, in points. */
const SHEETS = [
  [595.28, 841.89],
  [612, 792],
] as const;

interface PageRule {
  code: string;
  severity: Severity;
  isBroken: (page: PageFacts, facts: PdfFacts) => boolean;
  /** What is wrong, as a sentence without its beginning, for one page or several. */
  say: (pages: readonly PageFacts[]) => string;
  hint: string;
}

/** Lists what a venue's defaults would do to a PDF, and what its readers would miss. */
export function preflight(facts: PdfFacts, venue: VenueLimits): Problem[] {
  return [
    ...checkFile(facts, venue),
    ...listPageRules(venue).flatMap((rule) => applyRule(rule, facts)),
  ];
}

function checkFile(facts: PdfFacts, venue: VenueLimits): Problem[] {
  const { bytes, pages, title, isTagged, language } = facts;
  const problems: Problem[] = [];
  const add = (code: string, severity: Severity, message: string, hint: string): unknown =>
    problems.push({ code, severity, message, hint });
  if (bytes > venue.file) {
    const message = `The file has ${digits(bytes)} bytes; ${venue.name} takes ${digits(venue.file)}.`;
    add('pdf-too-large', 'error', message, 'Smaller pictures help most.');
  }
  if (pages.length > venue.pages) {
    const message = `The file has ${pages.length} pages; ${venue.name} takes ${venue.pages}.`;
    add('pdf-too-many-pages', 'error', message, 'Export without --steps, or hand in two files.');
  }
  if (title === null) {
    const message = 'The file has no title, so that viewers show its name instead.';
    add('pdf-no-title', 'warning', message, 'Set the title where the file was made.');
  }
  if (!isTagged) {
    const message =
      'The file is not tagged, so that screen readers cannot tell headings, lists and tables.';
    add('pdf-no-tags', 'warning', message, 'Export it with tags.');
  }
  if (language === null) {
    const message = 'The file does not say its language, so that screen readers have to guess.';
    add('pdf-no-language', 'warning', message, 'Set the language where the file was made.');
  }
  return problems;
}

function listPageRules(venue: VenueLimits): PageRule[] {
  const { name, shapes } = venue;
  return [
    {
      code: 'pdf-page-too-large',
      severity: 'error',
      isBroken: ({ bytes }, facts) => facts.bytes > venue.bigFile && bytes > venue.page,
      say: (pages) =>
        `up to ${digits(Math.max(...pages.map(({ bytes }) => bytes)))} bytes; in a file above ` +
        `${digits(venue.bigFile)} bytes ${name} refuses pages above ${digits(venue.page)}.`,
      hint: 'Smaller pictures help most.',
    },
    {
      code: 'pdf-type3-font',
      severity: 'warning',
      isBroken: ({ fonts }) => fonts.some(({ isType3 }) => isType3),
      say: () => `letters that are drawings (a Type 3 font); ${name} shows a picture instead.`,
      hint: 'Colour emoji and outlined letters end up so.',
    },
    {
      code: 'pdf-page-bitmap',
      severity: 'warning',
      isBroken: ({ paths, letters, images }) => paths + letters > shapes || images > shapes,
      say: (pages) =>
        `up to ${Math.max(...pages.map((page) => Math.max(page.paths + page.letters, page.images)))} ` +
        `shapes or images; above ${shapes} ${name} shows a picture instead.`,
      hint: 'Fewer marks in a chart, or a picture of it, keep the rest of the page sharp.',
    },
    {
      code: 'pdf-font-not-embedded',
      severity: 'warning',
      isBroken: ({ fonts }) => fonts.some(({ isEmbedded }) => !isEmbedded),
      say: (pages) =>
        `fonts that are not in the file (${listMissing(pages)}); others replace them.`,
      hint: 'Embed all fonts where the file is made.',
    },
    {
      code: 'pdf-no-text',
      severity: 'warning',
      isBroken: ({ text }) => text === 0,
      say: () => 'no text, so that nothing can be searched, selected or read out.',
      hint: 'Export slides as text, not as pictures of slides.',
    },
    {
      code: 'pdf-page-not-tagged',
      severity: 'warning',
      isBroken: ({ isTagged }, facts) => facts.isTagged && !isTagged,
      say: () => 'no tags, while others have them.',
      hint: 'Programs that copy pages one by one lose tags.',
    },
    {
      code: 'pdf-page-size',
      severity: 'warning',
      isBroken: (page, facts) => !isUsual(page, facts),
      say: () => 'a size unlike the first page, or unlike a screen or a sheet of paper.',
      hint: 'All pages should be alike: 16:9 or 4:3 for slides, A4 or Letter for a handout.',
    },
  ];
}

function applyRule({ code, severity, isBroken, say, hint }: PageRule, facts: PdfFacts): Problem[] {
  const found = facts.pages.flatMap((page, index) => (isBroken(page, facts) ? [index] : []));
  if (found.length === 0) return [];
  const pages = found.flatMap((index) => facts.pages[index] ?? []);
  const [subject, verb] = found.length === 1 ? ['Page', 'has'] : ['Pages', 'have'];
  const message = `${subject} ${listNumbers(found)} ${verb} ${say(pages)}`;
  return [{ code, severity, message, hint }];
}

/** Checks that pages have one size, which is that of a screen or a sheet of paper. */
function isUsual({ width, height }: PageFacts, { pages: [first] }: PdfFacts): boolean {
  const isScreen = SCREENS.some((ratio) => isNear(width / height, ratio));
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isSheet = SHEETS.some((sheet) => isNear(short, sheet[0]) && isNear(long, sheet[1]));
  const isLikeFirst = !first || (isNear(width, first.width) && isNear(height, first.height));
  return (isScreen || isSheet) && isLikeFirst;
}

function isNear(value: number, usual: number): boolean {
  return Math.abs(value / usual - 1) < NEAR;
}

function listMissing(pages: readonly PageFacts[]): string {
  const fonts = pages.flatMap((page) => page.fonts).filter(({ isEmbedded }) => !isEmbedded);
  return [...new Set(fonts.map(({ name }) => name))].join(', ');
}

/** Writes pages as people do: `2, 4-6 and 9`. */
function listNumbers(indices: readonly number[]): string {
  const stretches: [first: number, last: number][] = [];
  for (const index of indices) {
    const last = stretches.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else stretches.push([index, index]);
  }
  const texts = stretches.map(([first, last]) =>
    first === last ? String(first + 1) : `${first + 1}-${last + 1}`,
  );
  const final = texts.pop() ?? '';
  return texts.length === 0 ? final : `${texts.join(', ')} and ${final}`;
}

function digits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
