/** A slide of the gallery: what it shows, its source, and its pictures by their paths on the site, without the folder of their mode. */
export interface GalleryEntry {
  title: string;
  source: string;
  pictures: readonly string[];
}

/** Each picture is drawn in both; a page shows those of its own mode. */
export const MODES = ['light', 'dark'] as const;

const HEADING = /^## (.*)$/m;
const LABEL = /^<!-- \/\/ (.*)\. -->\n+/m;
const NOTES = /\n*<!--(?! (?:\/\/|pause|\.))[^]*?-->\n*$/;
/** A slide begins at a line of dashes that stands between blank lines, or above its front matter. */
const CUT = /\n\n---\n(?=\n|[a-z]+:)/;
/** The front matter of the talk. */
const HEAD = /^---\n[^]*?\n---\n/;
const NUMBER = /(?:^|\/)(\d+)-[^/]*$/;

/** Splits the text of a talk of a gallery into what its slides show and their sources; notes are left out. */
export function readGallery(text: string): Omit<GalleryEntry, 'pictures'>[] {
  const body = `${text.trimEnd()}\n`.replace(HEAD, '\n');
  const slides = body.split(CUT).filter((slide) => slide.trim() !== '');
  return slides.map((slide) => {
    const label = LABEL.exec(slide)?.[1];
    const title = label ?? HEADING.exec(slide)?.[1] ?? '';
    const source = label === undefined ? slide.replace(HEADING, '') : slide.replace(LABEL, '');
    const front = /^[a-z]+:/.test(source) ? '---\n' : '';
    return { title, source: front + source.replace(NOTES, '').trim() };
  });
}

/** Gives each slide of a gallery that has a title its pictures, which begin with its number. */
export function matchPictures(
  slides: readonly Omit<GalleryEntry, 'pictures'>[],
  files: readonly string[],
): GalleryEntry[] {
  return slides.flatMap((slide, index) => {
    const pictures = files.filter((file) => Number(NUMBER.exec(file)?.[1]) === index + 1);
    return slide.title === '' ? [] : [{ ...slide, pictures }];
  });
}

/** Writes a page of the gallery: each source beside its pictures. */
export function galleryPage(
  head: { title: string; about: string },
  entries: readonly GalleryEntry[],
): string {
  const parts = entries.flatMap(({ title, source, pictures }) => {
    const fence = '`'.repeat(longestFence(source) + 1);
    const shown = pictures.flatMap((file, at) => {
      const alt = `A slide: ${title}${at > 0 ? `, step ${at}` : ''}`;
      return MODES.map((mode) => `![${alt}](/${placeIn(mode, file)}){.of-${mode}}`);
    });
    const example = [
      '<div class="example">',
      '',
      `${fence}md`,
      source,
      fence,
      '',
      ...shown,
      '',
      '</div>',
    ];
    return [`## ${title}`, '', ...example, ''];
  });
  return [`# ${head.title}`, '', head.about, '', ...parts].join('\n');
}

/** Returns the path of a picture as drawn in a mode. */
function placeIn(mode: string, file: string): string {
  return file.replace(/[^/]*$/, `${mode}/$&`);
}

function longestFence(source: string): number {
  return Math.max(2, ...[...source.matchAll(/^`{3,}/gm)].map(([signs]) => signs.length));
}
