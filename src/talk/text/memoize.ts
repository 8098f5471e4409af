/** The number of texts to cache, and their maximum length. */
export interface CacheLimits {
  texts: number;
  length: number;
}

/** Caches a function's results for the last texts; a text above the length limit is not cached. */
export function memoize<Value extends object | number>(
  { texts, length }: CacheLimits,
  make: (text: string) => Value,
): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (text.length > length) return value;
    if (made.size >= texts) made.clear();
    made.set(text, value);
    return value;
  };
}

/**
 * Caches a function of values that JSON can hold for its last arguments: those of a live chart are mostly the same from
 * drawing to drawing. The limits are those of the arguments as JSON.
 */
export function memoizeArguments<Arguments extends readonly unknown[], Value>(
  limits: CacheLimits,
  make: (...values: Arguments) => Value,
): (...values: Arguments) => Value {
  const find = memoize(limits, (text) => ({ value: make(...(JSON.parse(text) as Arguments)) }));
  return (...values) => find(JSON.stringify(values)).value;
}
