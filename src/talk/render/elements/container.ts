import type { ContainerToken } from '../../model/token.ts';
import { escapeHtml } from '../../html/html.ts';

/** A container that frames its content. */
export type FrameToken = ContainerToken & { name: Exclude<ContainerToken['name'], 'versions'> };

const DOTS = '<span class="browser-dots" aria-hidden="true"></span>';

/** Wraps rendered content in its container. */
export function renderContainer(token: FrameToken, content: string): string {
  const { name, argument } = token;
  const style = name === 'columns' ? styleShares(token) : '';
  return `<div class="${name}"${style}>${wrap(name, escapeHtml(argument), content)}</div>\n`;
}

/** Returns the share of the width that a column names, in percent; null for none. */
export function readShare({ name, argument }: ContainerToken): number | null {
  const share = name === 'column' ? Number(SHARE.exec(argument)?.[1] ?? 0) : 0;
  return share >= MIN_SHARE && share <= MAX_SHARE ? share : null;
}

/** Writes the widths of columns of which one at least names its share; the others divide what is left. */
function styleShares({ tokens }: FrameToken): string {
  const columns = tokens.filter((token) => token.type === 'container' && token.name === 'column');
  const shares = columns.map((token) => (token.type === 'container' ? readShare(token) : null));
  if (shares.every((share) => share === null)) return '';
  const left = 100 - shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const open = shares.filter((share) => share === null).length;
  const widths = shares.map((share) => share ?? Math.max(MIN_SHARE, left / open));
  return ` style="--shares: ${widths.map((width) => `minmax(0, ${Math.round(width * 10) / 10}fr)`).join(' ')}"`;
}

const SHARE = /^(\d{1,2}(?:\.\d+)?)%$/;
const MIN_SHARE = 5;
const MAX_SHARE = 95;

function wrap(name: FrameToken['name'], argument: string, content: string): string {
  switch (name) {
    case 'columns':
    case 'column':
      return content;
    case 'browser': {
      const address = `<span class="browser-address">${argument}</span>`;
      const bar = `<div class="browser-bar">${DOTS}${address}</div>`;
      return `${bar}<div class="browser-page">${content}</div>`;
    }
    case 'terminal': {
      const bar = `<div class="terminal-bar"><span class="terminal-title">${argument}</span></div>`;
      return `${bar}<div class="terminal-screen">${content}</div>`;
    }
  }
}
