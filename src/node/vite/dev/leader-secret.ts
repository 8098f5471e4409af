import type { IncomingMessage, ServerResponse } from 'node:http';
import { LEADER_SECRET_PATH } from '../../../talk/model/room/room-place.ts';

/** Environment variable with the secret of the relay by which a room follows. */
const VARIABLE = 'ROSTRUM_FOLLOW_SECRET';
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Gives pages of this machine the leader's secret of the environment; others, and pages behind a proxy, get none. */
export function answerLeaderSecret(env: Readonly<Record<string, string | undefined>>) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.url !== LEADER_SECRET_PATH) return next();
    const secret = isOwnPage(request) ? (env[VARIABLE] ?? '') : '';
    response.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
    response.end(secret);
  };
}

/** Reports whether a page that this machine shows sent a request, without a proxy between. */
function isOwnPage({ method, headers, socket }: IncomingMessage): boolean {
  if (method !== 'GET' || headers['sec-fetch-site'] !== 'same-origin') return false;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return LOOPBACK.test(socket.remoteAddress ?? '') && LOCAL_HOST.test(headers.host ?? '');
}
