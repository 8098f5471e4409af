/** What a page's address says about how it is shown; nothing else in it has any effect. */
export interface PageParameters {
  view: 'deck' | 'print' | 'read' | 'speaker';
  /** Whether print has a page for each step. */
  hasSteps: boolean;
  /** Whether the deck shows its slides below each other. */
  isScroll: boolean;
  /** Whether the page is a picture in a speaker's window. */
  isReceiver: boolean;
  /** Whether that picture is one step ahead of the deck. */
  isAhead: boolean;
  /** Id of the deck that a speaker's window or a picture follows; null without a valid one. */
  deckId: string | null;
}

const PRINT_PARAMETERS = ['print', 'print-pdf'];
const DECK_ID = /^[\da-f]{16}$/;

/** Reads the parameters that docs/presenting.md lists, and those of the speaker's window. */
export function parseParameters(search: string): PageParameters {
  const parameters = new URLSearchParams(search);
  const has = (name: string): boolean => parameters.has(name);
  const deckId = parameters.get('speaker') ?? parameters.get('receiver');
  return {
    view: findView(has),
    hasSteps: has('steps'),
    isScroll: parameters.get('view') === 'scroll',
    isReceiver: has('receiver'),
    isAhead: has('ahead'),
    deckId: deckId !== null && DECK_ID.test(deckId) ? deckId : null,
  };
}

/** Returns an id that no other page can guess. */
export function createDeckId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks an id that was stored or came with an address. */
export function isDeckId(value: unknown): value is string {
  return typeof value === 'string' && DECK_ID.test(value);
}

function findView(has: (name: string) => boolean): PageParameters['view'] {
  if (PRINT_PARAMETERS.some(has)) return 'print';
  if (has('read')) return 'read';
  return has('speaker') ? 'speaker' : 'deck';
}
