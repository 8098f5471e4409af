import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { parseRehearsal, type Rehearsal } from '../../../talk/model/rehearsal/rehearsal.ts';
import { REHEARSAL_PATH } from '../../../talk/model/wire.ts';
import { writeWhole } from '../../write-whole.ts';
import { isLocalRequest } from '../network/addresses.ts';
import type { Site } from '../site.ts';

/** The folder of a project in which rehearsals lie. */
const FOLDER = 'rehearsals';
const MAX_BYTES = 2 << 20;
/** More files are not written: something else than a speaker sends them. */
const MAX_FILES = 1000;

type Next = (error?: unknown) => void;
type RehearsedSite = { project: Pick<Site['project'], 'root' | 'talkNames'>; isSafe: boolean };

/** Writes the rehearsals that pages of this machine send to files; none in safe mode. */
export function answerRehearsals(site: RehearsedSite, now: () => Date = () => new Date()) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(REHEARSAL_PATH)) return next();
    const end = (status: number, words: string): void => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(words);
    };
    const refusal = findRefusal(request, site);
    if (refusal) return end(refusal.status, refusal.words);
    readBody(request).then((text) => {
      const run = text === null ? null : toRun(text);
      const talk = decode(pathname.slice(REHEARSAL_PATH.length));
      if (!run || run.talk !== talk || !site.project.talkNames.includes(talk))
        return end(400, 'This is no rehearsal of a talk.');
      const file = writeRun(site.project.root, run, now());
      if (file === null) end(507, `There are too many files in ${FOLDER}/.`);
      else end(201, file);
    }, next);
  };
}

function findRefusal(
  request: IncomingMessage,
  { isSafe }: RehearsedSite,
): { status: number; words: string } | null {
  if (request.method !== 'POST') return { status: 405, words: 'Only POST writes a rehearsal.' };
  if (isSafe) return { status: 403, words: 'Nothing is written in safe mode.' };
  // What a form of another page could send is of other types.
  const isJson = request.headers['content-type'] === 'application/json';
  if (!isJson) return { status: 415, words: 'A rehearsal is JSON.' };
  if (isLocalRequest(request)) return null;
  return { status: 403, words: 'Only this machine writes rehearsals.' };
}

/** Reads a request's body; null when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    // The rest is read as well, so that the answer is.
    if (length <= MAX_BYTES) parts.push(part);
  }
  return length > MAX_BYTES ? null : Buffer.concat(parts).toString('utf8');
}

function toRun(text: string): Rehearsal | null {
  try {
    const parsed = parseRehearsal(JSON.parse(text));
    return 'value' in parsed ? parsed.value : null;
  } catch {
    return null;
  }
}

/** Writes a rehearsal to a file of its own, named by the talk and the time; null when there are too many. */
function writeRun(root: string, run: Rehearsal, now: Date): string | null {
  const folder = path.join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length >= MAX_FILES) return null;
  const name = `${run.talk}-${printTime(now)}`;
  const count = Array.from({ length: MAX_FILES }, (_, index) => index + 1).find(
    (index) => !existsSync(path.join(folder, toFileName(name, index))),
  );
  if (count === undefined) return null;
  const file = toFileName(name, count);
  writeWhole(path.join(folder, file), `${JSON.stringify(run, null, 2)}\n`, { isPrecious: true });
  return `${FOLDER}/${file}`;
}

function toFileName(name: string, count: number): string {
  return count === 1 ? `${name}.json` : `${name}-${count}.json`;
}

/** Writes a time of this machine as file names can: "2026-11-30-1015". */
function printTime(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
