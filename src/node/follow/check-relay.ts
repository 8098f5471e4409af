import { randomUUID } from 'node:crypto';
import { MachineError, UsageError } from '../errors.ts';

const TALK = '{talk}';
const TIMEOUT_MS = 10_000;
const EVENTS = 'text/event-stream';

/**
 * Posts a place to a relay and reads it as a follower does; returns the milliseconds between. It uses a talk that there
 * is not, so that no room moves.
 */
export async function checkRelay(address: string, secret: string): Promise<number> {
  if (!address.includes(TALK) || !URL.canParse(address)) throw wrongAddress(address);
  if (secret === '') throw noSecret();
  const url = address.replaceAll(TALK, `rostrum-check-${randomUUID()}`);
  const isFile = url.endsWith('.json');
  const seq = Date.now();
  const body = JSON.stringify({ build: 'check', slide: 'check', step: -1, seq });
  await requireRefusal(url, isFile, body);
  const start = performance.now();
  const posted = await request(url, {
    method: isFile ? 'PUT' : 'POST',
    headers: { Authorization: `Bearer ${secret}` },
    body,
  });
  await posted.body?.cancel();
  if (!posted.ok) throw fault(`it answered ${posted.status} to the secret`);
  const text = await readFirst(url, isFile ? 'application/json' : EVENTS, body);
  if (!text.includes(body)) throw fault('a follower does not get what was posted');
  return Math.round(performance.now() - start);
}

/** A relay that lets anybody publish would let anybody lead. */
async function requireRefusal(url: string, isFile: boolean, body: string): Promise<void> {
  const { ok, body: rest } = await request(url, { method: isFile ? 'PUT' : 'POST', body });
  await rest?.cancel();
  if (ok) throw fault('it takes places without the secret, so that anybody can lead');
}

/** Reads an answer until it holds a text or ends. */
async function readFirst(url: string, accept: string, wanted: string): Promise<string> {
  const response = await request(url, {
    headers: { Accept: accept, Origin: 'https://example.org' },
  });
  if (!response.ok) throw fault(`it answered ${response.status} to a follower`);
  if (response.headers.get('access-control-allow-origin') === null) {
    throw fault('pages of other origins may not read it: Access-Control-Allow-Origin is missing');
  }
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes(wanted)) break;
    }
  } catch {
    throw fault('it sent no place within ten seconds');
  }
  return text;
}

async function request(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...options,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw fault('it could not be reached', error);
  }
}

function fault(reason: string, cause?: unknown): MachineError {
  const hint = 'The README.md that "rostrum follow" writes says how to run one.';
  return new MachineError(`The relay does not work: ${reason}.`, { hint, cause });
}

function wrongAddress(address: string): UsageError {
  const hint = 'An example: https://relay.example.org/live/{talk}';
  return new UsageError(`"${address}" is no address of a relay with {talk} in it.`, hint);
}

function noSecret(): UsageError {
  const hint = 'Try: ROSTRUM_FOLLOW_SECRET=$(cat relay/secret.txt) npx rostrum follow --check ...';
  return new UsageError('The check needs the secret, in ROSTRUM_FOLLOW_SECRET.', hint);
}
