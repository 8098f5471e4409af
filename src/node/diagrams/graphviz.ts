import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DiagramAnswer } from '../../talk/model/diagram/diagram-source.ts';
import { withDeadline } from '../deadline.ts';
import {
  DRAW_TIMEOUT_MS,
  findDiagramPackage,
  tooSlow,
  undrawn,
  type DiagramTool,
  type ToolPlace,
} from './diagram-tool.ts';
import { GRAPHVIZ_WORKER } from './graphviz-worker.ts';

const PACKAGE = '@viz-js/viz';
const MEMORY = { maxOldGenerationSizeMb: 512 };
const LINE = /\bin line (\d+)/;
const TITLE = /<title>([^<]*)<\/title>/;
const PART = /<g id="[^"]*" class="(node|edge|cluster)">\s*<title>([^<]*)<\/title>/g;

/** What the worker says about a text. */
interface Answer {
  svg?: string;
  label?: string;
  tooltip?: string;
  errors?: { message: string }[];
}

/** Opens Graphviz as WebAssembly, which runs in a worker. */
export function openGraphviz(place: ToolPlace): DiagramTool {
  const found = findDiagramPackage(PACKAGE, place);
  return {
    state: `graphviz ${found?.version ?? ''}`,
    async draw(texts) {
      if (!found) {
        const missing = undrawn(
          'Graphviz is not installed',
          'Install it with "npm i -D @viz-js/viz", then start Rostrum again.',
        );
        return texts.map(() => missing);
      }
      return drawInWorkers(path.join(found.folder, 'dist/viz.cjs'), texts);
    },
  };
}

async function drawInWorkers(module: string, texts: readonly string[]): Promise<DiagramAnswer[]> {
  const answers: DiagramAnswer[] = [];
  let worker = startWorker(module);
  for (const text of texts) {
    const answer = await withDeadline(ask(worker, text), DRAW_TIMEOUT_MS, () => null);
    answers.push(answer === null ? tooSlow() : toAnswer(answer));
    if (answer !== null) continue;
    await worker.terminate();
    worker = startWorker(module);
  }
  await worker.terminate();
  return answers;
}

function startWorker(module: string): Worker {
  return new Worker(GRAPHVIZ_WORKER, {
    eval: true,
    workerData: { module },
    resourceLimits: MEMORY,
    env: {},
  });
}

/** Waits for the answer of a worker; one that ended gives none. */
function ask(worker: Worker, text: string): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (error?: unknown): void => {
      const message = error instanceof Error ? error.message : 'the program ended';
      resolve({ errors: [{ message }] });
    };
    worker.removeAllListeners();
    worker
      .once('message', resolve)
      .once('error', end)
      .once('exit', () => end());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has none
    worker.postMessage(text);
  });
}

function toAnswer({ svg, label, tooltip, errors = [] }: Answer): DiagramAnswer {
  if (svg === undefined) {
    const message = errors.map((error) => error.message).join('; ') || 'it gave no reason';
    const line = LINE.exec(message)?.[1];
    return { kind: 'faulty', message, line: line === undefined ? null : Number(line) };
  }
  const named = svg.replaceAll(PART, (_, _kind: string, name: string) => {
    const part = name.replaceAll('--', '-&gt;').replaceAll('&#45;', '-');
    return `<g data-part="${part.replace(/^cluster_?/, '').replaceAll('"', '&quot;')}">`;
  });
  const plain = named.replace(TITLE, '');
  const words = [write('title', label), write('desc', tooltip)].join('');
  return { kind: 'drawn', svg: plain.replace(/<svg[^>]*>/, (tag) => tag + words) };
}

function write(name: string, words = ''): string {
  const text = words.replaceAll(/\\[nlrGN]/g, ' ').trim();
  return text === ''
    ? ''
    : `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
}
