import {
  parsePictureMessage,
  parseStageMessage,
  type PictureMessage,
  type StageMessage,
} from './stage-messages.ts';
import { openRelay } from './relay.ts';

const STAGE = 'rostrum:stage';

/** A channel between windows; only pages of the same origin can join it. */
export interface Channel<Message> {
  send(message: Message): void;
}

/**
 * Opens the channel of all decks and speaker's pages, with a dev server those of other browsers too; messages of any other
 * shape are ignored.
 */
export function openStageChannel(
  onMessage: (message: StageMessage) => void,
): Channel<StageMessage> {
  const take = (data: unknown): void => {
    const message = parseStageMessage(data);
    if (message !== null) onMessage(message);
  };
  const near = openChannel(STAGE, parseStageMessage, onMessage);
  const sendFar = openRelay(STAGE, take);
  return {
    send(message) {
      near.send(message);
      sendFar(message);
    },
  };
}

/** Opens the channel of one picture in a speaker's page, whose random id no other page knows. */
export function openPictureChannel(
  id: string,
  onMessage: (message: PictureMessage) => void,
): Channel<PictureMessage> {
  return openChannel(`rostrum:picture:${id}`, parsePictureMessage, onMessage);
}

function openChannel<Message>(
  name: string,
  parse: (data: unknown) => Message | null,
  onMessage: (message: Message) => void,
): Channel<Message> {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => {
    const message = parse(data);
    if (message !== null) onMessage(message);
  });
  return {
    send(message) {
      channel.postMessage(message);
    },
  };
}

/** Returns the path of the page's talk, by which windows of the same talk know each other. */
export function readTalkPath(): string {
  return location.pathname.replace(/index\.html$/, '');
}
