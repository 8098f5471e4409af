import type dns from 'node:dns';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebRequest } from '../../../talk/data/update/request.ts';
import { askOnce, type Answer, type Validators } from './request.ts';
import { SourceError, type Failure } from '../refresh/failure.ts';
import { deadlineFailure } from './no-response.ts';
import { LIMITS, type Limits } from './limits.ts';
import { createQueues } from './queue.ts';
import { tryAgain } from './retry.ts';
import type { Mirrors } from './mirror.ts';

/** The environment of a refresh; tests pass their own. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  limits: Limits;
  lookup?: typeof dns.lookup;
}

/** Sends a request. */
export interface RequestOptions {
  validators: Validators;
  userAgent: string;
  /** Maximum size of the response, unpacked; defaults to that of the run. */
  maxBytes?: number;
  /** Called before each new try with the reason. */
  onRetry(failure: Failure, wait: number): void;
}

/** One run of a refresh: all its requests share queues, limits and clock. */
export interface Session {
  ask(request: WebRequest, requestOptions: RequestOptions): Promise<Answer>;
  /** Frees the timer of the total deadline. */
  end(): void;
}

/** Builds the environment of this machine. */
export function theWorld(env: World['env'] = process.env): World {
  const sleep: World['sleep'] = (milliseconds, signal) => wait(milliseconds, undefined, { signal });
  return { env, now: Date.now, sleep, limits: LIMITS };
}

/** Opens a run. */
export function openSession(mirrors: Mirrors, world: World): Session {
  const { limits } = world;
  const deadline = new AbortController();
  const { signal } = deadline;
  const ends = world.now() + limits.total;
  const timer = setTimeout(() => deadline.abort(new Error('deadline')), limits.total);
  const run = { ...world, mirrors, signal, inTurn: createQueues() };
  const answers = new Map<string, Promise<Answer>>();
  const given = new Map<string, Failure>();

  async function ask(request: WebRequest, requestOptions: RequestOptions): Promise<Answer> {
    const host = URL.canParse(request.url) ? new URL(request.url).host : '';
    const { validators, userAgent, onRetry, maxBytes = limits.bytes } = requestOptions;
    const bounds = { ...limits, bytes: maxBytes };
    const askHost = async (): Promise<Answer> => {
      // After such a failure the host's other files are not requested.
      const known = given.get(host);
      if (known) throw new SourceError({ ...known, mayPass: false });
      return askOnce(request, validators, { ...run, limits: bounds, userAgent });
    };
    try {
      return await tryAgain(askHost, {
        waits: limits.retries,
        hasTime: (wait) => wait <= limits.longestWait && world.now() + wait <= ends,
        sleep: (wait) => world.sleep(wait, signal),
        onRetry,
      });
    } catch (error) {
      if (signal.aborted) throw new SourceError(deadlineFailure(host, limits.total), error);
      if (error instanceof SourceError && concernsHost(error.failure)) {
        given.set(host, error.failure);
      }
      throw error;
    }
  }

  return {
    /** Equal requests of two datasets are sent once in a run. */
    ask(request, requestOptions) {
      const { etag, modified } = requestOptions.validators;
      const { maxBytes } = requestOptions;
      const name = JSON.stringify([
        request.url,
        request.auth,
        request.headers,
        request.body,
        request.format,
        requestOptions.userAgent,
        etag,
        modified,
        maxBytes,
      ]);
      const answer = answers.get(name) ?? ask(request, requestOptions);
      answers.set(name, answer);
      return answer;
    },
    end: () => clearTimeout(timer),
  };
}

function concernsHost({ kind }: Failure): boolean {
  return kind === 'network' || kind === 'timeout' || kind === 'limited' || kind === 'challenge';
}
