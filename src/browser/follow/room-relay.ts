import { parseBroker } from '../../talk/model/room/broker.ts';
import type { Connect } from './connect.ts';
import { connectEvents } from './event-feed.ts';
import { connectFile } from './file-feed.ts';
import { isFile, openHttpPost } from './http-post.ts';
import type { Post } from './publisher.ts';

/** How a page reads and posts places at the relay of its talk. */
export interface RoomRelay {
  connect: Connect;
  openPost(secret: string): Post;
}

/** Chooses by the address: a topic of an MQTT broker, a file that is polled, or events. */
export async function openRoomRelay(url: string): Promise<RoomRelay> {
  const broker = parseBroker(url);
  if (!broker) {
    const connect = isFile(url) ? connectFile : connectEvents;
    return { connect, openPost: (secret) => openHttpPost(url, secret) };
  }
  const { connectMqtt, openMqttPost } = await import('./mqtt-relay.ts');
  return {
    connect: connectMqtt(broker),
    openPost: (secret) => openMqttPost(broker, secret),
  };
}
