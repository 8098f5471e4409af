/** An MQTT broker that listens for WebSockets, and the topic of a talk there. */
export interface Broker {
  address: string;
  topic: string;
}

/** Name of the `meta` element with the address of the package `mqtt` as a script; pages that hold the script have none. */
export const MQTT_META = 'rostrum:mqtt';

const SOCKET = /^wss?:/i;
const LOGIN = /^([^:]+):(.+)$/;

/** Splits the address of a talk into its broker and topic, `wss://broker.example/mqtt#talks/a`; null for other relays. */
export function parseBroker(url: string): Broker | null {
  if (!SOCKET.test(url)) return null;
  const [address = '', topic = ''] = url.split('#');
  return { address, topic };
}

/** Splits a leader's secret, `user:password`; null when it has no such form. */
export function parseLogin(secret: string): { username: string; password: string } | null {
  const [, username, password] = LOGIN.exec(secret) ?? [];
  return username === undefined || password === undefined ? null : { username, password };
}
