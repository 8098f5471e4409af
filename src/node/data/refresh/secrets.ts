import type { Requests } from '../../../talk/data/update/request.ts';
import { needsFailure } from '../http/bad-response.ts';
import { SourceError, type Failure } from './failure.ts';

/** Values of environment variables that requests use, by name. */
export type Secrets = ReadonlyMap<string, string>;

type Env = Readonly<Record<string, string | undefined>>;

const REFERENCE = /\benv:([A-Za-z_]\w*)/g;
/** Shorter values are parts of many words. */
const MIN_LENGTH = 4;

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

/** Collects the values that requests use, which are neither written nor printed. */
export function collectSecrets(requests: Requests, env: Env): Secrets {
  const names = new Set<string>();
  for (const request of Object.values(requests)) {
    const { auth = [], env: own = [], ...others } = request as { auth?: string[]; env?: string[] };
    for (const name of [...auth, ...own]) names.add(name);
    mapTexts(others, (text) => {
      for (const [, name = ''] of text.matchAll(REFERENCE)) names.add(name);
      return text;
    });
  }
  const found = [...names].flatMap((name) =>
    [...listParts(env[name] ?? '')].map((part) => [part, name] as const),
  );
  return new Map(found.filter(([part]) => part.length >= MIN_LENGTH));
}

/** Lists a value and the forms in which it may appear: the password of an address, and both in base64. */
function* listParts(value: string): Generator<string> {
  yield value;
  yield Buffer.from(value).toString('base64').replace(/=+$/, '');
  if (!URL.canParse(value)) return;
  const { password } = new URL(value);
  yield password;
  yield decodeURIComponent(password);
}

/** Replaces secret values in a text by the names of their variables. */
export function redact(text: string, secrets: Secrets): string {
  return [...secrets].reduce((done, [value, name]) => done.replaceAll(value, `[${name}]`), text);
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

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  // Schemas and other objects with functions are no part of what is sent.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'shape');
  return Object.fromEntries(entries.map(([key, part]) => [key, mapTexts(part, change)]));
}
