import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { drawCode, offerCode, type Input } from '../../../../src/node/cli/qr-code.ts';
import { createTerminal } from '../../../../src/node/terminal.ts';

const ADDRESS = 'http://192.168.100.200:5173/?token=abcdefghijklmnopqrstuv';

test('draws a code of square modules with a light border, narrower than a terminal', () => {
  const lines = drawCode(ADDRESS);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(lines[0]?.length).toBeLessThanOrEqual(80);
  expect(lines).toHaveLength(Math.ceil((lines[0]?.length ?? 0) / 2));
  for (const line of [...lines.slice(0, 2), ...lines.slice(-2)]) expect(line.trim()).toBe('');
  for (const line of lines) expect(line).toMatch(/^ {4}.* {4}$/);
  // The corner that tells a reader where the code is.
  const corner = lines.slice(2, 6).map((line) => line.slice(4, 11));
  expect(corner).toEqual([
    '\u2588\u2580\u2580\u2580\u2580\u2580\u2588',
    '\u2588 \u2588\u2588\u2588 \u2588',
    '\u2588 \u2580\u2580\u2580 \u2588',
    '\u2580\u2580\u2580\u2580\u2580\u2580\u2580',
  ]);
});

function offer(isTTY: boolean) {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const printed: string[] = [];
  const stream = { write: (text: string) => printed.push(text) };
  const terminal = createTerminal({ out: stream, err: stream, env: {} });
  offerCode(terminal, ADDRESS, { stdin: stdin as unknown as Input, stderr: { isTTY } });
  return { stdin, count: () => printed.join('').split('\u001b[30;107m').length - 1 };
}

test('shows the code where someone sees it, and again for q and Enter', () => {
  const { stdin, count } = offer(true);
  const once = count();
  expect(once).toBe(drawCode(ADDRESS).length);
  stdin.emit('data', 'x\n');
  expect(count()).toBe(once);
  stdin.emit('data', 'Q\n');
  expect(count()).toBe(2 * once);
  expect(offer(false).count()).toBe(0);
});
