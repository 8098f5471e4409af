const STORAGE_KEY = 'rostrum:mode';

/** How the page is coloured. */
export type Mode = 'light' | 'dark';

/** What decides the mode when a page opens. */
export interface ModeOptions {
  root: HTMLElement;
  parameters: URLSearchParams;
  isPrint: boolean;
}

/** Sets the mode a page opens with: the address first, then what was last chosen, else light. */
export function startMode({ root, parameters, isPrint }: ModeOptions): void {
  root.dataset['mode'] = pickMode(parameters, readStored(), isPrint);
  // The windows of one talk, the speaker's among them, change together.
  if (isPrint) return;
  addEventListener('storage', (event) => {
    if (event.key === STORAGE_KEY) root.dataset['mode'] = toMode(event.newValue);
  });
}

/** Switches between light and dark, and remembers it. */
export function toggleMode(root: HTMLElement = document.documentElement): void {
  const mode: Mode = root.dataset['mode'] === 'dark' ? 'light' : 'dark';
  root.dataset['mode'] = mode;
  try {
    localStorage.setItem(STORAGE_KEY, mode);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Decides the mode from the address and the remembered choice; print is light unless the address says dark. */
export function pickMode(
  parameters: URLSearchParams,
  stored: string | null,
  isPrint: boolean,
): Mode {
  if (parameters.has('dark')) return 'dark';
  if (isPrint) return 'light';
  return parameters.has('light') ? 'light' : toMode(stored);
}

function toMode(value: string | null): Mode {
  return value === 'dark' ? 'dark' : 'light';
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
