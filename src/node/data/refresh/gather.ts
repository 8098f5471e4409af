import type { GenericSchema } from 'valibot';
import { listColumnKinds } from '../../../talk/data/csv/column-kinds.ts';
import type { RefreshRecipe } from '../../../talk/data/update/refresh-context.ts';
import {
  isCloneRequest,
  isWebRequest,
  type Request,
  type Requests,
  type WebRequest,
} from '../../../talk/data/update/request.ts';
import { attempt } from './attempt.ts';
import { shapeFailure } from '../http/bad-response.ts';
import { SourceError, type Failure } from './failure.ts';
import { toShape } from '../../../talk/data/formats/answer-shape.ts';
import { askClone, readAtRevision, type CloneOptions } from '../http/git-clone.ts';
import type { Answer, Validators } from '../http/request.ts';
import { askPages, type PageOptions } from '../http/pages.ts';
import { hash } from '../../hash.ts';
import { decodeBody } from '../http/decode.ts';
import { askLocal, describeRequest } from '../sources/sources.ts';
import type { Session, World } from '../http/session.ts';

/** Options of the requests. */
export interface GatherOptions {
  root: string;
  session: Session;
  world: World;
  userAgent: string;
  /** The schema of a row, by which the columns of tables are read. */
  schema: GenericSchema;
  /** Validators of earlier responses, by URL. */
  validators: Readonly<Record<string, Validators>>;
  onRetry(failure: Failure, wait: number): void;
}

/** All responses of a recipe, or that none changed; `missing` names optional hosts without a response. */
export type Gathered = { missing: string[] } & (
  | { isSame: true }
  | { isSame: false; answers: Record<string, unknown>; validators: Record<string, Validators> }
);

/** Sends all requests of a recipe. */
export async function gatherAnswers(requests: Requests, options: GatherOptions): Promise<Gathered> {
  const names = Object.keys(requests);
  const found = await Promise.all(
    Object.values(requests).map((request) => gatherOne(request, options.validators, options)),
  );
  const missing = [...new Set(found.flatMap((one) => ('missing' in one ? one.missing : [])))];
  if (found.every((one) => 'missing' in one || one.isSame)) return { isSame: true, missing };
  // A recipe gets all responses or none, so unchanged ones are read as well.
  const whole = await Promise.all(
    Object.values(requests).map(async (request, index) => {
      const one = found[index];
      return one && !('isSame' in one && one.isSame) ? one : gatherOne(request, {}, options);
    }),
  );
  const answers = whole.flatMap((one, index): [string, unknown][] =>
    'value' in one ? [[names[index] ?? '', one.value]] : [],
  );
  const validators = whole.map((one) => ('value' in one ? one.validators : {}));
  return {
    isSame: false,
    missing,
    answers: Object.fromEntries(answers),
    validators: Object.assign({}, ...validators) as Record<string, Validators>,
  };
}

type One =
  | { isSame: true }
  | { isSame: false; value: unknown; validators: Record<string, Validators> }
  | { missing: string };

/** Returns null for a failed optional request; other failures are thrown. */
async function gatherOne(
  request: Request,
  known: GatherOptions['validators'],
  options: GatherOptions,
): Promise<One> {
  try {
    return await askFor(request, known, options);
  } catch (error) {
    const isOptional = isWebRequest(request) && request.isOptional === true;
    if (!isOptional || !(error instanceof SourceError)) throw error;
    return { missing: new URL(request.url).host };
  }
}

async function askFor(
  request: Request,
  known: GatherOptions['validators'],
  { root, session, world, userAgent, schema, onRetry }: GatherOptions,
): Promise<Exclude<One, { missing: string }>> {
  const clone = cloneOptions(world);
  if (isCloneRequest(request)) {
    return { isSame: false, value: await askClone(request, clone), validators: {} };
  }
  const kinds = listColumnKinds(request.shape ?? schema);
  if (!isWebRequest(request)) {
    const fetchBytes = (url: string): Promise<Buffer> =>
      fetchFile(url, { session, userAgent, onRetry });
    const value = await askLocal(request, { root, world, kinds, fetchBytes });
    checkShape(request, value, describeRequest(request));
    return { isSame: false, value, validators: {} };
  }
  if (request.clone && world.env[request.clone.tree]) {
    const value = await readAtRevision(request.clone.tree, request.clone, clone);
    return { isSame: false, value, validators: {} };
  }
  const ask = (one: WebRequest, validators: Validators): Promise<Answer> =>
    session.ask(one, { validators, userAgent, onRetry });
  const decode = (answer: Answer & { isSame: false }): Promise<unknown> =>
    decodeBody(answer.body, { ...request, kinds });
  const name = nameRequest(request);
  const { next } = request;
  const found = next
    ? await askPages({ ...request, next }, { name, known, ask, decode })
    : await askPage(request, { name, known, ask, decode });
  if (!found.isSame) checkShape(request, found.value, new URL(request.url).host);
  return found;
}

async function askPage(
  request: WebRequest,
  { name, known, ask, decode }: PageOptions,
): Promise<Exclude<One, { missing: string }>> {
  // A server says of a POST only what it answers.
  const validators = request.body === undefined ? (known[name] ?? {}) : {};
  const answer = await ask(request, validators);
  if (answer.isSame) return { isSame: true };
  const value = await decode(answer);
  return { isSame: false, value, validators: { [name]: answer.validators } };
}

/** Names a request among the validators: by its address, and a hash of all else that it sends. */
function nameRequest({ url, headers, body }: WebRequest): string {
  if (headers === undefined && body === undefined) return url;
  return `${url} ${hash(JSON.stringify([headers, body]))}`;
}

/** Requests a file for a database, which may be larger than other responses. */
async function fetchFile(
  url: string,
  { session, userAgent, onRetry }: Pick<GatherOptions, 'session' | 'userAgent' | 'onRetry'>,
): Promise<Buffer> {
  const options = { validators: {}, userAgent, onRetry, maxBytes: MAX_FILE_BYTES };
  const answer = await session.ask({ url, format: 'text' }, options);
  return answer.isSame ? Buffer.alloc(0) : answer.body.bytes;
}

/** How many bytes a file on the web may have that a database reads. */
const MAX_FILE_BYTES = 256_000_000;

function checkShape({ shape }: { shape?: GenericSchema }, value: unknown, host: string): void {
  if (!shape) return;
  attempt(
    () => toShape(shape, value),
    (why) => shapeFailure(host, why),
  );
}

function cloneOptions({ env, limits }: World): CloneOptions {
  return { env, timeout: limits.request, bytes: limits.bytes };
}

/** Names the source of a recipe, for messages. */
export function hostOf(refresh: RefreshRecipe): string {
  const { source }: Partial<RefreshRecipe> = refresh;
  const url = source?.url ?? '';
  return URL.canParse(url) ? new URL(url).host : (source?.name ?? 'a source without a name');
}
