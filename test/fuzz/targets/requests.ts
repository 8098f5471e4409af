import { makeRequest, REQUEST_HOST } from '../doors.ts';
import { openDevServer, SECRET, STACK } from '../server.ts';
import { faultOf, type Target } from '../target.ts';
import { TRAP } from '../values.ts';

const STATUSES = [
  101, 200, 204, 206, 301, 302, 304, 400, 403, 404, 405, 408, 409, 413, 414, 416, 417, 431, 503,
  505,
];
/** Refused tunnels and upgrades end without an answer. */
const NO_ANSWER = /^CONNECT|^Upgrade/im;
const MAX_MORE = 20;
const MARKUP = new RegExp(`<${TRAP}`);

/** HTTP requests to a dev server, several at once. */
export const REQUESTS: Target = {
  name: 'requests',
  of: 'groups of HTTP requests',
  make: (random) => [makeRequest(random), ...random.many(MAX_MORE, () => makeRequest(random))],
  async open() {
    const server = await openDevServer();
    const { host } = new URL(server.base);
    return {
      async judge(input) {
        const requests = (input as string[]).map((text) => text.replaceAll(REQUEST_HOST, host));
        try {
          const bytes = requests.map((text) => Buffer.from(text, 'latin1'));
          const answers = await Promise.all(bytes.map((piece) => server.send([piece])));
          const faults = answers.map((answer, index) => judgeAnswer(requests[index] ?? '', answer));
          const fault = faults.find((found) => found !== null);
          if (fault) return fault;
          const printed = server.takePrinted();
          if (STACK.test(printed)) return `throws ${printed}`;
          const { status } = await fetch(new URL('/first/', server.base));
          return status === 200 ? null : `a sound request gets ${status}`;
        } catch (error) {
          return faultOf(error);
        }
      },
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  },
};

function judgeAnswer(request: string, answer: string): string | null {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
  if (STACK.test(answer)) return `throws ${answer}`;
  if (answer.includes(SECRET)) return 'a secret file is served';
  if (/^content-type: text\/html/im.test(answer) && MARKUP.test(answer))
    return 'executes: an address becomes markup';
  const isKnown = STATUSES.includes(status) || (status === 0 && NO_ANSWER.test(request));
  if (isKnown) return null;
  const what = status === 500 ? 'fails' : status === 0 ? 'has no answer' : 'has an unknown status';
  return `a request ${what}:\n${request.slice(0, 300)}\n${answer}`;
}
