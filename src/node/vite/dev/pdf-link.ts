import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { locateEngine } from '../../engine.ts';
import { makeTemporary } from '../../cache-file.ts';
import { toPdfPath } from '../../pages/address.ts';
import type { Project } from '../../project/project.ts';

/** The exit code of `rostrum export` for a talk with problems. */
const HAS_PROBLEMS = 1;
const EXPORT_TIMEOUT_MS = 180_000;

/** A PDF, or the reason why there is none. */
export type PdfOutcome = { bytes: Buffer } | { failure: string };

/** Exports the PDF of a talk. */
export type MakePdf = (talk: string) => Promise<PdfOutcome>;

type Next = (error?: unknown) => void;

/** Answers requests for `/NAME/NAME.pdf` with the output of `rostrum export NAME`. */
export function answerPdf(project: Project, makePdf: MakePdf) {
  const ask = queue(makePdf);
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = project.talkNames.find((talk) => pathname === `/${toPdfPath(talk)}`);
    if (request.method !== 'GET' || name === undefined) return next();
    // Each request starts a browser, so only our own pages and typed URLs may send it.
    if (/^(?:cross-site|same-site)$/.test(String(request.headers['sec-fetch-site']))) {
      response.writeHead(403).end();
      return;
    }
    ask(name).then((outcome) => {
      const isMade = 'bytes' in outcome;
      const type = isMade ? 'application/pdf' : 'text/plain; charset=utf-8';
      response.writeHead(isMade ? 200 : 500, { 'Content-Type': type, 'Cache-Control': 'no-store' });
      response.end(isMade ? outcome.bytes : outcome.failure);
    }, next);
  };
}

/** Exports talks with the command line, in a child process that ends with the server. */
export function exportByCommand(
  { root, asOf }: Pick<Project, 'root' | 'asOf'>,
  { signal, isSafe = false }: { signal: AbortSignal; isSafe?: boolean },
): MakePdf {
  return (talk) =>
    new Promise((resolve) => {
      const folder = makeTemporary('pdf');
      const file = path.join(folder, `${talk}.pdf`);
      const day = asOf === undefined ? [] : ['--as-of', asOf];
      const rostrum = path.join(locateEngine(), 'bin/rostrum.mjs');
      const safe = isSafe ? ['--safe'] : [];
      const words = [rostrum, 'export', '-o', file, ...day, ...safe, '--', talk];
      const env = { ...process.env, NO_COLOR: '1' };
      const options = { cwd: root, env, signal, timeout: EXPORT_TIMEOUT_MS };
      execFile(process.execPath, words, options, (error, _out, told) => {
        const outcome = error
          ? { failure: explain(error.code, told) }
          : { bytes: readFileSync(file) };
        rmSync(folder, { recursive: true, force: true });
        resolve(outcome);
      });
    });
}

/** Returns the last line of the output: the problems of the talk were printed before. */
function explain(code: unknown, told: string): string {
  const lines = told.trim().split('\n');
  if (code === HAS_PROBLEMS) return `${lines.at(-1)} The terminal lists them.`;
  return lines.slice(0, 4).join(' ') || 'The export was ended before it was done.';
}

/** Runs one task at a time, and shares it among concurrent equal requests. */
function queue(makePdf: MakePdf): MakePdf {
  const asked = new Map<string, Promise<PdfOutcome>>();
  let last: Promise<unknown> = Promise.resolve();
  return (talk) => {
    const running = asked.get(talk);
    if (running) return running;
    const outcome = last.then(() => makePdf(talk)).finally(() => asked.delete(talk));
    asked.set(talk, outcome);
    last = outcome.catch(() => {});
    return outcome;
  };
}
