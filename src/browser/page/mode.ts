const STORAGE_KEY = 'rostrum:mode';
/** A speaker's page has a mode of its own; it begins dark, since the room is. */
const SPEAKER_KEY = 'rostrum:mode:speaker';

/** Colour mode of the page. */
export type Mode = 'light' | 'dark';

/** Inputs for the initial mode. */
export interface ModeOptions {
  root: HTMLElement;
  parameters: URLSearchParams;
  isPrint: boolean;
  /** Whether the page is a speaker's page; defaults to no. */
  isSpeaker?: boolean;
}

/** Sets the initial mode: from the address, else the last choice, else light. */
export function startMode(options: ModeOptions): void {
  const { root, parameters, isPrint, isSpeaker = false } = options;
  if (isSpeaker) {
    root.dataset['mode'] = readStored(SPEAKER_KEY) === 'light' ? 'light' : 'dark';
    return;
  }
  root.dataset['mode'] = pickMode(parameters, readStored(STORAGE_KEY), isPrint);
  // All windows of a talk change together.
  if (isPrint) return;
  addEventListener('storage', (event) => {
    if (event.key === STORAGE_KEY) root.dataset['mode'] = toMode(event.newValue);
  });
}

/** Toggles between light and dark, and saves the choice. */
export function toggleMode(root: HTMLElement = document.documentElement): void {
  const key = root.classList.contains('speaker') ? SPEAKER_KEY : STORAGE_KEY;
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

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
