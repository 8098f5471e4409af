import type { Protocol } from 'devtools-protocol';
import { withDeadline } from '../deadline.ts';
import { MachineError } from '../errors.ts';
import { waitForBrowser } from './browser-deadline.ts';
import { dismissDialogs } from './dialogs.ts';
import { SHORT_OF_MEMORY, type Connection, type Session } from './pipe.ts';

/** A tab of a running browser. */
export interface Page {
  /** Errors of its scripts so far. */
  readonly errors: readonly string[];
  /** Descriptions of its dialogs so far; each was dismissed. */
  readonly dialogs: readonly string[];
  /** Has a script run on every page that is opened, before the page's own. */
  prepare(script: string): Promise<void>;
  /** Opens a URL, and waits at most ten seconds until everything is loaded. */
  open(url: string): Promise<void>;
  /** Answers all requests that go to an origin, so that no server is needed; null means there is nothing. */
  answer(origin: string, handler: (url: URL) => Answer | null): Promise<void>;
  /** Evaluates an expression in the page, waits for it if it is a promise, and gives its value as JSON would. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Sets the size of the window in CSS pixels, and how many pixels of a picture each of them is. */
  resize(width: number, height: number, scale?: number): Promise<void>;
  /** Prints the page as a tagged PDF: one sheet a CSS page, by default with an outline. */
  print(options?: { hasOutline?: boolean | undefined }): Promise<Buffer>;
  /** Takes a picture of the window, or of a part of it, by default as PNG. */
  picture(part?: PagePart, format?: 'png' | 'jpeg'): Promise<Buffer>;
  /** Builds the background of pictures transparent. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A part of a page, in CSS pixels from its top left corner. */
export interface PagePart {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The size of a window in CSS pixels, and how many pixels of a picture each of them is. */
export interface PageWindow {
  width: number;
  height: number;
  scale: number;
}

/** What a request is answered with. */
export interface Answer {
  type: string;
  body: Buffer | string;
}

const PRINT = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  transferMode: 'ReturnAsStream',
} as const;
/** Quality of photographs at twice the pixels of a slide. */
const QUALITY = { png: { format: 'png' }, jpeg: { format: 'jpeg', quality: 85 } } as const;
const PIECE = 4 << 20;
/** Milliseconds that a new tab may take to answer, and a page to arrive. */
const COMMAND_TIMEOUT_MS = 30_000;
/** Milliseconds that an answer of a page, a print or a picture may take. */
const ANSWER_TIMEOUT_MS = 180_000;
/** Timeout of the files that a page loads. */
const LOAD_TIMEOUT_MS = 10_000;

/** Opens an empty tab, or takes the one that a browser starts with. */
export async function openPage(connection: Connection, first?: string): Promise<Page> {
  const targetId = first ?? (await createTarget(connection));
  const { sessionId } = await connection.send('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const tab = connection.tab(sessionId);
  const { send } = tab;
  const errors: string[] = [];
  tab.listen('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(describeFailure(exceptionDetails));
  });
  const dialogs = dismissDialogs(tab);
  const enabled = Promise.all([send('Page.enable'), send('Runtime.enable')]);
  await waitForBrowser(enabled, COMMAND_TIMEOUT_MS, 'open a page');
  return {
    errors,
    dialogs,
    prepare: async (source) => {
      await send('Page.addScriptToEvaluateOnNewDocument', { source });
    },
    open: (url) => openUrl(url, tab),
    answer: (origin, handler) => answer(handler, origin, tab),
    evaluate: (expression) =>
      waitForBrowser(evaluate(tab, expression), ANSWER_TIMEOUT_MS, 'answer'),
    resize: async (width, height, deviceScaleFactor = 1) => {
      const size = { width, height, deviceScaleFactor, mobile: false };
      await send('Emulation.setDeviceMetricsOverride', size);
    },
    print: async ({ hasOutline = true } = {}) => {
      const options = { ...PRINT, generateDocumentOutline: hasOutline };
      const printing = send('Page.printToPDF', options);
      const printed = printing.catch(explainPrinting);
      const { stream = '' } = await waitForBrowser(printed, ANSWER_TIMEOUT_MS, 'print');
      return readStream(tab, stream);
    },
    picture: async (part, format = 'png') => {
      const clip = part && { clip: { ...part, scale: 1 } };
      const taking = send('Page.captureScreenshot', { ...QUALITY[format], ...clip });
      const { data } = await waitForBrowser(taking, ANSWER_TIMEOUT_MS, 'take a picture');
      return Buffer.from(data, 'base64');
    },
    clear: async () => {
      const color = { r: 0, g: 0, b: 0, a: 0 };
      await send('Emulation.setDefaultBackgroundColorOverride', { color });
    },
    close: async () => void (await connection.send('Target.closeTarget', { targetId })),
  };
}

async function createTarget(connection: Connection): Promise<string> {
  return (await connection.send('Target.createTarget', { url: 'about:blank' })).targetId;
}

async function openUrl(url: string, tab: Session): Promise<void> {
  const parsed = tab.wait('Page.domContentEventFired');
  const loaded = tab.wait('Page.loadEventFired');
  // When navigation fails, nothing awaits these events.
  for (const event of [parsed, loaded]) event.catch(() => {});
  const going = tab.send('Page.navigate', { url });
  const { errorText } = await waitForBrowser(going, COMMAND_TIMEOUT_MS, 'open the page');
  if (errorText) throw new Error(`The browser cannot open ${url}: ${errorText}.`);
  await waitForBrowser(parsed, COMMAND_TIMEOUT_MS, 'open the page');
  // Remote content of a slide may never arrive; the page itself reports what is missing.
  await withDeadline<unknown>(loaded, LOAD_TIMEOUT_MS, () => null);
}

async function answer(
  handler: (url: URL) => Answer | null,
  origin: string,
  { listen, send }: Session,
): Promise<void> {
  listen('Fetch.requestPaused', ({ requestId, request }) => {
    const found = URL.canParse(request.url) ? handler(new URL(request.url)) : null;
    const response = found
      ? { responseCode: 200, body: Buffer.from(found.body).toString('base64') }
      : { responseCode: 404 };
    const responseHeaders = [{ name: 'Content-Type', value: found?.type ?? 'text/plain' }];
    // The page may be closed already; then the response is of no use.
    send('Fetch.fulfillRequest', { requestId, responseHeaders, ...response }).catch(() => {});
  });
  await send('Fetch.enable', { patterns: [{ urlPattern: `${origin}/*` }] });
}

async function evaluate<Value>({ send }: Session, expression: string): Promise<Value> {
  const { result, exceptionDetails } = await send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (!exceptionDetails) return result.value as Value;
  throw new Error(describeFailure(exceptionDetails));
}

/** Describes what a script threw: an error by its name, message and stack, a text by itself, anything else after the browser's words. */
function describeFailure({ text, exception }: Protocol.Runtime.ExceptionDetails): string {
  if (!exception) return text;
  const { description, type, value } = exception;
  return description ?? (type === 'string' ? String(value) : `${text} ${value}`);
}

/** Explains why a page was not printed; it may have crashed meanwhile. */
function explainPrinting(cause: unknown): never {
  if (!(cause instanceof Error) || cause instanceof MachineError) throw cause;
  const message = `The browser could not print the page (${cause.message}).`;
  throw new MachineError(message, { hint: SHORT_OF_MEMORY, cause });
}

async function readStream({ send }: Session, handle: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let isOver = false; !isOver;) {
    const piece = await send('IO.read', { handle, size: PIECE });
    pieces.push(Buffer.from(piece.data, 'base64'));
    isOver = piece.eof;
  }
  await send('IO.close', { handle });
  return Buffer.concat(pieces);
}
