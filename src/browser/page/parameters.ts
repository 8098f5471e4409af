/** The supported parameters of a page's address. */
export interface PageParameters {
  view: 'deck' | 'print' | 'read' | 'speaker';
  /** Whether print has one page for each step. */
  hasSteps: boolean;
  /** Whether the deck is in scroll view. */
  isScroll: boolean;
  /** Whether the page is a picture in a speaker's window. */
  isReceiver: boolean;
  /** Whether that picture is one step ahead of the deck. */
  isAhead: boolean;
  /** Id of the deck that a speaker's window or a picture follows; null without a valid id. */
  deckId: string | null;
}

const PRINT_PARAMETERS = ['print', 'print-pdf'];
const DECK_ID = /^[\da-f]{16}$/;

/** Parses the parameters listed in docs/presenting.md, and those of the speaker's window. */
export function parseParameters(search: string): PageParameters {
  const parameters = new URLSearchParams(search);
  const has = (name: string): boolean => parameters.has(name);
  const deckId = parameters.get('speaker') ?? parameters.get('receiver');
  return {
    view: chooseView(has),
    hasSteps: has('steps'),
    isScroll: parameters.get('view') === 'scroll',
    isReceiver: has('receiver'),
    isAhead: has('ahead'),
    deckId: deckId !== null && DECK_ID.test(deckId) ? deckId : null,
  };
}

/** Returns a random id that other pages cannot guess. */
export function createDeckId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks a stored id or one from an address. */
export function isDeckId(value: unknown): value is string {
  return typeof value === 'string' && DECK_ID.test(value);
}

function chooseView(has: (name: string) => boolean): PageParameters['view'] {
  if (PRINT_PARAMETERS.some(has)) return 'print';
  if (has('read')) return 'read';
  return has('speaker') ? 'speaker' : 'deck';
}
