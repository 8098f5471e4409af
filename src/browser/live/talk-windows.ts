import type { Dataset } from '../../talk/model/dataset.ts';

/** Messages between the windows of a talk. */
export interface LiveMessage {
  name: string;
  dataset: Dataset;
}

const HELLO = 'hello';
const DEBOUNCE_MS = 250;

/**
 * Opens the channel of a talk, whose windows have one that requests the sources and sends the results to the others. Returns
 * the function that sends them. A receiver, which is a picture in the speaker's window, only listens.
 */
export function openWindows(
  talk: string,
  isReceiver: boolean,
  { onMessage, onHello }: { onMessage(message: LiveMessage): void; onHello(): void },
): (message: LiveMessage) => void {
  const channel = new BroadcastChannel(`rostrum:live:${location.pathname}:${talk}`);
  const waiting = new Map<string, LiveMessage>();
  let timer = 0;
  channel.addEventListener('message', ({ data }: MessageEvent<LiveMessage | typeof HELLO>) => {
    if (data === HELLO) return isReceiver ? undefined : onHello();
    if (isReceiver) onMessage(data);
  });
  if (isReceiver) channel.postMessage(HELLO);
  return (message) => {
    if (isReceiver) return;
    waiting.set(message.name, message);
    if (timer !== 0) return;
    timer = window.setTimeout(() => {
      timer = 0;
      for (const one of waiting.values()) channel.postMessage(one);
      waiting.clear();
    }, DEBOUNCE_MS);
  };
}
