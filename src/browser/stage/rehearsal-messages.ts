/** What a speaker's page asks about rehearsals: to record one, to end and keep it, to end it without, to hide the news. */
export type RehearsalChange = (typeof CHANGES)[number];

/** What a deck says about rehearsals. */
export interface RehearsalState {
  /** Whether one is recorded, or will be from the first move on. */
  isRecording: boolean;
  /** What became of the last one, in words; empty for nothing to say. */
  news: string;
}

const CHANGES = ['start', 'stop', 'discard', 'close'] as const;
const MAX_NEWS = 500;

/** Checks the shape of a change; null for anything else. */
export function parseRehearsalChange(value: unknown): RehearsalChange | null {
  return CHANGES.find((change) => change === value) ?? null;
}

/** Checks the shape of a state; null for anything else. */
export function parseRehearsalState(value: unknown): RehearsalState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { isRecording, news } = value as Record<string, unknown>;
  if (typeof isRecording !== 'boolean' || typeof news !== 'string') return null;
  return news.length > MAX_NEWS ? null : { isRecording, news };
}
