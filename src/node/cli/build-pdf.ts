import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../chromium/chromium.ts';
import { exportTalks } from '../export/export.ts';
import { makeTemporary } from '../cache-file.ts';
import { parseExportOptions } from '../export/export-options.ts';
import type { Project } from '../project/project.ts';
import type { Terminal } from '../terminal.ts';
import { noteSandbox } from './sandbox-note.ts';

/** PDFs in a temporary folder, to be copied into a finished build. */
export interface ReadyPdfs {
  /** Copies them into a build. */
  copyInto(folder: string): void;
  /** Removes the temporary folder. */
  remove(): void;
}

/** Who is told, and whether programs of the project are passed over. */
export interface PdfOptions {
  terminal: Terminal;
  isSafe: boolean | undefined;
}

/** Exports all talks before a build writes anything, so that a talk that cannot be exported leaves the last build as it is. */
export async function exportPdfs(
  project: Project,
  { terminal, isSafe }: PdfOptions,
): Promise<ReadyPdfs> {
  const folder = makeTemporary('build');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const browser = openBrowser({ isSafe });
  browser.catch(() => {});
  const names = project.talkNames;
  const work = {
    project,
    names,
    cwd: project.root,
    output: folder,
    exportOptions: parseExportOptions({}),
  };
  try {
    await exportTalks({
      ...work,
      browser: noteSandbox(() => browser, terminal),
      // The files are moved afterwards, so their temporary names are not printed.
      terminal: { ...terminal, say: () => {}, showProblems: () => {} },
    });
  } catch (error) {
    remove();
    throw error;
  } finally {
    await browser.then(
      (opened) => opened[Symbol.asyncDispose](),
      () => {},
    );
  }
  return {
    copyInto(target) {
      for (const name of names) {
        copyFileSync(path.join(folder, `${name}.pdf`), path.join(target, name, `${name}.pdf`));
      }
    },
    remove,
  };
}
