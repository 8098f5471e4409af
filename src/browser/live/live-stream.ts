import type { Feed } from '../../talk/model/live-shape.ts';
import { Fault, request, requireType, toFault, type Limits } from './poll.ts';
import { sleep } from './sleep.ts';
import { openEnvelope } from './envelope.ts';
import { createEventParser, type EventParser } from './event-stream.ts';

/** Callbacks of a stream. */
export interface StreamListener {
  onOpen(): void;
  onText(text: string, stamp: number | null): void;
  onDrop(reason: string): void;
  /** Any data arrived, even a keep-alive. */
  onHealthy(): void;
}

const STREAM_TYPE = /^text\/event-stream\b/i;
const SECOND = 1000;
/** Maximum events per second; the rest is dropped. */
const MAX_EVENTS = 5000;
const MAX_LETTERS = 8_000_000;

/** A look at the clock that is so late was late because the computer slept. */
const SLEPT_MS = 15 * SECOND;

/**
 * Reads a stream until it ends, which is a fault; returns when the computer slept, since its connection may be dead. `EventSource` is not used, because it has no limits, no error
 * reasons and no control of reconnection.
 */
export async function listen(
  { url, interval }: Pick<Feed, 'url' | 'interval'>,
  listener: StreamListener,
  { signal, limits }: { signal: AbortSignal; limits: Limits },
): Promise<void> {
  const silence = watchSilence(limits.timeout);
  try {
    const ended = AbortSignal.any([signal, silence.signal]);
    const response = await request(url, 'text/event-stream', ended);
    requireType(response, STREAM_TYPE, 'events');
    listener.onOpen();
    const parser = openParser(limits, listener);
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) throw new Fault('it ended');
      silence.hear(Math.max(limits.timeout, interval));
      listener.onHealthy();
      parser.push(decoder.decode(chunk.value, { stream: true }));
    }
  } catch (error) {
    if (!silence.signal.aborted) throw toFault(error, signal);
    if (silence.signal.reason instanceof Fault) throw silence.signal.reason;
  } finally {
    silence.stop();
  }
}

/** Watches by the clock how long nothing is heard: timers stop while a computer sleeps. */
function watchSilence(first: number) {
  const silence = new AbortController();
  const over = new AbortController();
  let heard = Date.now();
  let most = first;
  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await sleep(heard + most - Date.now(), over.signal);
      const late = Date.now() - heard - most;
      if (over.signal.aborted || late < 0) continue;
      silence.abort(late > SLEPT_MS ? undefined : new Fault('it fell silent'));
      return;
    }
  }
  void watch();
  return {
    signal: silence.signal,
    /** Notes that something came, after which the source may be silent for so long. */
    hear(next: number): void {
      heard = Date.now();
      most = next;
    },
    stop: () => over.abort(),
  };
}

function openParser({ bytes }: Limits, { onText, onDrop }: StreamListener): EventParser {
  const mayPass = createGate();
  return createEventParser(bytes, {
    onEvent: ({ data, id }) => {
      const text = mayPass(data.length)
        ? openEnvelope(data)
        : onDrop('it sent more than can be read');
      if (typeof text === 'string') onText(text, toStamp(id));
    },
    onDrop: () => onDrop('an event was too long'),
  });
}

/** Builds a gate that limits events and letters per second. */
function createGate(): (size: number) => boolean {
  let second = 0;
  let events = 0;
  let letters = 0;
  return (size) => {
    const now = Math.floor(performance.now() / SECOND);
    if (now !== second) [second, events, letters] = [now, 0, 0];
    events += 1;
    letters += size;
    return events <= MAX_EVENTS && letters <= MAX_LETTERS;
  };
}

/** Converts a numeric or time-based event id to a sequence number; nchan's are a time in seconds and a number. */
function toStamp(id: string): number | null {
  const [, seconds, number] = /^(\d{10}):(\d{1,5})$/.exec(id) ?? [];
  if (seconds !== undefined) return Number(seconds) * 100_000 + Number(number);
  if (/^\d{1,15}$/.test(id)) return Number(id);
  const time = /^\d{4}-/.test(id) ? Date.parse(id) : NaN;
  return Number.isNaN(time) ? null : time;
}
