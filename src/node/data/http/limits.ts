/** How long and how much a refresh may take; milliseconds and bytes. */
export interface Limits {
  /** Until the first byte of an answer. */
  firstByte: number;
  /** Between two pieces of an answer. */
  silence: number;
  /** One request, from its start to the end of the answer. */
  request: number;
  /** The whole run. */
  total: number;
  /** An answer, unpacked. */
  bytes: number;
  redirects: number;
  /** Waits before the second, third ... try. */
  retries: readonly number[];
  /** What asks to wait longer than this is not asked again in this run. */
  longestWait: number;
  /** For another refresh to end before this one begins. */
  lock: number;
  /** Sources asked at the same time. */
  parallel: number;
  /** How far a source's clock may be off. */
  clock: number;
}

/** What a refresh may take on a day like any other. */
export const LIMITS: Limits = {
  firstByte: 15_000,
  silence: 10_000,
  request: 60_000,
  total: 180_000,
  bytes: 16_000_000,
  redirects: 5,
  retries: [1_000, 4_000],
  longestWait: 20_000,
  lock: 5_000,
  parallel: 4,
  clock: 26 * 3_600_000,
};
