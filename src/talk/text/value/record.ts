const WEB_ADDRESS = /^https?:\/\/[^\s/]+/i;

/** Reports whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports whether a value is an http or https address. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && WEB_ADDRESS.test(value);
}
