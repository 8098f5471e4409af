import type { ContainerToken } from '../model/file.ts';
import { html, rawHtml } from '../model/html.ts';

/** Puts rendered content into its container. */
export function renderContainer({ name, argument }: ContainerToken, content: string): string {
  const body = rawHtml(content);
  switch (name) {
    case 'columns':
      return html`<div class="columns">${body}</div> `.markup;
    case 'column':
      return html`<div class="column">${body}</div> `.markup;
    case 'browser':
      return html`<div class="browser">
        <div class="browser-bar">
          <span class="browser-dots" aria-hidden="true"></span
          ><span class="browser-address">${argument}</span>
        </div>
        <div class="browser-page">${body}</div>
      </div> `.markup;
    case 'terminal':
      return html`<div class="terminal">
        <div class="terminal-bar"><span class="terminal-title">${argument}</span></div>
        <div class="terminal-screen">${body}</div>
      </div> `.markup;
  }
}
