import { FRAME_HEADERS } from '../../pages/policy.ts';

/** The file in which Netlify, Cloudflare Pages and similar hosts read response headers. */
export const HEADERS_NAME = '_headers';

/** Writes the headers that keep pages of other origins from framing a talk. */
export function renderHeaders(): string {
  const lines = Object.entries(FRAME_HEADERS).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join('')}`;
}
