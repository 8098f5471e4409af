import { networkInterfaces } from 'node:os';
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import {
  isLocalRequest,
  isLoopback,
  isOnNetwork,
  isOwnHost,
} from '../../../../../src/node/vite/network/addresses.ts';

const config = (host: string | boolean | undefined, allowedHosts: string[] | true = []) =>
  ({ server: { host, allowedHosts } }) as unknown as Parameters<typeof isOwnHost>[1];

test('knows the addresses and names that no other machine reaches', () => {
  for (const host of [
    '127.0.0.1',
    '127.8.9.1',
    '::1',
    '::ffff:127.0.0.1',
    'localhost',
    'a.localhost',
  ])
    expect(isLoopback(host), host).toBe(true);
  for (const host of [
    '',
    '0.0.0.0',
    '::',
    '192.168.1.2',
    '::ffff:192.168.1.2',
    '127.0.0.1.other.invalid',
    'xlocalhost',
  ])
    expect(isLoopback(host), host).toBe(false);
});

test('takes every server for one on a network that is not bound to loopback', () => {
  for (const host of [undefined, false, 'localhost', '127.0.0.1', '::1'])
    expect(isOnNetwork(config(host)), String(host)).toBe(false);
  for (const host of [true, '0.0.0.0', '::', '192.168.1.2', 'laptop.local', ''])
    expect(isOnNetwork(config(host)), String(host)).toBe(true);
});

const from = (remoteAddress: string | undefined, headers: IncomingMessage['headers']) =>
  isLocalRequest({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);

test('a request is of this machine where its address and the name say so, and no program passed it on', () => {
  expect(from('127.0.0.1', { host: 'localhost:5173' })).toBe(true);
  expect(from('::ffff:127.0.0.1', { host: '127.0.0.1:5173' })).toBe(true);
  expect(from('::1', { host: '[::1]:5173' })).toBe(true);
  expect(from('192.168.1.7', { host: 'localhost:5173' })).toBe(false);
  expect(from(undefined, { host: 'localhost:5173' })).toBe(false);
  // A proxy or a tunnel on this machine that strangers reach.
  expect(from('127.0.0.1', { host: 'talks.example.org' })).toBe(false);
  expect(from('127.0.0.1', {})).toBe(false);
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])
    expect(from('127.0.0.1', { host: 'localhost', [name]: '192.168.1.7' }), name).toBe(false);
});

test('is known by its addresses, the name that was given and those that Vite allows', () => {
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  for (const { address, family } of own) {
    const host = family === 'IPv6' ? `[${address}]:5173` : `${address}:5173`;
    expect(isOwnHost(host, config(true)), host).toBe(true);
  }
  expect(isOwnHost('laptop.local:5173', config('laptop.local'))).toBe(true);
  expect(isOwnHost('LAPTOP.local', config('laptop.local'))).toBe(true);
  expect(isOwnHost('a.example.org', config(true, ['.example.org']))).toBe(true);
  expect(isOwnHost('example.org', config(true, ['.example.org']))).toBe(true);
  expect(isOwnHost('other.invalid', config(true, true))).toBe(true);
  for (const host of [
    undefined,
    '',
    'other.invalid',
    '192.0.2.1',
    'example.org.other.invalid',
    'laptop.local@x',
    'x/127.0.0.1',
    '[::1',
  ])
    expect(isOwnHost(host, config('laptop.local', ['.example.org'])), host).toBe(false);
});
