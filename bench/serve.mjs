import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const PACKED = /\.(?:css|html|js|json|svg)$/;

/** Serves a folder as a plain host does: gzipped, its own page for what is not there, nothing kept by the browser. */
export async function serveFolder(folder) {
  const packed = new Map();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = path.join(folder, decodeURIComponent(pathname));
    const isFolder = existsSync(found) && statSync(found).isDirectory();
    const wanted = isFolder ? path.join(found, 'index.html') : found;
    const isThere = existsSync(wanted);
    const file = isThere ? wanted : path.join(folder, '404.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    const isPacked = PACKED.test(file);
    if (!packed.has(file)) {
      const body = readFileSync(file);
      packed.set(file, isPacked ? gzipSync(body, { level: 6 }) : body);
    }
    const body = packed.get(file);
    response.writeHead(isThere ? 200 : 404, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    });
    return response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
