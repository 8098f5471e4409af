/** What Centrifugo sends beside publications. */
const CONTROL = ['connect', 'subscribe', 'unsubscribe', 'join', 'leave', 'refresh', 'disconnect'];
const PUSH =
  /^\s*\{\s*(?:\}|"(?:channel|pub|connect|subscribe|unsubscribe|join|leave|refresh|disconnect)")/;

/**
 * Returns what a publisher sent in an event: Mercure and nchan pass it on as it is, Centrifugo wraps it. Null for an event of
 * the hub itself.
 */
export function openEnvelope(data: string): string | null {
  if (!PUSH.test(data)) return data;
  const push = parseObject(data);
  if (!push) return data;
  const { channel: _channel, ...rest } = push;
  const [name, ...more] = Object.keys(rest);
  if (name === undefined) return 'channel' in push ? data : null;
  const content = rest[name];
  if (more.length > 0 || typeof content !== 'object' || content === null) return data;
  if (CONTROL.includes(name)) return null;
  return name === 'pub' && 'data' in content ? JSON.stringify(content.data) : data;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
