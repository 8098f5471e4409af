import type { IncomingMessage, ServerResponse } from 'node:http';
import { plural } from '../../../talk/text/plural.ts';
import {
  addDataset,
  chooseDatasetName,
  importTable,
  MAX_TABLE_BYTES,
} from '../../create/import-table.ts';
import type { NewDataset } from '../../create/new-dataset.ts';
import { toTitle } from '../../create/talk-title.ts';
import { UsageError } from '../../errors.ts';
import { TABLE_PATH } from '../../pages/index/index-drop.ts';
import { isLocalRequest } from '../network/addresses.ts';
import type { Site } from '../site.ts';

/** What the index sends; a form of another page cannot. */
const CONTENT_TYPE = 'application/octet-stream';
const MAX_NAME = 200;

type Next = (error?: unknown) => void;
type TableSite = { project: Pick<Site['project'], 'root'>; isSafe: boolean };

/** Makes a dataset of a table that a page of this machine sends; none in safe mode. */
export function answerTable(site: TableSite) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== TABLE_PATH) return next();
    const end = (status: number, words: string): void => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(words);
    };
    const refusal = findRefusal(request, site);
    if (refusal) return end(refusal.status, refusal.words);
    readBytes(request).then((bytes) => {
      if (bytes === null) return end(413, 'A table has at most 10 MB.');
      const { status, words } = makeDataset(site.project.root, bytes, searchParams);
      end(status, words);
    }, next);
  };
}

interface Refusal {
  status: number;
  words: string;
}

function findRefusal(request: IncomingMessage, { isSafe }: TableSite): Refusal | null {
  if (request.method !== 'POST') return { status: 405, words: 'Only POST makes a dataset.' };
  if (isSafe) return { status: 403, words: 'Nothing is written in safe mode.' };
  if (request.headers['content-type'] !== CONTENT_TYPE)
    return { status: 415, words: `A table is sent as ${CONTENT_TYPE}.` };
  if (isLocalRequest(request)) return null;
  return { status: 403, words: 'Only this machine makes datasets.' };
}

/** Reads a request's body; null when it is too long. */
async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    // The rest is read as well, so that the answer is.
    if (length <= MAX_TABLE_BYTES) parts.push(part);
  }
  return length > MAX_TABLE_BYTES ? null : Buffer.concat(parts);
}

function makeDataset(root: string, bytes: Buffer, query: URLSearchParams): Refusal {
  const [file, source] = ['name', 'source'].map((key) => query.get(key)?.slice(0, MAX_NAME) ?? '');
  if (!file || !source?.trim()) return { status: 400, words: 'Say where the rows come from.' };
  try {
    const name = chooseDatasetName(file, root);
    const made = importTable({ name: file, bytes }, { name, title: toTitle(name), source }, null);
    addDataset(root, name, made);
    return { status: 201, words: describe(name, made) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 422, words: [error.message, error.hint].filter(Boolean).join(' ') };
  }
}

function describe(name: string, { columns, key }: NewDataset): string {
  const count = columns[0]?.values.length ?? 0;
  const kinds = columns.map((one) => `${one.name} (${one.kind}${one.name === key ? ', key' : ''})`);
  return `data/${name}.json has ${plural(count, 'row')}: ${kinds.join(', ')}.`;
}
