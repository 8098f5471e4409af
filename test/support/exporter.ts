import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Block } from '../../src/talk/model/block.ts';
import { openBrowser, type Browser } from '../../src/node/chromium/chromium.ts';
import { exportTalks } from '../../src/node/export/export.ts';
import { parseExportOptions, type ExportArguments } from '../../src/node/export/export-options.ts';
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
  /** Where the files are written. */
  folder: string;
  /** Exports a talk to a file of this name, with the options of the command line. */
  write(talk: string, name: string, options?: ExportArguments): Promise<Exported>;
  /** Parses texts as XML, as a browser does; returns what is wrong with each by its name. */
  findXmlFaults(texts: Record<string, string>): Promise<Record<string, string>>;
}

/** Opens a project to be exported, with blocks of its own. */
export function openExporter(root: string, blocks: readonly Block[] = []): Exporter {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-exporter-'));
  const project = new Project({ root, blocks });
  let opened: Promise<Browser> | undefined;
  const browser = (): Promise<Browser> => (opened ??= openBrowser({ prefer: 'bundled' }));
  return {
    folder,
    async write(talk, name, options = {}) {
      const file = path.join(folder, name);
      let err = '';
      const terminal = createTerminal({
        out: { write: () => undefined },
        err: { write: (text) => (err += text) },
        env: {},
      });
      const exportOptions = parseExportOptions({ ...options, output: file });
      const work = { project, terminal, exportOptions, browser, cwd: folder };
      await exportTalks({ ...work, names: [talk], output: file }).catch((cause: unknown) => {
        throw new Error(err || 'The export failed.', { cause });
      });
      const isFolder = exportOptions.format === 'png' && !exportOptions.contactSheet;
      return { bytes: isFolder ? Buffer.alloc(0) : readFileSync(file), folder: file, err };
    },
    async findXmlFaults(texts) {
      const page = await (await browser()).page();
      const found = await page.evaluate<Record<string, string>>(
        `(${findFaults.toString()})(${JSON.stringify(texts)})`,
      );
      await page.close();
      return found;
    },
    async [Symbol.asyncDispose]() {
      await (await opened)?.[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
function findFaults(texts: Record<string, string>): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    const fault = parsed.querySelector('parsererror');
    if (fault) faults[name] = fault.textContent ?? '';
  }
  return faults;
}
