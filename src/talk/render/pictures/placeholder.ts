import { escapeHtml } from '../../html/html.ts';
import type { PictureSize } from '../../model/project.ts';

/** The size of the drawing that stands for a picture. */
export const PLACEHOLDER_SIZE: PictureSize = { width: 480, height: 300, isDrawing: true };

/** Returns the address of a drawing that stands for a picture: a frame with its words and its name. */
export function drawPlaceholder(address: string, words: string): string {
  const { width, height } = PLACEHOLDER_SIZE;
  const lines = [shorten(words), nameOf(address)].filter(Boolean);
  const text = lines.map((line, index) => {
    const y = height / 2 + (index - (lines.length - 1) / 2) * 36 + 8;
    return `<text x="${width / 2}" y="${y}">${escapeHtml(line)}</text>`;
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect x="3" y="3" width="${width - 6}" height="${height - 6}" rx="12" fill="#88888814" stroke="#888" stroke-width="3" stroke-dasharray="10 8"/>` +
    `<g fill="#808080" font-family="sans-serif" font-size="22" text-anchor="middle">${text.join('')}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Returns the name of a file, and the server of one on the web. */
function nameOf(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  const base = path.split('/').findLast((part) => part !== '') ?? '';
  const [, server] = /^(?:https?:)?\/\/([^/]+)/i.exec(address) ?? [];
  return shorten([server, base === server ? undefined : base].filter(Boolean).join(' / '));
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}\u2026` : line;
}

/** Letters that a line of the drawing holds. */
const MAX_LINE = 36;
