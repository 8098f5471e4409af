import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { answerNames } from '../../../../src/node/pages/page-names.ts';
import { makeProject } from '../../../support/project.ts';

async function serve(shown: readonly string[]): Promise<(address: string) => Promise<string>> {
  const { root } = makeProject({
    'assets/c#1.svg': '<svg/>',
    'assets/secret#.txt': 'no',
    'assets/demo.html': 'A',
    'assets/own.html': 'no',
  });
  const isShown = (file: string): Promise<boolean> => Promise.resolve(shown.includes(file));
  const answer = answerNames({ root, base: '/', isShown });
  const server = createServer((request, response) =>
    answer(request, response, () => response.writeHead(404).end()),
  );
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return async (name) => {
    const response = await fetch(`http://127.0.0.1:${port}${name}`);
    return `${response.status} ${response.headers.get('content-type')} ${await response.text()}`;
  };
}

test('answers for files with a sharp in their names where a page shows them', async () => {
  const read = await serve(['assets/c#1.svg', 'assets/gone#.svg']);
  expect(await read('/assets/c%231.svg?v=1')).toBe('200 image/svg+xml <svg/>');
  expect(await read('/assets/secret%23.txt')).toMatch(/^404/);
  expect(await read('/assets/gone%23.svg')).toMatch(/^404/);
  expect(await read('/assets/plain.svg')).toMatch(/^404/);
});

test('answers for pages that a slide shows in a frame, and for no others', async () => {
  const read = await serve(['assets/demo.html']);
  expect(await read('/assets/demo.html?v=1')).toBe('200 text/html; charset=utf-8 A');
  expect(await read('/assets/own.html')).toMatch(/^404/);
  expect(await read('/index.html')).toMatch(/^404/);
});
