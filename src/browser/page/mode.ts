const STORAGE_KEY = 'rostrum:mode';

/** Colour mode of the page. */
export type Mode = 'light' | 'dark';

/** Inputs for the initial mode. */
export interface ModeOptions {
  root: HTMLElement;
  parameters: URLSearchParams;
  isPrint: boolean;
}

/** Sets the initial mode: from the address, else the last choice, else light. */
export function startMode({ root, parameters, isPrint }: ModeOptions): void {
  root.dataset['mode'] = pickMode(parameters, readStored(), isPrint);
  // All windows of a talk change together.
  if (isPrint) return;
  addEventListener('storage', (event) => {
    if (event.key === STORAGE_KEY) root.dataset['mode'] = toMode(event.newValue);
  });
}

/** Toggles between light and dark, and saves the choice; a speaker's page has a place of its own for it. */
export function toggleMode(key: string = STORAGE_KEY): void {
  const root = document.documentElement;
  const mode: Mode = root.dataset['mode'] === 'dark' ? 'light' : 'dark';
  root.dataset['mode'] = mode;
  try {
    localStorage.setItem(key, mode);
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}

/** Picks the mode from the address and the saved choice; print is light unless the address says dark. */
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
