import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.d.ts';
import { MachineError } from '../errors.ts';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

/** What an event of the DevTools protocol carries. */
type EventParams<Name extends keyof Events> = Events[Name][0];

/** Commands to a tab, or to the browser itself, and their events, as the DevTools protocol names them. */
export interface Session {
  /** Sends a command and returns its answer; fails once the tab crashed or the browser is gone. */
  send<Method extends keyof Commands>(
    method: Method,
    ...params: Commands[Method]['paramsType']
  ): Promise<Commands[Method]['returnType']>;
  /** Waits for an event; fails when the tab crashes or the browser is gone. */
  wait<Name extends keyof Events>(name: Name): Promise<EventParams<Name>>;
  /** Calls back for every event of one kind; one callback a kind. */
  listen<Name extends keyof Events>(
    name: Name,
    callback: (params: EventParams<Name>) => void,
  ): void;
}

/** A running conversation with a browser; its own session is that of no tab. */
export interface Connection extends Session {
  /** Returns the session of an attached tab. */
  tab(sessionId: string): Session;
  /** Fails everything that still waits for an answer. */
  end(reason: Error): void;
}

interface Waiting {
  /** The tab that was sent the command; none for the browser itself. */
  sessionId: string | undefined;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: { message: string };
}

type EventMessage = {
  [Name in keyof Events]: { method: Name; params: EventParams<Name>; sessionId?: string };
}[keyof Events];

interface AwaitedEvent extends Waiting {
  name: keyof Events;
}

/** What helps where a page crashed. */
export const SHORT_OF_MEMORY =
  'The machine may be short of memory. Export the talk in parts, with --range.';

/** Speaks the DevTools protocol over the two pipes of a browser started with `--remote-debugging-pipe`. */
export function connect(input: Writable, output: Readable): Connection {
  const waiting = new Map<number, Waiting>();
  const events = new Set<AwaitedEvent>();
  const listeners = new Map<string, (params: unknown) => void>();
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
    if ('id' in message) return answerWaiting(message, waiting);
    listeners.get(`${message.sessionId} ${message.method}`)?.(message.params);
    crashes.note(message);
    announce(message, events);
  });
  // A write after the browser's death is answered by `end`, with the better reason.
  input.on('error', () => {});
  const toSession = (sessionId?: string): Session => ({
    listen: (name, callback) =>
      listeners.set(`${sessionId} ${name}`, callback as (params: unknown) => void),
    wait: (name) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        events.add({ name, sessionId, resolve: resolve as (params: unknown) => void, reject });
      }),
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        if (sessionId && crashes.has(sessionId)) return reject(crash());
        count += 1;
        waiting.set(count, { sessionId, resolve, reject });
        input.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      }),
  });
  return { ...toSession(), tab: toSession, end };
}

function answerWaiting({ id, result, error }: Answer, waiting: Map<number, Waiting>): void {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (error) asked?.reject(new Error(error.message));
  else asked?.resolve(result);
}

function announce({ method, params, sessionId }: EventMessage, events: Set<AwaitedEvent>): void {
  for (const event of events) {
    if (event.sessionId !== sessionId || event.name !== method) continue;
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
    note({ method, params, sessionId }: EventMessage): void {
      if (method === 'Inspector.targetCrashed' && sessionId) add(sessionId);
      if (method === 'Target.attachedToTarget') {
        sessions.set(params.targetInfo.targetId, params.sessionId);
        if (crashed.has(params.targetInfo.targetId)) add(params.sessionId);
      }
      // Also sent of tabs that have no session yet.
      if (method === 'Target.targetCrashed') {
        crashed.add(params.targetId);
        const opened = sessions.get(params.targetId);
        if (opened) add(opened);
      }
    },
  };
}

/** Rejects pending requests of a crashed tab, which never answers. */
function failTab(tab: string, waiting: Map<number, Waiting>, events: Set<AwaitedEvent>): void {
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
function readMessages(output: Readable, receive: (message: Answer | EventMessage) => void): void {
  let pieces: Buffer[] = [];
  output.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, end));
      receive(JSON.parse(Buffer.concat(pieces).toString()) as Answer | EventMessage);
      pieces = [];
      start = end + 1;
    }
    if (start < data.length) pieces.push(data.subarray(start));
  });
}
