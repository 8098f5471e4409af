import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The parameter of an address that holds the token. */
export const TOKEN_PARAMETER = 'token';

const BYTES = 16;

/** Creates the token of a dev server: 128 random bits, as they are written in an address. */
export function createToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Compares what a visitor presents with the token, in a time that says nothing about either. */
export function isToken(presented: string, token: string): boolean {
  const [one, other] = [presented, token].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Adds the token to the address of a page. */
export function addToken(address: string, token: string): string {
  const url = new URL(address);
  url.searchParams.set(TOKEN_PARAMETER, token);
  return String(url);
}

/** Reads the token of a cookie; undefined when there is none. */
export function findCookie(request: IncomingMessage): string | undefined {
  const start = `${nameCookie(request)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** What a cookie of the dev server says, and for which addresses. */
export interface CookieOptions {
  /** The token; empty to remove the cookie. */
  token: string;
  /** The base of all addresses. */
  base: string;
  isSecure: boolean;
}

/** Writes the cookie that a browser sends from then on. Scripts cannot read it, and pages of other sites do not send it. */
export function writeCookie(
  request: IncomingMessage,
  { token, base, isSecure }: CookieOptions,
): string {
  const end = token === '' ? '; Max-Age=0' : '';
  const secure = isSecure ? '; Secure' : '';
  return `${nameCookie(request)}=${token}; Path=${base}; HttpOnly; SameSite=Strict${secure}${end}`;
}

/** All ports of a machine share its cookies, so each server has a name of its own. */
function nameCookie({ socket }: IncomingMessage): string {
  return `rostrum-${socket.localPort ?? 0}`;
}
