import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { ResolvedConfig } from 'vite';

const LOCAL_NAME = /(?:^|\.)localhost$/;
const PORT = /:\d*$/;
/** A program that passes requests on says so by one of these. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Returns whether a host, an address or a name, is this machine's own, which no other machine reaches. */
export function isLoopback(host: string): boolean {
  const version = isIP(host);
  if (version === 0) return LOCAL_NAME.test(host);
  return loopback.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

/** Returns whether a dev server with this configuration can be reached from a network. */
export function isOnNetwork({ server: { host } }: Pick<ResolvedConfig, 'server'>): boolean {
  return host === true || (typeof host === 'string' && !isLoopback(host));
}

/** Returns whether a request comes from a program of this machine that asks for itself. */
export function isLocalRequest({ socket, headers }: IncomingMessage): boolean {
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return isLoopback(socket.remoteAddress ?? '') && isLoopback(readHostName(headers.host) ?? '');
}

/** Returns whether a `Host` header names this machine: an address of it, the host that was given, or a name that Vite allows. */
export function isOwnHost(header: string | undefined, { server }: Pick<ResolvedConfig, 'server'>) {
  const name = readHostName(header);
  if (name === null) return false;
  if (isLoopback(name) || name === server.host) return true;
  if (isIP(name) > 0 && listOwnAddresses().includes(name)) return true;
  const { allowedHosts } = server;
  return allowedHosts === true || (allowedHosts ?? []).some((allowed) => isOfHost(name, allowed));
}

function isOfHost(name: string, allowed: string): boolean {
  return name === allowed || (allowed.startsWith('.') && `.${name}`.endsWith(allowed));
}

/** Reads the name of a `Host` header without port and brackets; null when it is missing or malformed. */
function readHostName(header: string | undefined): string | null {
  if (header === undefined || /[\s/@?#]/.test(header) || !URL.canParse(`http://${header}`))
    return null;
  const name = header.replace(PORT, '').toLowerCase();
  return name.startsWith('[') ? name.slice(1, -1) : name;
}

function listOwnAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.map(({ address }) => address.toLowerCase());
}
