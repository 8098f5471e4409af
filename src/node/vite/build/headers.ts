import { FRAME_HEADERS } from '../../pages/policy.ts';

/** The servers and hosts whose files of headers a build can write. */
export const HEADER_FORMATS = ['netlify', 'nginx', 'apache'] as const;

/** A server or host whose file of headers a build can write. */
export type HeaderFormat = (typeof HEADER_FORMATS)[number];

/** The file in which Netlify, Cloudflare Pages and similar hosts read response headers. */
export const HEADERS_NAME = '_headers';

/** What decides the headers of a build. */
export interface HeaderOptions {
  /** Whether pages of other origins may show talks in frames. */
  isEmbeddable: boolean;
  /** Whether every file in `assets/` has a name that changes with its content. */
  isHashed: boolean;
  /** The shortest interval of live data, in milliseconds; null for none. */
  interval: number | null;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const EACH_TIME = 'no-cache';
const MAX_DATA_AGE = 60;
/** A name that changes with the content of its file, for servers that know regular expressions. */
const HASHED = '/assets/[^/]*-[A-Za-z0-9_-]{8}\\.[a-z0-9]+$';
const DATA = '/data/[^/]+\\.json$';
const PAGES = '(?:/|\\.html|/service-worker\\.js)$';

/** Writes the headers that keep pages of other origins from framing a talk. */
export function renderHeaders(): string {
  return renderRule('/*', Object.entries(FRAME_HEADERS));
}

/** Writes the files of headers for servers and hosts, by name. */
export function renderHeaderFiles(
  formats: readonly HeaderFormat[],
  options: HeaderOptions,
): Record<string, string> {
  const writers = {
    netlify: [HEADERS_NAME, renderNetlify],
    nginx: ['nginx.conf', renderNginx],
    apache: ['.htaccess', renderApache],
  } as const;
  const files = formats.map((format) => {
    const [name, render] = writers[format];
    return [name, render(options)] as const;
  });
  return Object.fromEntries(files);
}

/** Returns how long a copy of live data counts: half of the interval at which pages look, at most a minute. */
function dataAge({ interval }: HeaderOptions): string {
  const seconds = interval === null ? MAX_DATA_AGE : Math.floor(interval / 2000);
  return `public, max-age=${Math.min(MAX_DATA_AGE, Math.max(1, seconds))}, must-revalidate`;
}

function renderRule(path: string, headers: readonly (readonly [string, string])[]): string {
  return `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}

function renderNetlify(options: HeaderOptions): string {
  const rule = (path: string, value: string): string =>
    renderRule(path, [['Cache-Control', value]]);
  return [
    ...(options.isEmbeddable ? [] : [renderHeaders()]),
    ...(options.isHashed ? [rule('/assets/*', FOR_EVER)] : []),
    rule('/data/*', dataAge(options)),
    rule('/service-worker.js', EACH_TIME),
  ].join('');
}

function renderNginx(options: HeaderOptions): string {
  const frames = options.isEmbeddable ? [] : Object.entries(FRAME_HEADERS);
  // A location with headers of its own takes none of those around it.
  const location = (pattern: string, value: string): string => {
    const headers = [...frames, ['Cache-Control', value] as const];
    const lines = headers.map(([name, text]) => `  add_header ${name} "${text}" always;\n`);
    return `location ~ "${pattern}" {\n  etag on;\n${lines.join('')}}\n`;
  };
  return [
    '# Include this file in the server that serves the folder: include /var/www/talks/nginx.conf;\n',
    location(HASHED, FOR_EVER),
    location(DATA, dataAge(options)),
    location(PAGES, EACH_TIME),
    'location ~ "/(?:nginx\\.conf|_headers|\\.htaccess)$" {\n  return 404;\n}\n',
  ].join('');
}

function renderApache(options: HeaderOptions): string {
  const frames = options.isEmbeddable ? [] : Object.entries(FRAME_HEADERS);
  const rule = (pattern: string, value: string): string =>
    `  <If "%{REQUEST_URI} =~ m#${pattern}#">\n    Header always set Cache-Control "${value}"\n  </If>\n`;
  return [
    '# Apache 2.4 reads this file where AllowOverride has FileInfo and Limit, and mod_headers is on.\n',
    'FileETag MTime Size\n',
    '<IfModule mod_headers.c>\n',
    ...frames.map(([name, text]) => `  Header always set ${name} "${text}"\n`),
    rule(HASHED, FOR_EVER),
    rule(DATA, dataAge(options)),
    rule(PAGES, EACH_TIME),
    '</IfModule>\n',
    '<FilesMatch "^(?:nginx\\.conf|_headers)$">\n  Require all denied\n</FilesMatch>\n',
  ].join('');
}
