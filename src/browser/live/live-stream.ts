import type { Feed } from '../../talk/model/live-shape.ts';
import { Fault, request, requireType, toFault, type Limits } from './poll.ts';
import { createEventParser, type EventParser } from './event-stream.ts';

/** Whom a stream tells what comes. */
export interface StreamListener {
  onOpen(): void;
  onText(text: string, stamp: number | null): void;
  onDrop(reason: string): void;
  /** Something came, be it only a sign of life. */
  onHealthy(): void;
}

const STREAM_TYPE = /^text\/event-stream\b/i;
const SECOND = 1000;
/** Events of one second that are read; what comes beyond is left out. */
const MAX_EVENTS = 5000;
const MAX_LETTERS = 8_000_000;

/**
 * Listens to a stream until it ends, which is a fault. It is read by hand and not by `EventSource`, which has no
 * bounds, does not say what went wrong, and takes no hint when to come back.
 */
export async function listen(
  { url, interval }: Pick<Feed, 'url' | 'interval'>,
  listener: StreamListener,
  { signal, limits }: { signal: AbortSignal; limits: Limits },
): Promise<void> {
  const silence = new AbortController();
  const tooSilent = (): void => silence.abort(new Fault('it fell silent'));
  const timeout = Math.max(limits.timeout, interval);
  let timer = setTimeout(tooSilent, limits.timeout);
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
      clearTimeout(timer);
      timer = setTimeout(tooSilent, timeout);
      listener.onHealthy();
      parser.push(decoder.decode(chunk.value, { stream: true }));
    }
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : toFault(error, signal);
  } finally {
    clearTimeout(timer);
  }
}

function openParser({ bytes }: Limits, { onText, onDrop }: StreamListener): EventParser {
  const mayPass = createGate();
  return createEventParser(bytes, {
    onEvent: ({ data, id }) => {
      if (mayPass(data.length)) onText(data, toStamp(id));
      else onDrop('it sent more than can be read');
    },
    onDrop: () => onDrop('an event was too long'),
  });
}

/** Lets so many events and letters through in each second. */
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

/** Ids that count or tell a time say in which order events were made. */
function toStamp(id: string): number | null {
  if (/^\d{1,15}$/.test(id)) return Number(id);
  const time = /^\d{4}-/.test(id) ? Date.parse(id) : NaN;
  return Number.isNaN(time) ? null : time;
}
