import { expect, test } from 'vitest';
import { parseWords } from '../../../../src/node/cli/parse-words.ts';

const ARGS = {
  talk: { type: 'positional', required: false },
  port: { type: 'string', valueHint: 'N' },
  host: { type: 'string', valueHint: '[ADDRESS]' },
  output: { type: 'string', alias: 'o' },
  mirror: { type: 'string', valueHint: 'A=B...' },
  open: { type: 'boolean' },
  browser: { type: 'boolean', default: true },
} as const;

const parse = (...words: string[]) => parseWords(words, ARGS, 'show');
const refuse =
  (...words: string[]) =>
  () =>
    parse(...words);

test('reads what a verb takes, with defaults for the rest', () => {
  expect(parse()).toEqual({ mirror: [], browser: true, _: [] });
  expect(parse('a', '--port', '1', '-o', 'file', '--no-open', '--no-browser')).toEqual({
    talk: 'a',
    port: '1',
    output: 'file',
    mirror: [],
    open: false,
    browser: false,
    _: ['a'],
  });
  expect(parse('--port=1', '--output=-')).toMatchObject({ port: '1', output: '-' });
  expect(parse('--mirror', 'a=b', '--mirror=c=d').mirror).toEqual(['a=b', 'c=d']);
});

test('reads an option whose value may be left out', () => {
  expect(parse('--host', '--open')).toMatchObject({ host: '', open: true });
  expect(parse('--host', '0.0.0.0')).toMatchObject({ host: '0.0.0.0', _: [] });
  expect(parse('--host=::', 'a')).toMatchObject({ host: '::', talk: 'a' });
  expect(parse('--host')).toMatchObject({ host: '' });
});

test('takes what comes after two dashes for words, whatever they begin with', () => {
  expect(parse('--port=1', '--', '-talk')).toMatchObject({ port: '1', talk: '-talk' });
  expect(refuse('--', '-talk', '--port')).toThrow('rostrum show has no use for "--port".');
});

test('takes a list of words where one may be repeated, and none too few', () => {
  const args = { talk: { type: 'positional', required: true, valueHint: 'TALK...' } } as const;
  expect(parseWords(['a', 'b', 'c'], args, 'show')).toEqual({ talk: 'a', _: ['a', 'b', 'c'] });
  expect(() => parseWords([], args, 'show')).toThrow('rostrum show needs a TALK.');
});

test('refuses options it does not know, with the nearest', () => {
  expect(refuse('--prot', '1')).toThrow('rostrum show has no option --prot.');
  expect(refuse('-x')).toThrow('rostrum show has no option -x.');
  expect(refuse('--no-port')).toThrow('rostrum show has no option --no-port.');
  expect(refuse('--constructor')).toThrow('rostrum show has no option --constructor.');
  expect(refuse('--talk=a')).toThrow('rostrum show has no option --talk.');
});

test('refuses an option whose value is missing, and a value where none is taken', () => {
  const message = '--port needs a value: --port N.';
  expect(refuse('--port')).toThrow(message);
  expect(refuse('--port=')).toThrow(message);
  expect(refuse('--port', '--open')).toThrow(message);
  expect(refuse('-o')).toThrow('-o needs a value: -o VALUE.');
  expect(refuse('--mirror')).toThrow('--mirror needs a value: --mirror A=B.');
  expect(refuse('--open=no')).toThrow('--open takes no value.');
});
