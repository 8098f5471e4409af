import type { ContainerToken } from '../../model/token.ts';
import { escapeHtml } from '../../html/html.ts';

/** A container that frames its content. */
export type FrameToken = ContainerToken & { name: Exclude<ContainerToken['name'], 'versions'> };

const DOTS = '<span class="browser-dots" aria-hidden="true"></span>';

/** Wraps rendered content in its container. */
export function renderContainer({ name, argument }: FrameToken, content: string): string {
  return `<div class="${name}">${wrap(name, escapeHtml(argument), content)}</div>\n`;
}

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
