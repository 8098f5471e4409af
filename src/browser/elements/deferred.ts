/** A promise and its resolve function. */
export interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
}

/** Builds a promise that is resolved from outside. */
export function defer(): Deferred {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
