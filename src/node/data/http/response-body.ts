import type { IncomingMessage } from 'node:http';
import { addAbortSignal, pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { shapeFailure } from './bad-response.ts';
import { SourceError } from '../refresh/failure.ts';
import { cutFailure, sizeFailure, timeoutFailure } from './no-response.ts';
import type { Limits } from './limits.ts';

/** Limits of reading a response. */
export interface BodyOptions {
  host: string;
  limits: Limits;
  signal: AbortSignal;
  /** Milliseconds left for this request. */
  left: number;
}

const UNPACKERS: Record<string, (() => Transform) | null> = {
  '': null,
  identity: null,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads a response to its end, unpacked, within the limits. */
export async function readBody(response: IncomingMessage, options: BodyOptions): Promise<Buffer> {
  const { host, limits, signal, left } = options;
  const stop = new AbortController();
  const late = (what: string, limit: number): NodeJS.Timeout =>
    setTimeout(() => stop.abort(new SourceError(timeoutFailure(host, what, limit))), limit);
  const silence = late('did not go on with its answer', limits.silence);
  const whole = late('did not finish its answer', Math.max(1, left));
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    const announced = Number(response.headers['content-length'] ?? 0);
    if (announced > limits.bytes) throw new SourceError(sizeFailure(host, limits.bytes));
    for await (const chunk of unpack(response, host, AbortSignal.any([signal, stop.signal]))) {
      bytes += (chunk as Buffer).length;
      if (bytes > limits.bytes) throw new SourceError(sizeFailure(host, limits.bytes));
      chunks.push(chunk as Buffer);
      silence.refresh();
    }
    if (response.complete) return Buffer.concat(chunks);
    throw new SourceError(cutFailure(host, bytes));
  } catch (error) {
    for (const { aborted, reason } of [stop.signal, signal]) if (aborted) throw reason as Error;
    throw error instanceof SourceError ? error : new SourceError(cutFailure(host, bytes), error);
  } finally {
    clearTimeout(silence);
    clearTimeout(whole);
    response.destroy();
  }
}

function unpack(response: IncomingMessage, host: string, signal: AbortSignal): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const makeUnpacker = UNPACKERS[encoding];
  if (makeUnpacker === undefined) {
    throw new SourceError(shapeFailure(host, `it is packed as "${encoding.slice(0, 40)}"`));
  }
  addAbortSignal(signal, response);
  // The loop over the last stream throws the errors of both.
  return makeUnpacker === null ? response : pipeline(response, makeUnpacker(), () => undefined);
}
