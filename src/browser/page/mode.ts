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
  const own = readOwn(root);
  root.dataset['mode'] = pickMode(parameters, { stored: readStored(root), isPrint, own });
  // All windows of a talk change together.
  if (isPrint) return;
  addEventListener('storage', (event) => {
    if (event.key === keyOf(root)) root.dataset['mode'] = toMode(event.newValue ?? own);
  });
}

/** Toggles between light and dark, and saves the choice; a speaker's page has a place of its own for it. */
export function toggleMode(key?: string): void {
  const root = document.documentElement;
  const mode: Mode = root.dataset['mode'] === 'dark' ? 'light' : 'dark';
  root.dataset['mode'] = mode;
  try {
    localStorage.setItem(key ?? keyOf(root), mode);
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}

/** The facts that decide a mode where the address says nothing. */
export interface ModeFacts {
  stored: string | null;
  isPrint: boolean;
  /** The mode of the talk. */
  own: Mode;
}

/** Picks the mode from the address, the saved choice and the talk; print knows no saved choice. */
export function pickMode(parameters: URLSearchParams, { stored, isPrint, own }: ModeFacts): Mode {
  if (parameters.has('dark')) return 'dark';
  if (parameters.has('light')) return 'light';
  return isPrint ? own : toMode(stored ?? own);
}

function toMode(value: string | undefined): Mode {
  return value === 'dark' ? 'dark' : 'light';
}

function readOwn(root: HTMLElement): Mode {
  return toMode(root.dataset['own']);
}

/** Returns the key of the saved choice; talks that are dark by themselves have a choice of their own. */
function keyOf(root: HTMLElement): string {
  return readOwn(root) === 'dark' ? `${STORAGE_KEY}:dark` : STORAGE_KEY;
}

function readStored(root: HTMLElement): string | null {
  try {
    return localStorage.getItem(keyOf(root));
  } catch {
    return null;
  }
}
