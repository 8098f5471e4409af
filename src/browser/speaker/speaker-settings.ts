/** How a speaker has arranged their page; kept for all talks of this browser. */
export interface SpeakerSettings {
  /** Share of the width that the pictures take. */
  columns: number;
  /** Share of the height that the current slide takes. */
  rows: number;
  /** Size of the notes, in pixels. */
  size: number;
  countsDown: boolean;
  /** Whether the room sees the pointer while it is on the picture. */
  points: boolean;
}

const STORAGE_KEY = 'rostrum:speaker';
const DEFAULTS: SpeakerSettings = {
  columns: 0.6,
  rows: 0.66,
  size: 26,
  countsDown: false,
  points: true,
};
const SHARES = [0.2, 0.85] as const;
const SIZES = [14, 72] as const;

/** Reads the settings of this browser; those that are missing or wrong are the usual ones. */
export function readSettings(): SpeakerSettings {
  try {
    return parseSettings(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}'));
  } catch {
    return DEFAULTS;
  }
}

/** Keeps the settings for the next time, where the browser can. */
export function storeSettings(settings: SpeakerSettings): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(settings));
  } catch {
    // Without storage they last as long as the page.
  }
}

/** Checks stored settings, and moves what is out of range to its border. */
export function parseSettings(value: unknown): SpeakerSettings {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof SpeakerSettings, unknown>
  >;
  return {
    columns: clamp(stored.columns, DEFAULTS.columns, SHARES),
    rows: clamp(stored.rows, DEFAULTS.rows, SHARES),
    size: clamp(stored.size, DEFAULTS.size, SIZES),
    countsDown: stored.countsDown === true,
    points: stored.points !== false,
  };
}

function clamp(value: unknown, usual: number, [least, most]: readonly [number, number]): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return usual;
  return Math.min(most, Math.max(least, value));
}
