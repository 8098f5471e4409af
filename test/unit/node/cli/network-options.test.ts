import { expect, test } from 'vitest';
import {
  isAddress,
  openNetwork,
  toOpened,
  toScanned,
} from '../../../../src/node/cli/network-options.ts';
import { parseWords } from '../../../../src/node/cli/parse-words.ts';
import { makeDevCommand } from '../../../../src/node/cli/commands/dev-command.ts';
import { createTerminal } from '../../../../src/node/terminal.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

const FILES = { ...SMALL_PROJECT, 'slides/talks/my-talk.md': '# One\n' };

/** Parses the words behind `rostrum dev`, with the arguments of the command itself. */
function parse(...words: string[]): { host?: string; port?: string; _: string[] } {
  const { args } = makeDevCommand({ terminal: createTerminal(), root: '/' });
  return parseWords(words, args, 'dev') as { host?: string; port?: string; _: string[] };
}

test('--host takes an address or nothing, and no other option and no talk', () => {
  expect(parse('--host', '--port', '5806')).toMatchObject({ host: '', port: '5806', _: [] });
  expect(parse('--host')).toMatchObject({ host: '' });
  expect(parse('--host', '0.0.0.0')).toMatchObject({ host: '0.0.0.0', _: [] });
  expect(parse('--host', '::', 'my-talk')).toMatchObject({ host: '::', _: ['my-talk'] });
  expect(parse('--host=192.168.1.2')).toMatchObject({ host: '192.168.1.2', _: [] });
  expect(parse('--host', 'localhost')).toMatchObject({ host: 'localhost', _: [] });
  expect(parse('--host=laptop.local', 'my-talk')).toMatchObject({ host: 'laptop.local' });
  expect(parse('--host', 'my-talk')).toMatchObject({ host: '', _: ['my-talk'] });
  expect(parse('my-talk', '--host', '--open')).toMatchObject({ host: '', _: ['my-talk'] });
  expect(parse().host).toBe(undefined);
  expect(['1.2.3.4', '::1', 'localhost'].every(isAddress)).toBe(true);
  expect(['talk', '1.2.3', 'laptop.local', '5806'].some(isAddress)).toBe(false);
});

test('others see talks only where a network was asked for, and no others than those that are named', () => {
  const { root } = makeProject(FILES);
  const talksOf = (...words: string[]) => openNetwork(parse(...words), root).guestTalks;
  expect(talksOf()).toEqual([]);
  expect(talksOf('--host=127.0.0.1')).toEqual([]);
  expect(talksOf('--host')).toBe('all');
  expect(talksOf('--host', 'my-talk')).toEqual(['my-talk']);
  expect(openNetwork(parse('--host'), root).token).toMatch(/^[\w-]{22}$/);
  expect(() => talksOf('--host', 'my-tlak')).toThrow('No talk is called "my-tlak".');
  expect(() => talksOf('--host', 'laptop.local')).toThrow(
    expect.objectContaining({ hint: 'Write --host=laptop.local if it is a name of this machine.' }),
  );
  expect(() => talksOf('my-talk')).toThrow('rostrum dev has no use for "my-talk" here.');
  expect(() => talksOf('my-talk', '--host=localhost')).toThrow(
    expect.objectContaining({
      hint: expect.stringContaining('No other machine reaches localhost'),
    }),
  );
});

test('the code leads to the speaker\u2019s page of the only talk, else to the index', () => {
  const address = 'http://192.168.1.2:5173/?token=t';
  const network = { token: 't', guestTalks: 'all' } as const;
  const speaker = 'http://192.168.1.2:5173/a%20b/?speaker&token=t';
  expect(toScanned(address, network, ['a b'])).toBe(speaker);
  expect(toScanned(address, network, ['a b', 'c'])).toBe(address);
  expect(toScanned(address, { token: 't', guestTalks: ['a b'] }, ['a b', 'c'])).toBe(speaker);
  expect(toScanned(address, { token: 't', guestTalks: [] }, ['a b', 'c'])).toBe(address);
  expect(toOpened(parse('--host'), network)).toBe('?token=t');
  expect(toOpened(parse(), network)).toBe(true);
});
