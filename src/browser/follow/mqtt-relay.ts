import { parseLogin, type Broker } from '../../talk/model/room/broker.ts';
import type { Connect } from './connect.ts';
import { openMqttSession, type MqttSession } from './mqtt-session.ts';
import type { Post } from './publisher.ts';

const TIMEOUT_MS = 10_000;
/** Codes of a wrong name or password, and of a topic that the leader may not write. */
const REFUSED: readonly unknown[] = [4, 5, 134, 135];
/** Packets that a broker sends of itself or as an answer to a ping. */
const ALIVE = ['publish', 'pingresp'];

/** Reads the topic of a broker as a client without a name; the broker sends the retained place first. */
export function connectMqtt(broker: Broker): Connect {
  return (_, { onOpen, onAlive, onText, onFail }) => {
    let session: MqttSession | null = null;
    let isOver = false;
    const close = (): void => {
      isOver = true;
      session?.client.end(true);
    };
    const fail = (): void => {
      if (isOver) return;
      close();
      onFail();
    };
    const start = async (): Promise<void> => {
      session = await openMqttSession(broker, null);
      const { client, ended } = session;
      if (isOver) return close();
      void ended.then(fail);
      client.on('packetreceive', ({ cmd }) => ALIVE.includes(cmd) && onAlive());
      client.on('message', (_topic, message) => onText(new TextDecoder().decode(message)));
      await client.subscribeAsync(broker.topic, { qos: 1 });
      if (!isOver) onOpen();
    };
    start().catch(fail);
    return close;
  };
}

/** Posts places as retained messages of a topic; the secret is `user:password`. */
export function openMqttPost(broker: Broker, secret: string): Post {
  const login = parseLogin(secret);
  let opened: Promise<MqttSession> | null = null;
  const close = (): void => {
    opened?.then(
      ({ client }) => client.end(true),
      () => {},
    );
    opened = null;
  };
  return {
    close,
    async send(place) {
      if (login === null) return 'refused';
      try {
        opened ??= openMqttSession(broker, login);
        const { client, ended } = await opened;
        const options = { qos: 1, retain: true } as const;
        const arrived = client.publishAsync(broker.topic, JSON.stringify(place), options);
        await Promise.race([arrived, failAfter(ended)]);
        return 'arrived';
      } catch (error) {
        close();
        return REFUSED.includes((error as { code?: unknown }).code) ? 'refused' : 'failed';
      }
    },
  };
}

/** Rejects when a connection is over, or after a while. */
async function failAfter(ended: Promise<void>): Promise<never> {
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS))]);
  throw new Error('no answer');
}
