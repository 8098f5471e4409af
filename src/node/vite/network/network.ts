import type { ViteDevServer } from 'vite';
import { guardDoor, guardUpgrade, type DoorOptions } from '../dev/door.ts';
import type { DevClient } from '../dev/dev-client.ts';
import { toFileUrl, toPlainUrls } from '../dev/dev-urls.ts';
import { readCommandOptions, type NetworkOptions, type Site } from '../site.ts';
import { isOnNetwork } from './addresses.ts';
import { openGate, type Middleware } from './gate.ts';
import { answerGuests } from './guest.ts';
import { relayStage } from './stage-relay.ts';
import { addToken, createToken } from './token.ts';

/** What guards a dev server towards a network. */
export interface NetworkGuard {
  site: Site;
  door: DoorOptions;
  client: DevClient;
}

/** Lets those of a network who have the token use a dev server, and gives the others plain decks at most. */
export function guardNetwork(server: ViteDevServer, { site, door, client }: NetworkGuard): void {
  const { config, middlewares, httpServer, ws } = server;
  const { terminal, project, isEmbeddable } = site;
  const { network } = readCommandOptions(config);
  const { token, guestTalks, isLocal }: NetworkOptions = network ?? {
    token: createToken(),
    guestTalks: [],
  };
  const guests = answerGuests({
    project,
    base: config.base,
    talks: guestTalks,
    isEmbeddable,
    toUrl: toFileUrl(config),
    openLinks: async (talk) => toPlainUrls(config, await client.open(talk ?? undefined), talk),
    answerClient: client.answer,
  });
  const answerGuest = chain(guardDoor(door), guests);
  const warn = (address: string): void =>
    terminal.warn(`Someone at ${address} presented a wrong token, and got nothing that needs it.`);
  const gate = openGate({ config, token, isLocal, answerGuest, warn });
  // Before everything that Vite and other plugins answer.
  middlewares.stack.unshift({ route: '', handle: gate.guard });
  httpServer?.prependListener('upgrade', (request) => guardUpgrade(request, gate.admitsSocket));
  // A socket may also come by a port of its own, where Vite is told so.
  ws.on('connection', (socket, request) => {
    if (!gate.admitsSocket(request)) socket.terminate();
  });
  relayStage(server, terminal);
  if (network === undefined && isOnNetwork(config)) printToken(server, site, token);
}

/** Prints the addresses with the token after those that plain Vite prints. */
function printToken(server: ViteDevServer, { terminal }: Site, token: string): void {
  const print = server.printUrls.bind(server);
  server.printUrls = () => {
    print();
    const addresses = (server.resolvedUrls?.network ?? []).map((one) => addToken(one, token));
    terminal.note(`Others in this network need the token: ${addresses.join(' ')}`);
  };
}

function chain(first: Middleware, second: Middleware): Middleware {
  return (request, response, next) =>
    first(request, response, (error) => (error ? next(error) : second(request, response, next)));
}
