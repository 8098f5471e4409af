import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { answerLeaderSecret } from '../../../../../src/node/vite/dev/leader-secret.ts';
import { LEADER_SECRET_PATH } from '../../../../../src/talk/model/room/room-place.ts';

const HEADERS = { host: 'localhost:5173', 'sec-fetch-site': 'same-origin' };

function ask(change: object = {}, headers: object = {}, env = { ROSTRUM_FOLLOW_SECRET: 'x' }) {
  const request = {
    method: 'GET',
    url: LEADER_SECRET_PATH,
    socket: { remoteAddress: '127.0.0.1' },
    headers: { ...HEADERS, ...headers },
    ...change,
  };
  let answer: string | null = null;
  const response = { writeHead: () => response, end: (text: string) => (answer = text) };
  answerLeaderSecret(env)(
    request as unknown as IncomingMessage,
    response as unknown as ServerResponse,
    () => undefined,
  );
  return answer;
}

test('gives a page of this machine the secret of the environment', () => {
  expect(ask()).toBe('x');
  expect(ask({ socket: { remoteAddress: '::ffff:127.0.0.1' } })).toBe('x');
  expect(ask({ socket: { remoteAddress: '::1' } }, { host: '[::1]:5173' })).toBe('x');
  expect(ask({}, {}, {} as { ROSTRUM_FOLLOW_SECRET: string })).toBe('');
});

test.each([
  ['another machine', { socket: { remoteAddress: '192.168.1.2' } }, {}],
  ['a name that is not of this machine', {}, { host: 'talks.example.org' }],
  ['a page of another origin', {}, { 'sec-fetch-site': 'cross-site' }],
  ['a link or a typed address', {}, { 'sec-fetch-site': 'none' }],
  ['what is no page', {}, { 'sec-fetch-site': undefined }],
  ['a proxy', {}, { 'x-forwarded-for': '192.0.2.1' }],
  ['a post', { method: 'POST' }, {}],
])('gives none to %s', (_, change, headers) => expect(ask(change, headers)).toBe(''));

test('answers no other address', () => expect(ask({ url: '/' })).toBeNull());
