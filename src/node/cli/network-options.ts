import { isIP } from 'node:net';
import { listProject } from '../project/read-folder.ts';
import { UsageError } from '../errors.ts';
import { isLoopback } from '../vite/network/addresses.ts';
import { createToken, TOKEN_PARAMETER } from '../vite/network/token.ts';
import type { NetworkOptions } from '../vite/site.ts';
import { chooseTalks } from './named-talks.ts';

/** The arguments of `dev` that are about the network. */
export interface NetworkArguments {
  host?: string | undefined;
  /** Names of talks. */
  _: readonly string[];
}

/** Returns whether the word after `--host` is its value: an IP address or `localhost`; any other names a talk. */
export function isAddress(word: string): boolean {
  return isIP(word) > 0 || word === 'localhost';
}

/**
 * Decides who of a network gets what: others see talks only where `--host` was given. Throws a `UsageError` for talks that
 * are missing, or that others could not reach.
 */
export function openNetwork(args: NetworkArguments, root: string): NetworkOptions {
  const { host, _: named } = args;
  const isOpened = isShared(args);
  if (!isOpened && named.length > 0) throw unseen(named[0] ?? '', host);
  if (!isOpened) return { token: createToken(), guestTalks: [] };
  const names = [...listProject(root).talks.keys()];
  const isName = (name: string): boolean => name.includes('.') && !names.includes(name);
  const address = named.find(isName);
  if (address !== undefined) {
    throw new UsageError(
      `No talk is called "${address}".`,
      `Write --host=${address} if it is a name of this machine.`,
    );
  }
  const guestTalks = named.length > 0 ? chooseTalks(named, names) : 'all';
  return { token: createToken(), guestTalks };
}

/** Returns the address that Vite opens in the browser; without a network its own. */
export function toOpened(args: NetworkArguments, { token }: NetworkOptions): string | true {
  return isShared(args) ? `?${TOKEN_PARAMETER}=${token}` : true;
}

function isShared({ host }: NetworkArguments): boolean {
  return host !== undefined && !isLoopback(host);
}

/** Returns the address of the QR code: the speaker's page of the only talk, else the index. */
export function toScanned(
  address: string,
  { guestTalks }: NetworkOptions,
  talkNames: readonly string[],
): string {
  const talks = guestTalks === 'all' || guestTalks.length === 0 ? talkNames : guestTalks;
  const [only] = talks;
  if (only === undefined || talks.length > 1) return address;
  const url = new URL(address);
  const page = new URL(`${encodeURIComponent(only)}/`, url);
  page.search = `?speaker&${url.searchParams}`;
  return String(page);
}

function unseen(talk: string, host: string | undefined): UsageError {
  if (/^\d+$/.test(talk))
    return new UsageError(
      `No talk is called "${talk}".`,
      `A port is named with --port: "npx rostrum dev --port ${talk}".`,
    );
  const hint =
    host === undefined
      ? 'It always shows all talks: write "npx rostrum dev". A name goes with --host: others in the network then see that talk alone.'
      : `No other machine reaches ${host}; leave the address out, or name one of the network.`;
  return new UsageError(`rostrum dev has no use for "${talk}" here.`, hint);
}
