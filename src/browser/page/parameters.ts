/** The supported parameters of a page's address. */
export interface PageParameters {
  view: 'deck' | 'print' | 'read' | 'speaker';
  /** Whether print has one page for each step. */
  hasSteps: boolean;
  /** Whether the deck is in scroll view. */
  isScroll: boolean;
  /** Whether the page is a picture in a speaker's page. */
  isReceiver: boolean;
  /** Id of that picture, by which its speaker's page drives it; null without a valid id. */
  pictureId: string | null;
  /** Id of the deck whose strokes are printed as well; null for none. */
  inkOf: string | null;
}

const PRINT_PARAMETERS = ['print', 'print-pdf'];
const DECK_ID = /^[\da-f]{16}$/;

/** Parses the parameters listed in docs/presenting.md, and those that the speaker's page gives. */
export function parseParameters(search: string): PageParameters {
  const parameters = new URLSearchParams(search);
  const has = (name: string): boolean => parameters.has(name);
  const [pictureId, inkOf] = [parameters.get('receiver'), parameters.get('drawings')];
  return {
    view: chooseView(has),
    hasSteps: has('steps'),
    isScroll: parameters.get('view') === 'scroll',
    isReceiver: has('receiver'),
    pictureId: isDeckId(pictureId) ? pictureId : null,
    inkOf: isDeckId(inkOf) ? inkOf : null,
  };
}

/** Returns a random id that other pages cannot guess. */
export function createDeckId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks an id from an address, a message or the name of a window. */
export function isDeckId(value: unknown): value is string {
  return typeof value === 'string' && DECK_ID.test(value);
}

function chooseView(has: (name: string) => boolean): PageParameters['view'] {
  if (PRINT_PARAMETERS.some(has)) return 'print';
  if (has('read')) return 'read';
  return has('speaker') ? 'speaker' : 'deck';
}
