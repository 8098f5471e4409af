/** Limits of a refresh, in milliseconds and bytes. */
export interface Limits {
  /** Timeout of the first byte of a response. */
  firstByte: number;
  /** Timeout between two pieces of a response. */
  silence: number;
  /** Timeout of one request, from its start to the end of the response. */
  request: number;
  /** Timeout of the whole run. */
  total: number;
  /** Maximum size of a response, unpacked. */
  bytes: number;
  redirects: number;
  /** Waits before the second, third ... try. */
  retries: readonly number[];
  /** Maximum `Retry-After`; hosts that send a longer one get no further request in this run. */
  longestWait: number;
  /** Timeout of waiting for another refresh. */
  lock: number;
  /** Maximum number of concurrent sources. */
  parallel: number;
  /** Maximum difference between the clocks. */
  clock: number;
}

/** The default limits. */
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
