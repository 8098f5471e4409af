import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { connect, createServer as createSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The secret of the relays of tests. */
export const SECRET = 'a-secret-of-tests';

/** A relay on this machine in the form of nginx with nchan, whose faults a test decides. */
export interface Relay extends AsyncDisposable {
  /** Its origin. */
  url: string;
  /** Bodies that leaders have posted, and how. */
  posted: { path: string; method: string; body: string }[];
  /** Number of requests for events. */
  joins: number;
  /** Whether it answers 503 to everything; defaults to no. */
  isBroken: boolean;
  /** Sends a text to all followers of a path, and keeps it for later ones. */
  send(path: string, text: string): void;
  /** Ends all connections, and forgets what it kept. */
  restart(): void;
}

const CORS = { 'Access-Control-Allow-Credentials': 'false', 'Access-Control-Allow-Origin': '*' };
const PREFLIGHT = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, POST, PUT',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
};

/** Starts a relay; it sends the headers and events that nchan 1.3.6 was recorded to send. */
export async function openRelay(): Promise<Relay> {
  const followers = new Map<ServerResponse, string>();
  const last = new Map<string, string>();
  let sent = 0;
  const write = (response: ServerResponse, text: string): void => {
    const data = text.split('\n').map((line) => `data: ${line}\n`);
    response.write(`id: 1795987909:${sent}\n${data.join('')}\n`);
  };
  const server = createServer((request, response) => {
    const { url: pathname = '', method = '' } = request;
    if (relay.isBroken) return response.writeHead(503, CORS).end();
    if (method === 'OPTIONS') return response.writeHead(204, PREFLIGHT).end();
    if (method !== 'GET') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.headers.authorization !== `Bearer ${SECRET}`)
          return response.writeHead(401, CORS).end();
        relay.posted.push({ path: pathname, method, body });
        relay.send(pathname, body);
        return response.writeHead(202, CORS).end('queued messages: 1');
      });
      return undefined;
    }
    if (pathname.endsWith('.json')) {
      const place = last.get(pathname);
      const type = { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=2' };
      if (place === undefined) return response.writeHead(404, CORS).end();
      return response.writeHead(200, { ...CORS, ...type }).end(place);
    }
    relay.joins += 1;
    response.writeHead(200, { ...CORS, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(': hi\n\n');
    const kept = last.get(pathname);
    if (kept !== undefined) write(response, kept);
    followers.set(response, pathname);
    response.on('close', () => followers.delete(response));
    return undefined;
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const relay: Relay = {
    url,
    posted: [],
    joins: 0,
    isBroken: false,
    send(pathname, text) {
      sent += 1;
      last.set(pathname, text);
      for (const [response, followed] of followers)
        if (followed === pathname) write(response, text);
    },
    restart() {
      last.clear();
      server.closeAllConnections();
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return relay;
}

/** nginx with the files of deploy/follow, or Mosquitto, started by a test. */
export interface RealRelay extends AsyncDisposable {
  url: string;
  /** Ends it, a broker as a crash does, and starts it again. */
  restart(): Promise<void>;
}

/** nginx on this machine; undefined without it. */
export const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));
const MODULE = '/usr/lib/nginx/modules/ngx_nchan_module.so';

/** Whether this machine has nginx with nchan, as Debian installs them. */
export const HAS_NGINX = NGINX !== undefined && existsSync(MODULE);

/** Starts nginx with the configuration of deploy/follow on a free port, in a folder of its own. */
export async function openNginxRelay(): Promise<RealRelay> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-relay-'));
  const port = await findPort();
  const text = readFileSync('deploy/follow/nginx.conf', 'utf8').replace(/:5820;/, `:${port};`);
  mkdirSync(path.join(folder, 'place'));
  // Started as root, its workers run as another user.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  writeFileSync(path.join(folder, 'nginx.conf'), user + text);
  const secret = `map $http_authorization $is_leader {\n  "~^Bearer ${SECRET}$" 1;\n}\n`;
  writeFileSync(path.join(folder, 'secret.conf'), secret);
  const words = ['-p', folder, '-c', path.join(folder, 'nginx.conf')];
  execFileSync(NGINX ?? '', [...words, '-t'], { stdio: 'pipe' });
  return keepRunning(NGINX ?? '', words, { url: `http://127.0.0.1:${port}`, folder });
}

/** Starts nginx before a broker, with the location of docs/follow.md; `url` is its address, except for the scheme. */
export async function openNginxBefore(broker: RealRelay): Promise<RealRelay> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-proxy-'));
  const port = await findPort();
  const [, sample = ''] = /```nginx\n([^]*?)```/.exec(readFileSync('docs/follow.md', 'utf8')) ?? [];
  const location = sample.replace('http://127.0.0.1:9001', broker.url);
  const file = path.join(folder, 'nginx.conf');
  const server = `access_log off; server { listen 127.0.0.1:${port};\n${location}}`;
  writeFileSync(file, `daemon off; pid pid; error_log stderr;\nevents {}\nhttp { ${server} }\n`);
  const words = ['-p', folder, '-c', file];
  return keepRunning(NGINX ?? '', words, { url: `http://127.0.0.1:${port}`, folder });
}

/** Starts a server, which a test restarts and ends; its folder goes with it. */
async function keepRunning(
  program: string,
  words: string[],
  { url, folder, signal = 'SIGTERM' }: { url: string; folder: string; signal?: NodeJS.Signals },
): Promise<RealRelay> {
  const start = async () => {
    const child = spawn(program, words, { stdio: 'ignore' });
    while (!(await isUp(url))) {
      if (child.exitCode !== null) throw new Error(`${program} ended: ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return child;
  };
  let child = await start();
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url,
    async restart() {
      await stop();
      child = await start();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Mosquitto on this machine; undefined without it. */
const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto'].find((file) =>
  existsSync(file),
);

/** Whether this machine has Mosquitto. */
export const HAS_MOSQUITTO = MOSQUITTO !== undefined;

/** Whether this machine can make certificates. */
export const HAS_OPENSSL = !spawnSync('openssl', ['version']).error;

/** Name and password of the leader at the broker of tests. */
export const LOGIN = `speaker:${SECRET}`;

/** How Mosquitto is started. */
export interface MosquittoOptions {
  /** Who may read and write what; defaults to the file of docs/follow.md. */
  rules?: string;
  /** Whether it has a certificate, as docs/follow.md says; its own name is the only one that trusts it. */
  hasCertificate?: boolean;
}

/** Starts Mosquitto with the files of docs/follow.md on a free port of this machine; `url` is its WebSocket address, except for the scheme. */
export async function openMosquitto({
  rules: ownRules,
  hasCertificate = false,
}: MosquittoOptions = {}): Promise<RealRelay> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-broker-'));
  const [port, plain] = [await findPort(), await findPort()];
  const [, settings = '', rules = ''] =
    /```conf\n([^]*?)```[^]*?```conf\n([^]*?)```/.exec(readFileSync('docs/follow.md', 'utf8')) ??
    [];
  const text = settings
    .replace(' 9001 ', ` ${port} `)
    .replace(' 1883 ', ` ${plain} `)
    .replaceAll('/etc/mosquitto', folder)
    .replace(/^protocol websockets$/m, `$&${hasCertificate ? certify(folder) : ''}`);
  // Started as root, it would continue as a user who cannot read the folder.
  const user = process.getuid?.() === 0 ? 'user root\n' : '';
  const file = path.join(folder, 'rostrum.conf');
  writeFileSync(file, user + text);
  writeFileSync(path.join(folder, 'rostrum.acl'), ownRules ?? rules);
  const words = ['-c', '-b', path.join(folder, 'rostrum.passwd'), ...LOGIN.split(':')];
  execFileSync('mosquitto_passwd', words, { stdio: 'pipe' });
  const url = `${hasCertificate ? 'https' : 'http'}://127.0.0.1:${port}`;
  return keepRunning(MOSQUITTO ?? '', ['-c', file], { url, folder, signal: 'SIGKILL' });
}

/** Makes a certificate that signs itself, and returns the lines that name it. */
function certify(folder: string): string {
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...words, ...names, '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return `\ncertfile ${cert}\nkeyfile ${key}`;
}

async function isUp(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** Returns a port of this machine that is free now. */
export async function findPort(): Promise<number> {
  const server = createSocket();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: ReturnType<typeof createSocket>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
