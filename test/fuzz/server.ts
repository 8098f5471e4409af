import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'vite';
import { createTerminal } from '../../src/node/terminal.ts';
import { rostrum } from '../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../src/node/vite/site.ts';
import { SMALL_PROJECT } from '../support/project.ts';

/** A dev server of a small project that keeps what it prints. */
export interface DevServer extends AsyncDisposable {
  base: string;
  /** What clients of its socket have to know. */
  token: string;
  /** Returns what was printed since the last call. */
  takePrinted(): string;
  /** Sends bytes, and returns all that is answered until the server hangs up or says no more. */
  send(pieces: readonly (string | Buffer)[]): Promise<string>;
}

/** Words of files that no answer may hold. */
export const SECRET = 'planted-secret-word';

/** A frame of a stack trace. */
export const STACK = /\n\s+at .*(?:node:|\.[jt]s:\d)/;

const IDLE_MS = 2000;
const SECRET_FILES = ['../outside.txt', '.env', '.ssh/id_rsa', 'private/key.pem', 'data/users.ts'];

/** Starts a dev server with planted secrets in and around its project. */
export async function openDevServer(): Promise<DevServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-fuzz-'));
  const root = path.join(folder, 'project');
  const secrets = SECRET_FILES.map((file) => [file, `// ${SECRET}\n`] as const);
  for (const [file, text] of [...Object.entries(SMALL_PROJECT), ...secrets]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const printed: string[] = [];
  const stream = { write: (text: string) => printed.push(text) };
  const commandOptions: CommandOptions = {
    terminal: createTerminal({ out: stream, err: stream, env: {} }),
    isSafe: true,
  };
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: commandOptions }, rostrum()],
    server: { port: 0 },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    base,
    token: server.config.webSocketToken,
    takePrinted: () => printed.splice(0).join(''),
    send: (pieces) => send(base, pieces),
    async [Symbol.asyncDispose]() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function send(base: string, pieces: readonly (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (data) => (answer += String(data)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    for (const piece of pieces) socket.write(piece);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
  });
}
