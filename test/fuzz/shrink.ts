import { faultOf, type Judge } from './target.ts';

const MAX_TRIALS = 4000;

/** Returns the kind of a fault, so that a shorter input is known to have the same one. */
export function kindOf(fault: string): string {
  const [first = ''] = fault.split('\n');
  const frame = /\n\s+at (\S+)/.exec(fault)?.[1] ?? '';
  const words = first.replaceAll(/"[^"]*"|\d+|[^ ]*\.(?:md|json)\S*/g, '#').slice(0, 60);
  return fault.startsWith('differs') ? words.slice(0, 30) : `${words} ${frame}`;
}

/** How long an input may be shortened. */
export interface ShrinkOptions {
  /** Milliseconds; defaults to no bound. */
  timeout?: number;
}

/** Shortens a JSON value while the same fault is found in it: whole values first, then ever smaller pieces of texts. */
export async function shrink<Input>(
  input: Input,
  judge: Judge,
  { timeout = Infinity }: ShrinkOptions = {},
): Promise<Input> {
  const kind = kindOf((await judgeSafely(judge, input)) ?? '');
  const end = Date.now() + timeout;
  let best: unknown = input;
  let trials = 0;
  const isSame = async (next: unknown): Promise<boolean> => {
    if (trials++ > MAX_TRIALS || Date.now() > end) return false;
    const fault = await judgeSafely(judge, next);
    if (fault === null || kindOf(fault) !== kind) return false;
    best = next;
    return true;
  };
  for (let before = ''; before !== JSON.stringify(best);) {
    before = JSON.stringify(best);
    for (const path of listPaths(best)) await shrinkAt(path, () => best, isSame);
  }
  return best as Input;
}

/** A part of an input may be gone that it cannot be tried without. */
async function judgeSafely(judge: Judge, input: unknown): Promise<string | null> {
  try {
    return await judge(input);
  } catch (error) {
    return faultOf(error);
  }
}

type Path = readonly (string | number)[];

/** Lists the places of all values in a value; those of outer values come first. */
function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  const inner = keys.map((key) => listPaths((value as never)[key], [...path, key]));
  // Later items go first, so that the places of earlier ones stay what they are.
  return [path, ...inner.reverse().flat()];
}

async function shrinkAt(
  path: Path,
  current: () => unknown,
  isSame: (next: unknown) => Promise<boolean>,
): Promise<void> {
  const value = valueAt(current(), path);
  if (value === undefined || value === null) return;
  if (path.length > 0 && (await isSame(without(current(), path)))) return;
  if (typeof value === 'object' && path.length > 0) await isSame(withValue(current(), path, null));
  if (typeof value !== 'string') return;
  for (let size = Math.max(1, value.length >> 1); size >= 1; size = size >> 1) {
    for (let at = 0; ;) {
      const text = String(valueAt(current(), path));
      if (at >= text.length) break;
      const next = text.slice(0, at) + text.slice(at + size);
      if (!(await isSame(withValue(current(), path, next)))) at += size;
    }
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | null)?.[key],
    value,
  );
}

function without(value: unknown, [key = '', ...inner]: Path): unknown {
  if (inner.length > 0) return change(value, key, without(valueAt(value, [key]), inner));
  if (Array.isArray(value)) return value.filter((_, index) => index !== key);
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key));
}

function withValue(value: unknown, [key, ...inner]: Path, next: unknown): unknown {
  if (key === undefined) return next;
  return change(value, key, withValue(valueAt(value, [key]), inner, next));
}

function change(value: unknown, key: string | number, next: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? next : item));
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([name, item]) => [name, name === key ? next : item]));
}
