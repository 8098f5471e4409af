import { tmpdir } from 'node:os';
import { withDeadline } from '../deadline.ts';
import { MachineError } from '../errors.ts';
import {
  BROWSER_VARIABLE,
  findBrowsers,
  type BrowserBinary,
  type FindOptions,
} from './find-browser.ts';
import { openPage, type Page } from './chromium-page.ts';
import { findSandboxObstacle } from './sandbox.ts';
import { startProcess, type BrowserProcess } from './process.ts';

/** A running headless browser; disposing of it ends it and removes all it left behind. */
export interface Browser extends AsyncDisposable {
  path: string;
  /** Why it runs without its sandbox, in words; null when it runs in it. */
  sandboxObstacle: string | null;
  /** Asks for its name and version, such as `HeadlessChrome/143.0.7499.0`. */
  version(): Promise<string>;
  page(): Promise<Page>;
}

/** Options of opening a browser. */
export interface OpenOptions extends FindOptions {
  /** Milliseconds that a started browser may take to answer; defaults to 30,000. */
  deadline?: number;
}

/** Starts the best browser of the machine; throws a `MachineError` with all attempts when none starts. */
export async function openBrowser(options: OpenOptions = {}): Promise<Browser> {
  const tried: string[] = [];
  for await (const binary of findBrowsers(options)) {
    const started = startProcess(binary);
    try {
      await waitForAnswer(started, options.deadline ?? 30_000);
      return toBrowser(binary, started, await findFirstTab(started));
    } catch (error) {
      started.kill();
      tried.push(`${binary.path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw noBrowser(tried);
}

async function waitForAnswer({ connection }: BrowserProcess, milliseconds: number): Promise<void> {
  // The browser reports crashed tabs only after this command.
  const answer = connection.send('Target.setDiscoverTargets', { discover: true });
  await withDeadline(answer, milliseconds, () => {
    throw new MachineError(`The browser did not answer within ${milliseconds / 1000} seconds.`);
  });
}

function toBrowser(
  binary: BrowserBinary,
  { connection, end }: BrowserProcess,
  firstTab: string | undefined,
): Browser {
  let unused = firstTab;
  return {
    path: binary.path,
    sandboxObstacle: findSandboxObstacle(binary),
    version: async () => (await connection.send('Browser.getVersion')).product,
    page() {
      const tab = unused;
      unused = undefined;
      return openPage(connection, tab);
    },
    [Symbol.asyncDispose]: end,
  };
}

async function findFirstTab({ connection }: BrowserProcess): Promise<string | undefined> {
  const { targetInfos } = await connection.send('Target.getTargets');
  return targetInfos.find(({ type }) => type === 'page')?.targetId;
}

function noBrowser(tried: string[]): MachineError {
  const bundled = process.platform === 'linux' && process.arch === 'x64';
  const hint =
    `${bundled ? 'Run "npm install --save-dev @sparticuz/chromium", install' : 'Install'} Chrome, Chromium or Edge, ` +
    `or set ${BROWSER_VARIABLE} to the full path of one.`;
  if (tried.length === 0)
    return new MachineError('No browser was found on this machine.', { hint });
  const lacksRoom = tried.some((text) => NO_ROOM.test(text));
  return new MachineError(`No browser starts on this machine.\n${tried.join('\n')}`, {
    hint: lacksRoom
      ? `A browser needs 64 MB in "${tmpdir()}". Make room there, or name another folder with TMPDIR.`
      : hint,
  });
}

/** What a browser prints that finds no place for its temporary files. */
const NO_ROOM = /shared memory/;
