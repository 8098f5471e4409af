import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { connect, type Connection } from '../../../../src/node/chromium/pipe.ts';

/** Opens a connection to a browser that is played by two functions: what it was sent, and what it says. */
function play() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const connection = connect(input, output);
  return {
    connection,
    readCommand: () => JSON.parse(String(input.read()).replace(/\0$/, '')) as unknown,
    say: (message: unknown) => output.write(`${JSON.stringify(message)}\0`),
  };
}

test('a command to a tab carries its session, and gets the answer of its number', async () => {
  const { connection, readCommand, say } = play();
  const printed = connection.tab('A').send('Page.printToPDF', { printBackground: true });
  expect(readCommand()).toEqual({
    id: 1,
    method: 'Page.printToPDF',
    params: { printBackground: true },
    sessionId: 'A',
  });
  say({ id: 1, result: { data: 'UERG' } });
  expect((await printed).data).toBe('UERG');
});

test('an event reaches the tab it belongs to, and no other', async () => {
  const { connection, say } = play();
  const seen: string[] = [];
  for (const name of ['A', 'B']) {
    connection.tab(name).listen('Page.javascriptDialogOpening', ({ message }) => {
      seen.push(`${name}: ${message}`);
    });
  }
  const loaded = connection.tab('B').wait('Page.loadEventFired');
  say({ method: 'Page.javascriptDialogOpening', params: { message: 'hello' }, sessionId: 'B' });
  say({ method: 'Page.loadEventFired', params: { timestamp: 1 }, sessionId: 'A' });
  say({ method: 'Page.loadEventFired', params: { timestamp: 2 }, sessionId: 'B' });
  expect(await loaded).toEqual({ timestamp: 2 });
  expect(seen).toEqual(['B: hello']);
});

test('a tab that crashed fails what waits for it and what is sent to it later', async () => {
  const { connection, say } = play();
  const tab = connection.tab('A');
  const waiting = [tab.send('Page.enable'), tab.wait('Page.loadEventFired')];
  const other = connection.tab('B').send('Page.enable');
  say({ method: 'Inspector.targetCrashed', params: {}, sessionId: 'A' });
  for (const one of waiting) await expect(one).rejects.toThrow('The page crashed in the browser.');
  await expect(tab.send('Page.enable')).rejects.toThrow('The page crashed in the browser.');
  say({ id: 2, result: {} });
  await expect(other).resolves.toEqual({});
});

test('a tab is known as crashed before it is attached', async () => {
  const { connection, say } = play();
  const waiting = connection.tab('A').send('Page.enable');
  say({ method: 'Target.targetCrashed', params: { targetId: 'T' } });
  say({
    method: 'Target.attachedToTarget',
    params: { sessionId: 'A', targetInfo: { targetId: 'T' } },
  });
  await expect(waiting).rejects.toThrow('The page crashed in the browser.');
});

/** Is never called: each of its lines is a type error, which `npm run types` holds. */
export function misspell(connection: Connection): void {
  // @ts-expect-error No such method.
  void connection.send('Page.printToPdf');
  // @ts-expect-error The parameter is called `printBackground`.
  void connection.send('Page.printToPDF', { printBackgrounds: true });
  // @ts-expect-error A method that needs parameters.
  void connection.send('Page.navigate');
  // @ts-expect-error No such event.
  void connection.wait('Page.loadEvent');
}
