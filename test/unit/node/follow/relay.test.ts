import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkBroker } from '../../../../src/node/follow/check-broker.ts';
import { checkRelay } from '../../../../src/node/follow/check-relay.ts';
import { writeRelay } from '../../../../src/node/follow/write-relay.ts';
import { findMqtt } from '../../../../src/node/find-package.ts';
import {
  HAS_MOSQUITTO,
  HAS_NGINX,
  HAS_OPENSSL,
  LOGIN,
  NGINX,
  openMosquitto,
  openNginxBefore,
  openNginxRelay,
  openRelay,
  SECRET,
  type Relay,
} from '../../../support/relay.ts';

const TEMPLATE = 'deploy/follow';
const hasProgram = (name: string, word: string): boolean => !spawnSync(name, [word]).error;
const HAS_SYSTEMD = hasProgram('systemd-analyze', '--version');

let relay: Relay;
const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-follow-'));

beforeAll(async () => (relay = await openRelay()));
afterEach(() => (relay.isBroken = false));
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test('writes a relay with a secret of its own, which only its owner reads, and overwrites nothing', () => {
  const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
  const files = writeRelay(one);
  expect(files).toEqual(
    expect.arrayContaining(['README.md', 'nginx.conf', 'secret.conf', 'secret.txt']),
  );
  writeRelay(other);
  const read = (home: string): string => readFileSync(path.join(home, 'secret.txt'), 'utf8').trim();
  expect(read(one)).not.toBe(read(other));
  expect(read(one)).toMatch(/^[\w-]{32}$/);
  expect(readFileSync(path.join(one, 'secret.conf'), 'utf8')).toContain(
    `"~^Bearer ${read(one)}$" 1;`,
  );
  for (const name of ['secret.txt', 'secret.conf']) {
    if (process.platform !== 'win32') expect(statSync(path.join(one, name)).mode & 0o77).toBe(0);
  }
  expect(() => writeRelay(one)).toThrow('is not empty');
});

test('finds that a relay works, for events and for a file, and leaves the talks alone', async () => {
  expect(await checkRelay(`${relay.url}/live/{talk}`, SECRET)).toBeGreaterThanOrEqual(0);
  expect(await checkRelay(`${relay.url}/place/{talk}.json`, SECRET)).toBeGreaterThanOrEqual(0);
  expect(relay.posted.every((one) => one.path.includes('rostrum-check-'))).toBe(true);
});

test('says what is wrong with a relay', async () => {
  const address = `${relay.url}/live/{talk}`;
  await expect(checkRelay(address, 'wrong')).rejects.toThrow('it answered 401 to the secret');
  await expect(checkRelay(address, '')).rejects.toThrow('needs the secret');
  await expect(checkRelay(`${relay.url}/live/talk`, SECRET)).rejects.toThrow('{talk}');
  await expect(checkRelay('{talk}', SECRET)).rejects.toThrow('no address of a relay');
  await expect(checkRelay('http://127.0.0.1:1/{talk}', SECRET)).rejects.toThrow(
    'could not be reached',
  );
  relay.isBroken = true;
  await expect(checkRelay(address, SECRET)).rejects.toThrow('it answered 503');
});

test.skipIf(!HAS_NGINX)('finds that nginx with the files of deploy/follow works', async () => {
  await using nginx = await openNginxRelay();
  expect(await checkRelay(`${nginx.url}/live/{talk}`, SECRET)).toBeGreaterThanOrEqual(0);
  expect(await checkRelay(`${nginx.url}/place/{talk}.json`, SECRET)).toBeGreaterThanOrEqual(0);
});

test('says what a check of a broker lacks', async () => {
  const address = 'ws://127.0.0.1:1/mqtt#talks/{talk}';
  const mqtt = findMqtt({ root: folder, isSafe: true });
  await expect(checkBroker('ws://127.0.0.1:1/mqtt#talks', LOGIN, mqtt)).rejects.toThrow('{talk}');
  await expect(checkBroker(address, 'speaker', mqtt)).rejects.toThrow('needs user:password');
  await expect(checkBroker(address, LOGIN, undefined)).rejects.toThrow('needs the package mqtt');
  await expect(checkBroker(address, LOGIN, mqtt)).rejects.toThrow('could not connect');
});

test.skipIf(!HAS_MOSQUITTO)('checks Mosquitto with the files of docs/follow.md', async () => {
  const mqtt = findMqtt({ root: folder, isSafe: true });
  await using broker = await openMosquitto();
  const url = broker.url.replace('http', 'ws');
  const address = `${url}/mqtt#talks/{talk}`;
  expect(await checkBroker(address, LOGIN, mqtt)).toBeGreaterThanOrEqual(0);
  await expect(checkBroker(address, 'speaker:wrong', mqtt)).rejects.toThrow('refused the name');
  await expect(checkBroker(`${url}/mqtt#others/{talk}`, LOGIN, mqtt)).rejects.toThrow(
    'refused a place on that topic',
  );
  await using open = await openMosquitto({ rules: 'topic talks/#\n' });
  const faulty = `${open.url.replace('http', 'ws')}/mqtt#talks/{talk}`;
  await expect(checkBroker(faulty, LOGIN, mqtt)).rejects.toThrow('anybody can lead');
});

test.skipIf(!HAS_NGINX || !HAS_MOSQUITTO)(
  'checks Mosquitto through nginx with the location of docs/follow.md',
  async () => {
    const mqtt = findMqtt({ root: folder, isSafe: true });
    await using broker = await openMosquitto();
    await using nginx = await openNginxBefore(broker);
    const address = `${nginx.url.replace('http', 'ws')}/mqtt#talks/{talk}`;
    expect(await checkBroker(address, LOGIN, mqtt)).toBeGreaterThanOrEqual(0);
  },
);

test.skipIf(!HAS_NGINX || !HAS_OPENSSL)('nginx takes the server with TLS of the README', () => {
  const [, sample = ''] =
    /```nginx\n([^]*?)```/.exec(readFileSync(`${TEMPLATE}/README.md`, 'utf8')) ?? [];
  const home = path.join(folder, 'tls');
  mkdirSync(home);
  const [certificate, key] = [path.join(home, 'cert.pem'), path.join(home, 'key.pem')];
  const words = `req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -out ${certificate} -keyout ${key}`;
  execFileSync('openssl', words.split(' '), { stdio: 'pipe' });
  const server = sample.replace(/\S+fullchain\.pem/, certificate).replace(/\S+privkey\.pem/, key);
  const file = path.join(home, 'nginx.conf');
  writeFileSync(file, `pid ${home}/pid;\nevents {}\nhttp {\n${server}}\n`);
  const { status, stderr } = spawnSync(NGINX ?? '', ['-t', '-p', home, '-c', file], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
});

test.skipIf(!HAS_SYSTEMD)('systemd takes the unit', () => {
  const file = path.join(folder, 'rostrum-relay.service');
  const unit = readFileSync(`${TEMPLATE}/rostrum-relay.service`, 'utf8');
  // The machine need not have nginx.
  writeFileSync(file, unit.replace('/usr/sbin/nginx', '/bin/true'));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  expect([status, stderr.includes('rostrum-relay')], stderr).toEqual([0, false]);
});
