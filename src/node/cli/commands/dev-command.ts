import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { MachineError, UsageError } from '../../errors.ts';
import { hasCode } from '../../system-error.ts';
import type { Terminal } from '../../terminal.ts';
import type { Site } from '../../vite/site.ts';
import { addToken } from '../../vite/network/token.ts';
import { readAsOf, readPort } from '../arguments.ts';
import { defineCommand, type Command } from '../command.ts';
import { optimizeAsUsual } from '../config/optimizer.ts';
import { AS_OF, OFFLINE, SAFE } from '../shared-options.ts';
import { isAddress, openNetwork, toOpened, toScanned } from '../network-options.ts';
import { offerCode } from '../qr-code.ts';
import { noteSafe } from '../config/safe-mode.ts';
import type { CommandTools } from '../command-tools.ts';
import { siteOf, requireTalks, toViteConfig } from '../config/vite-config.ts';

/** By then the first page is painted. */
const STARTED_AFTER_MS = 3000;
const RECIPE = /[\\/]rostrum[\\/]recipes[\\/]/;

/** Defines `rostrum dev`, which serves the talks while they are edited. */
export function makeDevCommand({ terminal, root, deck }: CommandTools): Command {
  return defineCommand('dev', {
    args: {
      talk: {
        type: 'positional',
        required: false,
        valueHint: 'TALK...',
        description: 'With --host, a talk that others may see without the token; all by default.',
      },
      port: {
        type: 'string',
        valueHint: 'N',
        description:
          'Serves at this port, or not at all; defaults to the first free one from 5173.',
      },
      host: {
        type: 'string',
        valueHint: '[ADDRESS]',
        takes: isAddress,
        description:
          'Listens on this IP address, or on all: with the token that it prints, a phone moves the slides; others get slides only. A name is written as --host=NAME. Defaults to 127.0.0.1, this machine only.',
      },
      open: { type: 'boolean', description: 'Opens the browser.' },
      rehearse: {
        type: 'boolean',
        description:
          'Records each run through a talk as a rehearsal, in rehearsals/; "rostrum timing" compares them.',
      },
      'as-of': AS_OF,
      offline: OFFLINE,
      safe: SAFE,
    },
    async run(args) {
      const port = readPort(args.port);
      const offline = args.offline ?? args.safe ?? false;
      // A new project has no talk yet; its first talk appears when it is saved.
      if (!existsSync(path.join(root, 'slides'))) requireTalks(root);
      if (args.safe) noteSafe(root, terminal);
      const asOf = readAsOf(args['as-of']);
      const network = openNetwork(args, root);
      if (args.rehearse && args.safe)
        throw new UsageError('--rehearse writes files into the project, which --safe does not.');
      const isRehearsed = args.rehearse;
      const commandOptions = { terminal, asOf, offline, isSafe: args.safe, isRehearsed, network };
      const config = await toViteConfig(root, commandOptions, { command: 'serve' });
      const { createServer } = await import('vite');
      const server = await createServer({
        ...config,
        server: {
          ...(port === undefined ? {} : { port, strictPort: true }),
          ...(args.host === undefined ? {} : { host: args.host === '' ? true : args.host }),
          open: (args.open ?? false) && hasScreen(process) && toOpened(args, network),
        },
      });
      // The watcher of an unused server would keep the process alive.
      const { project } = await start(server).catch(async (error: unknown) => {
        await server.close();
        throw explainListening(error, port);
      });
      stayAlive(terminal);
      deck?.watch();
      setTimeout(optimizeAsUsual, STARTED_AFTER_MS).unref();
      const { local = [], network: reached = [] } = server.resolvedUrls ?? {};
      const shared = reached.map((address) => addToken(address, network.token));
      terminal.welcome([...local, ...shared], project.talkNames);
      if (isRehearsed) terminal.note('  Each run through a talk is recorded in rehearsals/.\n');
      const [scanned] = shared;
      if (network && scanned !== undefined)
        offerCode(terminal, toScanned(scanned, network, project.talkNames));
    },
  });
}

/** Keeps the server running when a recipe fails that nothing awaits any more. */
function stayAlive(terminal: Terminal): void {
  const tell = (error: unknown): void => {
    const isRecipe = error instanceof Error && RECIPE.test(error.stack ?? '');
    if (isRecipe) terminal.complain(`A recipe failed after it was read: ${error.message}`);
    else terminal.reportInternalError(error);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

async function start(server: ViteDevServer): Promise<Site> {
  const site = siteOf(server.config);
  await server.listen();
  return site;
}

function explainListening(error: unknown, port: number | undefined): unknown {
  const isTaken = hasCode(error, 'EADDRINUSE') || /already in use/.test(String(error));
  if (!isTaken) return error;
  return new MachineError(`Port ${port} is in use.`, {
    hint: 'Choose another with --port, or leave it out to take the first free one.',
    cause: error,
  });
}

/** Returns whether a browser can open a window; a Linux machine used over a network often has no screen. */
function hasScreen({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
