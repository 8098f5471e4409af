import { MachineError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { dismissDialogs } from './dialogs.ts';
import { SHORT_OF_MEMORY, type Connection } from './pipe.ts';

/** A tab of a running browser. */
export interface Page {
  /** Errors of its scripts so far. */
  readonly errors: readonly string[];
  /** Descriptions of its dialogs so far; each was dismissed. */
  readonly dialogs: readonly string[];
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
  /** Takes a picture of the window, or of a part of it, as PNG. */
  picture(part?: PagePart): Promise<Buffer>;
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

/** What a request is answered with. */
export interface Answer {
  type: string;
  body: Buffer | string;
}

interface Failure {
  text: string;
  exception?: { description?: string };
}

interface Thrown {
  exceptionDetails: Failure;
}

interface Evaluation {
  result: { value?: unknown };
  exceptionDetails?: Failure;
}

type Send = <Answer = unknown>(method: string, params?: Record<string, unknown>) => Promise<Answer>;

const PRINT = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  transferMode: 'ReturnAsStream',
};
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
  const { sessionId } = await connection.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const send: Send = (method, params) => connection.send(method, params, sessionId);
  const errors: string[] = [];
  connection.listen('Runtime.exceptionThrown', sessionId, (params) => {
    errors.push(describeFailure((params as unknown as Thrown).exceptionDetails));
  });
  const dialogs = dismissDialogs(connection, sessionId);
  const enabled = Promise.all([send('Page.enable'), send('Runtime.enable')]);
  await withDeadline(enabled, COMMAND_TIMEOUT_MS, 'open a page');
  return {
    errors,
    dialogs,
    open: (url) => openUrl(url, { connection, sessionId, send }),
    answer: (origin, handler) => answer(handler, { origin, connection, sessionId, send }),
    evaluate: (expression) => withDeadline(evaluate(send, expression), ANSWER_TIMEOUT_MS, 'answer'),
    resize: async (width, height, deviceScaleFactor = 1) => {
      const size = { width, height, deviceScaleFactor, mobile: false };
      await send('Emulation.setDeviceMetricsOverride', size);
    },
    print: async ({ hasOutline = true } = {}) => {
      const options = { ...PRINT, generateDocumentOutline: hasOutline };
      const printing = send<{ stream: string }>('Page.printToPDF', options);
      const printed = printing.catch(explainPrinting);
      const { stream } = await withDeadline(printed, ANSWER_TIMEOUT_MS, 'print');
      return readStream(send, stream);
    },
    picture: async (part) => {
      const clip = part && { clip: { ...part, scale: 1 } };
      const options = { format: 'png', ...clip };
      const taking = send<{ data: string }>('Page.captureScreenshot', options);
      const { data } = await withDeadline(taking, ANSWER_TIMEOUT_MS, 'take a picture');
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
  const options = { url: 'about:blank' };
  return (await connection.send<{ targetId: string }>('Target.createTarget', options)).targetId;
}

interface Session {
  connection: Connection;
  sessionId: string;
  send: Send;
}

async function openUrl(url: string, { connection, sessionId, send }: Session): Promise<void> {
  const parsed = connection.wait('Page.domContentEventFired', sessionId);
  const loaded = connection.wait('Page.loadEventFired', sessionId);
  // When navigation fails, nothing awaits these events.
  for (const event of [parsed, loaded]) event.catch(() => {});
  const going = send<{ errorText?: string }>('Page.navigate', { url });
  const { errorText } = await withDeadline(going, COMMAND_TIMEOUT_MS, 'open the page');
  if (errorText) throw new Error(`The browser cannot open ${url}: ${errorText}.`);
  await withDeadline(parsed, COMMAND_TIMEOUT_MS, 'open the page');
  // Remote content of a slide may never arrive; the page itself reports what is missing.
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LOAD_TIMEOUT_MS)));
  await Promise.race([loaded, late]).finally(() => clearTimeout(timer));
}

interface Paused {
  requestId: string;
  request: { url: string };
}

async function answer(
  handler: (url: URL) => Answer | null,
  { origin, connection, sessionId, send }: Session & { origin: string },
): Promise<void> {
  connection.listen('Fetch.requestPaused', sessionId, (params) => {
    const { requestId, request } = params as unknown as Paused;
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

async function evaluate<Value>(send: Send, expression: string): Promise<Value> {
  const { result, exceptionDetails } = await send<Evaluation>('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (!exceptionDetails) return result.value as Value;
  throw new Error(describeFailure(exceptionDetails));
}

function describeFailure({ text, exception }: Failure): string {
  return exception?.description ?? text;
}

/** What was to be printed may have crashed meanwhile. */
function explainPrinting(cause: unknown): never {
  if (!(cause instanceof Error) || cause instanceof MachineError) throw cause;
  const message = `The browser could not print the page (${cause.message}).`;
  throw new MachineError(message, { hint: SHORT_OF_MEMORY, cause });
}

async function readStream(send: Send, handle: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let isOver = false; !isOver;) {
    const piece = await send<{ data: string; eof: boolean }>('IO.read', { handle, size: PIECE });
    pieces.push(Buffer.from(piece.data, 'base64'));
    isOver = piece.eof;
  }
  await send('IO.close', { handle });
  return Buffer.concat(pieces);
}
