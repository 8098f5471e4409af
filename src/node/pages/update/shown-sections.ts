import type { Slide, Talk } from '../../../talk/model/talk.ts';
import type { SectionUpdate } from '../../../talk/model/wire.ts';
import { describeAddresses, placeNotes, placeSection, type ToUrl } from '../assets.ts';
import { collectSlideNeeds, type SlideNeeds } from '../policy.ts';

/** A slide as pages have it: its section and its notes with the addresses of files, and the number that is written into it. */
export interface ShownSection extends SectionUpdate, Pick<Slide, 'printedNumber'> {
  /** What it was made of. */
  made?: MadeOf;
}

/** The text of a slide, the addresses of its files, and what they need. */
interface MadeOf extends Pick<Slide, 'html' | 'notes'> {
  /** Where the addresses in its file lead (`describeAddresses`). */
  addresses: string;
  urls: ReadonlyMap<string, string> | null;
  needs: SlideNeeds;
}

/** A section that `placeSections` made. */
export type MadeSection = ShownSection & { made: MadeOf };

/** Renders the sections of a talk, and reuses a section while its text and the addresses of its files are the same. */
export function placeSections(
  talk: Talk,
  toUrl: ToUrl,
): (slide: Slide, last: ShownSection | undefined) => MadeSection {
  const urls = new Map<string, string>();
  const findUrl: ToUrl = (path) => {
    const url = urls.get(path) ?? toUrl(path);
    urls.set(path, url);
    return url;
  };
  const described = new Map<string, string>();
  const findAddresses = (file: string): string => {
    const known = described.get(file) ?? describeAddresses(talk, file);
    described.set(file, known);
    return known;
  };
  return (slide, last) => {
    const { html, notes, printedNumber } = slide;
    const addresses = findAddresses(slide.place.file);
    const number = printedNumber === undefined ? {} : { printedNumber };
    if (last && isMade(last) && isCurrent(last.made, { html, notes, addresses }, findUrl)) {
      return last.printedNumber === printedNumber ? last : { ...last, ...number };
    }
    const used = new Map<string, string>();
    const noteUrl: ToUrl = (path) => {
      used.set(path, findUrl(path));
      return findUrl(path);
    };
    return {
      html: placeSection(slide, talk, noteUrl),
      notes: placeNotes(slide, talk, noteUrl),
      ...number,
      made: {
        html,
        notes,
        addresses,
        urls: used.size > 0 ? used : null,
        needs: collectSlideNeeds(slide),
      },
    };
  };
}

function isMade(section: ShownSection): section is MadeSection {
  return section.made !== undefined;
}

function isCurrent(
  made: MadeOf,
  { html, notes, addresses }: Pick<MadeOf, 'html' | 'notes' | 'addresses'>,
  findUrl: ToUrl,
): boolean {
  if (made.html !== html || made.notes !== notes || made.addresses !== addresses) return false;
  return made.urls === null || [...made.urls].every(([path, url]) => findUrl(path) === url);
}
