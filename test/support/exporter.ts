import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser, type Browser } from '../../src/node/chromium/browser.ts';
import { exportTalks } from '../../src/node/export/export.ts';
import { readWishes, type WishOptions } from '../../src/node/export/wishes.ts';
import { Project } from '../../src/node/project/project.ts';
import { createTerminal } from '../../src/node/terminal.ts';

/** What an export wrote: a file, the folder it stands in, and what the terminal said. */
export interface Exported {
  bytes: Buffer;
  folder: string;
  err: string;
}

/** Exports talks without a process for each; all exports share one bundled browser. */
export interface Exporter extends AsyncDisposable {
  /** Exports a talk to a file of this name, with the options of the command line. */
  write(talk: string, name: string, options?: WishOptions): Promise<Exported>;
}

/** Opens a project to be exported. */
export function openExporter(root: string): Exporter {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-exporter-'));
  const project = new Project({ root });
  let opened: Promise<Browser> | undefined;
  const browser = (): Promise<Browser> => (opened ??= openBrowser({ prefer: 'bundled' }));
  return {
    async write(talk, name, options = {}) {
      const file = path.join(folder, name);
      let err = '';
      const terminal = createTerminal({
        out: { write: () => undefined },
        err: { write: (text) => (err += text) },
        env: {},
      });
      const wishes = readWishes({ ...options, output: file });
      const work = { project, terminal, wishes, browser, cwd: folder };
      await exportTalks({ ...work, names: [talk], output: file });
      const isFolder = wishes.format === 'png' && !wishes.contactSheet;
      return { bytes: isFolder ? Buffer.alloc(0) : readFileSync(file), folder: file, err };
    },
    async [Symbol.asyncDispose]() {
      await (await opened)?.[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
