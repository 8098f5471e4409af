import { hash } from '../../hash.ts';

/** The wrong tokens that were presented from each address of the network. */
export interface Tries {
  /** Records a wrong token; returns whether it is the first from this address. */
  record(address: string, presented: string): boolean;
  /** Returns whether an address has presented too many. */
  isBlocked(address: string): boolean;
}

/** Wrong tokens from one address after which it has to wait. The same one again, as of an old cookie, counts once. */
export const MAX_TRIES = 5;
/** How long an address waits after its last wrong token, in seconds. */
export const WAIT_S = 600;
const MAX_ADDRESSES = 1000;

interface Record {
  presented: Set<string>;
  last: number;
}

/** Counts wrong tokens, of a bounded number of addresses; `now` returns milliseconds. */
export function createTries(now: () => number = Date.now): Tries {
  const records = new Map<string, Record>();

  function find(address: string): Record | undefined {
    const record = records.get(address);
    return record && now() - record.last < WAIT_S * 1000 ? record : undefined;
  }

  return {
    record(address, presented) {
      const isFirst = !records.has(address);
      const { presented: known } = find(address) ?? { presented: new Set<string>() };
      // No token is kept, not even a wrong one: it may be right for another server.
      if (known.size < MAX_TRIES) known.add(hash(presented));
      records.delete(address);
      records.set(address, { presented: known, last: now() });
      const [oldest] = records.keys();
      if (records.size > MAX_ADDRESSES && oldest !== undefined) records.delete(oldest);
      return isFirst;
    },
    isBlocked: (address) => (find(address)?.presented.size ?? 0) >= MAX_TRIES,
  };
}
