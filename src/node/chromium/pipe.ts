import type { Readable, Writable } from 'node:stream';
import { MachineError } from '../errors.ts';

/** What a command or an event carries. */
export type Params = Record<string, unknown>;

/** A running conversation with a browser in the DevTools protocol. */
export interface Connection {
  /** Sends a command and gives its answer; fails once the browser is gone. */
  send<Answer = unknown>(method: string, params?: Params, sessionId?: string): Promise<Answer>;
  /** Waits for an event of a tab; fails when the tab crashes or the browser is gone. */
  wait(method: string, sessionId: string): Promise<Params>;
  /** Calls back for every event of one kind from a tab. */
  listen(method: string, sessionId: string, callback: (params: Params) => void): void;
  /** Fails everything that still waits for an answer. */
  end(reason: Error): void;
}

interface Waiting {
  /** The tab that is asked; none for the browser itself. */
  sessionId?: string | undefined;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: Params;
  sessionId?: string;
}

interface Attached {
  sessionId: string;
  targetInfo: { targetId: string };
}

interface Event extends Waiting {
  method: string;
}

/** What helps where a page crashed. */
export const SHORT_OF_MEMORY =
  'The machine may be short of memory. Export the talk in parts, with --range.';
/** What a tab that is listened to says of its crash. */
const CRASH = 'Inspector.targetCrashed';
/** Events about tabs, including tabs that have no session yet. */
const ATTACHED = 'Target.attachedToTarget';
const CRASHED = 'Target.targetCrashed';

/** Speaks the DevTools protocol over the two pipes of a browser started with `--remote-debugging-pipe`. */
export function connect(input: Writable, output: Readable): Connection {
  const waiting = new Map<number, Waiting>();
  const events = new Set<Event>();
  const listeners = new Map<string, (params: Params) => void>();
  const crashes = noteCrashes((sessionId) => failTab(sessionId, waiting, events));
  let count = 0;
  let ended: Error | undefined;
  const end = (reason: Error): void => {
    ended ??= reason;
    for (const { reject } of [...waiting.values(), ...events]) reject(ended);
    waiting.clear();
    events.clear();
  };
  readMessages(output, (message) => {
    if (message.id !== undefined) return settle(message, waiting);
    listeners.get(`${message.sessionId} ${message.method}`)?.(message.params ?? {});
    crashes.note(message);
    announce(message, events);
  });
  // A write after the browser's death is answered by `end`, with the better reason.
  input.on('error', () => {});
  return {
    end,
    listen: (method, sessionId, callback) => listeners.set(`${sessionId} ${method}`, callback),
    wait: (method, sessionId) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        events.add({
          method,
          sessionId,
          resolve: (params) => resolve(params as Params),
          reject,
        });
      }),
    send: <Answer>(method: string, params = {}, sessionId?: string) =>
      new Promise<Answer>((resolve, reject) => {
        if (ended) return reject(ended);
        if (sessionId && crashes.has(sessionId)) return reject(crash());
        count += 1;
        waiting.set(count, { sessionId, resolve: (answer) => resolve(answer as Answer), reject });
        input.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      }),
  };
}

function settle(message: Message, waiting: Map<number, Waiting>): void {
  const id = message.id ?? 0;
  const asked = waiting.get(id);
  waiting.delete(id);
  if (message.error) asked?.reject(new Error(message.error.message));
  else asked?.resolve(message.result);
}

function announce({ method, params = {}, sessionId }: Message, events: Set<Event>): void {
  for (const event of events) {
    if (event.sessionId !== sessionId || event.method !== method) continue;
    events.delete(event);
    event.resolve(params);
  }
}

/** Records crashed tabs, including tabs without a session, and runs the callbacks registered for them. */
function noteCrashes(fail: (sessionId: string) => void) {
  /** By session id and by target id. */
  const crashed = new Set<string>();
  const sessions = new Map<string, string>();
  const add = (sessionId: string): void => {
    crashed.add(sessionId);
    fail(sessionId);
  };
  return {
    has: (sessionId: string) => crashed.has(sessionId),
    note({ method, params = {}, sessionId }: Message): void {
      if (method === CRASH && sessionId) add(sessionId);
      if (method === ATTACHED) {
        const { sessionId: opened, targetInfo } = params as unknown as Attached;
        sessions.set(targetInfo.targetId, opened);
        if (crashed.has(targetInfo.targetId)) add(opened);
      }
      if (method === CRASHED) {
        const { targetId } = params as unknown as Attached['targetInfo'];
        crashed.add(targetId);
        const spokenTo = sessions.get(targetId);
        if (spokenTo) add(spokenTo);
      }
    },
  };
}

/** Rejects pending requests of a crashed tab, which never answers. */
function failTab(tab: string, waiting: Map<number, Waiting>, events: Set<Event>): void {
  for (const [id, asked] of waiting) {
    if (asked.sessionId !== tab) continue;
    waiting.delete(id);
    asked.reject(crash());
  }
  for (const event of events) {
    if (event.sessionId !== tab) continue;
    events.delete(event);
    event.reject(crash());
  }
}

function crash(): MachineError {
  return new MachineError('The page crashed in the browser.', { hint: SHORT_OF_MEMORY });
}

/** Cuts the stream at zero bytes; long messages arrive in many pieces, which are joined only once. */
function readMessages(output: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = [];
  output.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, end));
      receive(JSON.parse(Buffer.concat(pieces).toString()) as Message);
      pieces = [];
      start = end + 1;
    }
    if (start < data.length) pieces.push(data.subarray(start));
  });
}
