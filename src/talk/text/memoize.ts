/** How many texts a function remembers, and how long they may be. */
export interface CacheLimits {
  texts: number;
  length: number;
}

/** Lets a function of a text remember what it made of the last ones; a text that is too long is read each time. */
export function memoize<Value extends object>(
  { texts, length }: CacheLimits,
  make: (text: string) => Value,
): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known) return known;
    const value = make(text);
    if (text.length > length) return value;
    if (made.size >= texts) made.clear();
    made.set(text, value);
    return value;
  };
}
