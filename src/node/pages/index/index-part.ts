import { html, type Html } from '../../../talk/html/html.ts';
import { plural } from '../../../talk/text/plural.ts';

/** More talks than these are not shown at once: a card takes 3 kB, and its talk has to be compiled. */
const MAX_WHOLE = 18;
/** Talks of the first page, and those that it grows by. */
const STEP = 9;

/** The page of a build that shows all talks where the index shows the newest. */
export const ALL_NAME = 'all.html';

/** Where the talks are that a page leaves out. */
export interface IndexPart {
  /** How many talks there are. */
  total: number;
  /** The page that shows some more; null where there is only the one with all. */
  more: string | null;
  all: string;
}

/** Returns how many of the newest talks an index shows; `asked` is how many its address names. */
export function countShown(total: number, asked: string | null = null): number {
  if (total <= MAX_WHOLE) return total;
  const count = Math.floor(Number(asked));
  return count > STEP ? Math.min(count, total) : STEP;
}

/** Returns where the page of the dev server that shows some talks leads on to; undefined where it shows all. */
export function toDevPart(shown: number, total: number): IndexPart | undefined {
  if (shown >= total) return undefined;
  const next = Math.min(total, shown + STEP);
  return { total, more: `./?to=${next}#from-${shown}`, all: `./?to=${total}` };
}

/** Returns the id of a card to which a page that grew is opened; null for other cards. */
export function toCardId(index: number): string | null {
  return index >= STEP && index % STEP === 0 ? `from-${index}` : null;
}

/** Renders the ways to the talks that are left out. */
export function renderMore(shown: number, { total, more, all }: IndexPart): Html {
  const count = Math.min(STEP, total - shown);
  return html`<nav class="index-more" aria-label="More talks">
<p class="index-lead">${shown} of ${plural(total, 'talk')}, the newest first.</p>
<p class="index-links">${more === null ? null : html`<a href="${more}">${count} more</a> `}<a href="${all}">All ${total}, and the slides that show each dataset</a></p>
</nav>
`;
}
