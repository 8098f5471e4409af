import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { Project } from '../../../../../src/node/project/project.ts';
import {
  answerPdf,
  exportByCommand,
  type MakePdf,
} from '../../../../../src/node/vite/dev/pdf-link.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const made: MakePdf = async (talk) => ({ bytes: Buffer.from(`%PDF of ${talk}`) });

function open(files = SMALL_PROJECT): Project {
  return new Project({ root: makeProject(files).root, today: () => '2026-06-01' });
}

/** Asks for an address; gives the status and what was said, or null where it is left to others. */
function ask(answer: ReturnType<typeof answerPdf>, url: string, headers = {}, method = 'GET') {
  return new Promise<[status: number, body: string] | null>((resolve) => {
    let status = 0;
    const response = {
      writeHead(code: number) {
        status = code;
        return response;
      },
      end: (body: unknown = '') => resolve([status, String(body)]),
    };
    const request = { url, method, headers } as unknown as IncomingMessage;
    answer(request, response as unknown as ServerResponse, () => resolve(null));
  });
}

test('a talk has its PDF beside its page; all else is left to others', async () => {
  const answer = answerPdf(open(), made);
  expect(await ask(answer, '/first/first.pdf')).toEqual([200, '%PDF of first']);
  for (const url of ['/first/', '/first/other.pdf', '/first.pdf', '/none/none.pdf']) {
    expect(await ask(answer, url)).toBeNull();
  }
  expect(await ask(answer, '/first/first.pdf', {}, 'POST')).toBeNull();
});

test('a page of another origin cannot make it start a browser', async () => {
  const make = vi.fn(made);
  const answer = answerPdf(open(), make);
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect(await ask(answer, '/first/first.pdf', headers)).toEqual([403, '']);
  expect(make).not.toHaveBeenCalled();
});

test('who asks while it is made gets the same, and who asks later a new one', async () => {
  const make = vi.fn(made);
  const answer = answerPdf(open(), make);
  await Promise.all([ask(answer, '/first/first.pdf'), ask(answer, '/first/first.pdf')]);
  expect(make).toHaveBeenCalledTimes(1);
  await ask(answer, '/first/first.pdf');
  expect(make).toHaveBeenCalledTimes(2);
});

test('why there is none is said in words', async () => {
  const answer = answerPdf(open(), async () => ({ failure: 'No.' }));
  expect(await ask(answer, '/first/first.pdf')).toEqual([500, 'No.']);
});

test('the command line says of a talk with problems that it was not exported', async () => {
  const talk = '# First\n\n{{ nothing.here }}\n';
  const make = exportByCommand(open({ ...SMALL_PROJECT, 'slides/talks/first.md': talk }), {
    signal: AbortSignal.timeout(60_000),
  });
  expect(await make('first')).toEqual({
    failure: '"first" was not exported: 1 error. The terminal lists them.',
  });
});
