import type { WebRequest } from '../../../talk/data/update/request.ts';
import { SourceError } from '../refresh/failure.ts';
import { expandEnv } from '../refresh/secrets.ts';
import { recipeFailure } from './bad-response.ts';

type Env = Readonly<Record<string, string | undefined>>;

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const REFERENCE = /\benv:([A-Za-z_]\w*)/g;
/** Headers by which requests are built, and those that have a key of their own. */
const OURS = [
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'accept-encoding',
  'expect',
];

/** Builds the headers that a recipe adds, by names in small letters; throws a failure for one that cannot be sent. */
export function ownHeaders({ headers = {} }: WebRequest, env: Env): Record<string, string> {
  const entries = Object.entries(headers).map(([name, written]) => {
    const lower = name.toLowerCase();
    const value = expandEnv(written, env);
    if (!NAME.test(name) || OURS.includes(lower))
      throw new SourceError(recipeFailure(`the header "${name}" is not one that a recipe may set`));
    // The message does not show the value, which may be a key.
    if (!VALUE.test(value))
      throw new SourceError(
        recipeFailure(`the header "${name}" has a character that headers cannot have`),
      );
    return [lower, value];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Writes the body of a request; null for a request without one. */
export function writeBody({ body }: WebRequest, env: Env): string | null {
  if (body === undefined) return null;
  const whole = expandEnv(body, env);
  return typeof whole === 'string' ? whole : JSON.stringify(whole);
}

/** Returns the type of a body, unless a header says another. */
export function contentType(body: unknown): string {
  return typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
}

/** Lists the environment variables by which a request says who sends it. */
export function listKeys({ auth, headers = {} }: WebRequest): string[] {
  const named = Object.values(headers).flatMap((value) =>
    [...value.matchAll(REFERENCE)].map(([, name = '']) => name),
  );
  return [...(auth ?? []), ...named];
}
