import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseBroker, parseLogin } from '../../talk/model/room/broker.ts';
import { withDeadline } from '../deadline.ts';
import { MachineError, UsageError } from '../errors.ts';

const TALK = '{talk}';
const TIMEOUT_MS = 10_000;
const OPTIONS = { protocolVersion: 5, reconnectPeriod: 0, connectTimeout: TIMEOUT_MS };
const RETAINED = { qos: 1, retain: true };

/** The part of a client of the package `mqtt` that the check uses. */
interface Client {
  on(event: 'message', run: (topic: string, message: Uint8Array) => void): unknown;
  on(event: 'error', run: () => void): unknown;
  subscribeAsync(topic: string, options: { qos: 1 }): Promise<unknown>;
  publishAsync(topic: string, text: string, options: object): Promise<unknown>;
  endAsync(isForced: boolean): Promise<unknown>;
}

interface MqttPackage {
  connectAsync(address: string, options: object): Promise<Client>;
}

/**
 * Publishes a place at a broker and reads it as a follower does; returns the milliseconds between. `folder` is that of the
 * package `mqtt`. It uses a talk that does not exist, and leaves nothing on the broker.
 */
export async function checkBroker(
  address: string,
  secret: string,
  folder: string | undefined,
): Promise<number> {
  const broker = parseBroker(address);
  if (!broker?.topic.includes(TALK) || !URL.canParse(address)) throw wrongAddress(address);
  const login = parseLogin(secret);
  if (!login) throw noLogin();
  if (folder === undefined) throw noPackage();
  const { connectAsync } = createRequire(path.join(folder, 'package.json'))(folder) as MqttPackage;
  const topic = broker.topic.replaceAll(TALK, `rostrum-check-${randomUUID()}`);
  const clients: Client[] = [];
  const open = async (more: object): Promise<Client> => {
    const client = await connectAsync(broker.address, { ...OPTIONS, ...more });
    client.on('error', () => {});
    clients.push(client);
    return client;
  };
  try {
    const follower = await attempt(open({}), 'a follower without a name could not connect');
    // A broker that lets anybody publish would let anybody lead.
    const refused = follower.publishAsync(topic, '', RETAINED).then(fail, () => {});
    await attempt(refused, 'it takes places without the password, so that anybody can lead');
    const leader = await attempt(open(login), 'it refused the name or the password');
    const body = JSON.stringify({ build: 'check', slide: 'check', step: -1, seq: Date.now() });
    const start = performance.now();
    await attempt(leader.publishAsync(topic, body, RETAINED), 'it refused a place on that topic');
    await attempt(receive(follower, topic, body), 'a follower does not get what was published');
    const elapsed = performance.now() - start;
    await leader.publishAsync(topic, '', RETAINED);
    return Math.round(elapsed);
  } finally {
    await Promise.all(clients.map((client) => client.endAsync(true)));
  }
}

function fail(): never {
  throw new Error('published');
}

/** Subscribes, and waits for a text that the broker has kept. */
async function receive(client: Client, topic: string, wanted: string): Promise<void> {
  const received = new Promise<void>((resolve) => {
    client.on('message', (_, message) => {
      if (new TextDecoder().decode(message) === wanted) resolve();
    });
  });
  await client.subscribeAsync(topic, { qos: 1 });
  await received;
}

async function attempt<T>(work: Promise<T>, reason: string): Promise<T> {
  try {
    return await withDeadline(work, TIMEOUT_MS, () => {
      throw new Error('no answer within ten seconds');
    });
  } catch (cause) {
    const hint =
      'Clients without a name have to be able to read the topic, and the leader alone to write it.';
    throw new MachineError(`The broker does not work: ${reason}.`, { hint, cause });
  }
}

function wrongAddress(address: string): UsageError {
  const hint = 'An example: wss://broker.example.org/mqtt#talks/{talk}';
  return new UsageError(`"${address}" has no topic with {talk} in it.`, hint);
}

function noLogin(): UsageError {
  const hint = 'Try: ROSTRUM_FOLLOW_SECRET=user:password npx rostrum follow --check ...';
  return new UsageError('The check needs user:password, in ROSTRUM_FOLLOW_SECRET.', hint);
}

function noPackage(): UsageError {
  return new UsageError('The check needs the package mqtt.', 'Install it with "npm install mqtt".');
}
