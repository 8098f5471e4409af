import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readPdfFacts, type PdfFacts } from './pdf-facts.ts';

/** How long a PDF may take to be read, and how much memory. */
export interface PdfLimits {
  milliseconds: number;
  bytes: number;
}

const LIMITS: PdfLimits = { milliseconds: 60_000, bytes: 1_000_000_000 };
const LOOK_MS = 50;
const MEGABYTE = 1_000_000;
const TASK = 'rostrum:read-pdf';

type Answer = { facts: PdfFacts } | { reason: string };

/** Inspects a PDF in a worker thread, with limits on time and memory. */
export async function readPdfWithin(
  bytes: Uint8Array,
  { milliseconds, bytes: memory }: PdfLimits = LIMITS,
): Promise<PdfFacts> {
  // Threads start from a file that Node can read; tests run from the sources.
  if (import.meta.url.endsWith('.ts')) return readPdfFacts(bytes);
  const resourceLimits = { maxOldGenerationSizeMb: memory / MEGABYTE };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { task: TASK, bytes },
    resourceLimits,
  });
  const before = process.memoryUsage.rss();
  const start = Date.now();
  return new Promise<PdfFacts>((resolve, reject) => {
    const watch = setInterval(() => {
      if (Date.now() - start > milliseconds) {
        reject(new Error(`it takes more than ${milliseconds / 1000} seconds to read`));
      } else if (process.memoryUsage.rss() - before > memory) {
        reject(new Error(`it takes more than ${memory / MEGABYTE} MB of memory to read`));
      }
    }, LOOK_MS);
    worker.once('message', (answer: Answer) => {
      if ('facts' in answer) resolve(answer.facts);
      else reject(new Error(answer.reason));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearInterval(watch);
      reject(new Error('it could not be read to its end'));
    });
  }).finally(() => worker.terminate());
}

/** Reads the PDF that the main thread gave. */
async function answerMain(bytes: Uint8Array): Promise<Answer> {
  try {
    return { facts: await readPdfFacts(bytes) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

interface Task {
  task: unknown;
  bytes: Uint8Array;
}

// This file is loaded again in the thread that it starts.
if (!isMainThread && (workerData as Task | null)?.task === TASK) {
  void answerMain((workerData as Task).bytes).then((answer) => parentPort?.postMessage(answer));
}
