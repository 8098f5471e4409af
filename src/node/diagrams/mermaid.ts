import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DiagramAnswer } from '../../talk/model/diagram/diagram-source.ts';
import type { Browser } from '../chromium/chromium.ts';
import type { Answer, Page } from '../chromium/chromium-page.ts';
import { withDeadline } from '../deadline.ts';
import { MachineError } from '../errors.ts';
import {
  DRAW_TIMEOUT_MS,
  findDiagramPackage,
  tooSlow,
  undrawn,
  type DiagramTool,
  type ToolPlace,
} from './diagram-tool.ts';
import { toWrittenLine } from './mermaid-lines.ts';

const ORIGIN = 'https://rostrum.invalid';
const FACE = /@font-face\s*\{[^}]*\}/g;
const MAX_MESSAGE = 200;
/** Loads no other files than the bundled ones, even when a diagram names some. */
const POLICY = `default-src 'none'; script-src ${ORIGIN}; style-src 'unsafe-inline'; font-src ${ORIGIN}`;

/** What the page says about a text. */
type Drawn = { svg: string } | { message: string; line: number | null };

/** Opens Mermaid, which draws in a browser of this machine. */
export function openMermaid(place: ToolPlace): DiagramTool {
  const found = findDiagramPackage('mermaid', place);
  return {
    state: `mermaid ${found?.version ?? ''}`,
    async draw(texts) {
      if (!found) {
        const hint = 'Install it with "npm i -D mermaid", then start Rostrum again.';
        return texts.map(() => undrawn('Mermaid is not installed', hint));
      }
      try {
        return await drawInBrowser(path.join(found.folder, 'dist/mermaid.min.js'), texts, place);
      } catch (error) {
        if (!(error instanceof MachineError)) throw error;
        const why = `Mermaid needs a browser to draw (${error.message.replace(/\.?\s*$/, '')})`;
        return texts.map(() => undrawn(why, error.hint ?? 'Install Chromium.'));
      }
    },
  };
}

async function drawInBrowser(
  script: string,
  texts: readonly string[],
  { isSafe }: ToolPlace,
): Promise<DiagramAnswer[]> {
  const { openBrowser } = await import('../chromium/chromium.ts');
  const handler = await answerFiles(script);
  const answers: DiagramAnswer[] = [];
  while (answers.length < texts.length) {
    // A diagram without end takes its browser with it; the rest is drawn in the next.
    const browser = await openBrowser({ isSafe });
    try {
      const page = await openPage(browser, handler);
      answers.push(...(await drawInPage(page, texts.slice(answers.length))));
    } finally {
      await browser[Symbol.asyncDispose]();
    }
  }
  return answers;
}

async function openPage(browser: Browser, handler: (url: URL) => Answer | null): Promise<Page> {
  const page = await browser.page();
  await page.answer(ORIGIN, handler);
  await page.open(`${ORIGIN}/`);
  return page;
}

/** Draws texts until one takes too long. */
async function drawInPage(page: Page, texts: readonly string[]): Promise<DiagramAnswer[]> {
  const answers: DiagramAnswer[] = [];
  for (const text of texts) {
    const drawn = await withDeadline(drawOne(page, text), DRAW_TIMEOUT_MS, () => null);
    answers.push(drawn === null ? tooSlow() : toAnswer(drawn, text));
    if (drawn === null) break;
  }
  return answers;
}

function drawOne(page: Page, text: string): Promise<Drawn> {
  return page.evaluate<Drawn>(`drawMermaid(${JSON.stringify(text)})`);
}

/** Returns a function that answers what the drawing page loads: Mermaid, our script, and the faces of our styles. */
async function answerFiles(script: string): Promise<(url: URL) => Answer | null> {
  const { buildClient, ENTRIES, readClientFile } = await import('../client/client.ts');
  const runtime = await buildClient();
  const styles = String(readClientFile(runtime, ENTRIES.style) ?? '');
  const faces = [...styles.matchAll(FACE)].map(([face]) => face).join('\n');
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<style>${faces}</style><script src="/mermaid.js"></script><script type="module" src="/${ENTRIES.diagrams}"></script>`;
  return ({ pathname }) => {
    if (pathname === '/') return { type: 'text/html', body: page };
    if (pathname === '/mermaid.js') return { type: 'text/javascript', body: readFileSync(script) };
    const body = readClientFile(runtime, pathname.slice(1));
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'font/woff2';
    return body && { type, body };
  };
}

function toAnswer(drawn: Drawn, text: string): DiagramAnswer {
  if ('svg' in drawn) return { kind: 'drawn', svg: drawn.svg };
  const line = drawn.line === null ? null : toWrittenLine(text, drawn.line);
  return { kind: 'faulty', message: shorten(drawn.message), line };
}

/** Leaves out the line, which the place of the problem says. */
function shorten(message: string): string {
  const line = message
    .replace(/^Parsing failed: /, '')
    .replace(/ Initialize mermaid with [^]*$/, '')
    .replaceAll(/\b(?:on|at) line \d+, column (\d+)/g, 'at column $1')
    .replaceAll(/\s+/g, ' ');
  return line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line;
}
