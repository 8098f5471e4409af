import { MQTT_META, type Broker } from '../../talk/model/room/broker.ts';

/** The part of a client of the package `mqtt` that a room uses. */
export interface MqttClient {
  on(event: 'connect' | 'close', run: () => void): unknown;
  on(event: 'error', run: (error: Error) => void): unknown;
  on(event: 'message', run: (topic: string, message: Uint8Array) => void): unknown;
  on(event: 'packetreceive', run: (packet: { cmd: string }) => void): unknown;
  subscribeAsync(topic: string, options: { qos: 1 }): Promise<unknown>;
  publishAsync(topic: string, text: string, options: { qos: 1; retain: true }): Promise<unknown>;
  end(isForced: boolean): unknown;
}

/** A connection to a broker. */
export interface MqttSession {
  client: MqttClient;
  /** Resolves when the connection is over. */
  ended: Promise<void>;
}

interface MqttPackage {
  connect(address: string, options: object): MqttClient;
}

/** Name and password of a leader; followers have none. */
export type MqttLogin = { username: string; password: string } | null;

const OPTIONS = {
  // Only version 5 says that a place was refused.
  protocolVersion: 5,
  properties: { maximumPacketSize: 8000 },
  // The room has its own reconnection, which spreads the followers.
  reconnectPeriod: 0,
  connectTimeout: 10_000,
  keepalive: 50,
  // The other timer runs in a worker, which the policy of the page forbids.
  timerVariant: 'native',
};

/** Connects to a broker; rejects with its reason when it refuses or does not answer. */
export async function openMqttSession(broker: Broker, login: MqttLogin): Promise<MqttSession> {
  const { connect } = await loadMqtt();
  const client = connect(broker.address, { ...OPTIONS, ...login });
  const ended = new Promise<void>((resolve) => client.on('close', resolve));
  return new Promise((resolve, reject) => {
    client.on('connect', () => resolve({ client, ended }));
    client.on('error', (error) => {
      client.end(true);
      reject(error);
    });
    void ended.then(() => {
      client.end(true);
      reject(new Error('closed'));
    });
  });
}

/** Loads the package, which sets a global variable. */
async function loadMqtt(): Promise<MqttPackage> {
  const known = findMqtt();
  if (known) return known;
  const script = document.createElement('script');
  script.src = document.querySelector<HTMLMetaElement>(`meta[name="${MQTT_META}"]`)?.content ?? '';
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  }).finally(() => script.remove());
  const loaded = findMqtt();
  if (!loaded) throw new Error('The script holds no MQTT client.');
  return loaded;
}

function findMqtt(): MqttPackage | undefined {
  return (globalThis as { mqtt?: MqttPackage }).mqtt;
}
