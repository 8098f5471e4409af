import type { Requests } from '../../../talk/data/update/request.ts';
import { needsFailure } from '../http/bad-response.ts';
import { SourceError, type Failure } from './failure.ts';

/** Values of environment variables that requests use, by name. */
export type Secrets = ReadonlyMap<string, string>;

type Env = Readonly<Record<string, string | undefined>>;

const REFERENCE = /\benv:([A-Za-z_]\w*)/g;
/** Shorter values are parts of many words. */
const MIN_LENGTH = 4;
/** Shorter parts of a value are parts of many words, and say little of it. */
const MIN_PART = 6;

/** Puts the values of environment variables in place of `env:NAME`, in all texts of a value; throws for a missing one. */
export function expandEnv<Value>(value: Value, env: Env): Value {
  return mapTexts(value, (text) =>
    text.replaceAll(REFERENCE, (_all, name: string) => readVariable(name, env)),
  ) as Value;
}

/** Reads an environment variable; throws a failure when it is not set. */
export function readVariable(name: string, env: Env): string {
  const value = env[name];
  if (!value) throw new SourceError(needsFailure([name]));
  return value;
}

/** Collects the values that requests use, and those that the recipe `needs`, which are neither written nor printed. */
export function collectSecrets(
  requests: Requests,
  env: Env,
  needs: readonly string[] = [],
): Secrets {
  const names = new Set<string>(needs);
  const pairs: string[][] = [];
  for (const request of Object.values(requests)) {
    const { auth = [], env: own = [], ...others } = request as { auth?: string[]; env?: string[] };
    for (const name of [...auth, ...own]) names.add(name);
    if (auth.length > 0) pairs.push(auth);
    mapTexts(others, (text) => {
      for (const [, name = ''] of text.matchAll(REFERENCE)) names.add(name);
      return text;
    });
  }
  // The folder of a clone is no secret, and messages that name it help.
  for (const request of Object.values(requests)) {
    const { tree, clone } = request as { tree?: string; clone?: { tree: string } };
    for (const name of [tree, clone?.tree]) if (name !== undefined) names.delete(name);
  }
  const values = [
    ...[...names].map((name) => [env[name] ?? '', name] as const),
    ...pairs.map(
      (pair) => [pair.map((name) => env[name] ?? '').join(':'), pair.join(':')] as const,
    ),
  ];
  const found = values.flatMap(([value, name]) =>
    [...listParts(value)].map((part) => [part, name] as const),
  );
  // The longest first: one that begins like another is replaced whole.
  found.sort(([a], [b]) => b.length - a.length);
  return new Map(found.filter(([part]) => part.length >= MIN_LENGTH));
}

/** Lists a value and the forms in which it may appear: as in addresses, in base64, and the password of an address. */
function* listParts(value: string): Generator<string> {
  yield value;
  yield encodeURIComponent(value);
  yield Buffer.from(value).toString('base64').replace(/=+$/, '');
  if (!URL.canParse(value)) return;
  const { password } = new URL(value);
  yield password;
  yield decodeURIComponent(password);
}

/** Replaces secret values in a text by the names of their variables, also those of which a cut left the start or the end. */
export function redact(text: string, secrets: Secrets): string {
  const whole = [...secrets].reduce(
    (done, [value, name]) => done.replaceAll(value, `[${name}]`),
    text,
  );
  return [...secrets].reduce((done, [value, name]) => redactParts(done, value, name), whole);
}

function redactParts(text: string, value: string, name: string): string {
  // The start of an address says which protocol it has, and no more.
  if (URL.canParse(value)) return text;
  const least = Math.max(MIN_PART, Math.ceil(value.length / 4));
  let done = text;
  for (let length = value.length - 1; length >= least; length--) {
    for (const part of [value.slice(0, length), value.slice(-length)])
      done = done.replaceAll(part, `[${name}]`);
  }
  return done;
}

/** Replaces secret values in a failure. */
export function redactFailure(failure: Failure, secrets: Secrets): Failure {
  return {
    ...failure,
    message: redact(failure.message, secrets),
    advice: redact(failure.advice, secrets),
  };
}

/** Finds the variable whose value is part of a value; undefined for none. */
export function findLeak(value: unknown, secrets: Secrets): string | undefined {
  if (secrets.size === 0) return undefined;
  const text = JSON.stringify(value);
  return [...secrets].find(([secret]) => text.includes(JSON.stringify(secret).slice(1, -1)))?.[1];
}

/** Leaves out entries with a secret, such as an address that holds a key. */
export function withoutLeaks<Value>(
  record: Readonly<Record<string, Value>>,
  secrets: Secrets,
): Record<string, Value> {
  const entries = Object.entries(record);
  return Object.fromEntries(entries.filter((entry) => findLeak(entry, secrets) === undefined));
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  // Schemas and other objects with functions are no part of what is sent.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'shape');
  return Object.fromEntries(entries.map(([key, part]) => [key, mapTexts(part, change)]));
}
