import { html } from '../../talk/html/html.ts';
import style from '../styles/deck/help.css?inline';
import { addStyle } from './add-style.ts';
import type { Key } from './key.ts';

/** Opens or closes the list of keys. */
export function toggleHelp(keys: readonly Key[]): void {
  const open = document.querySelector<HTMLDialogElement>('dialog.help');
  if (open) return open.close();
  const dialog = document.createElement('dialog');
  dialog.className = 'help';
  dialog.setAttribute('aria-label', 'Keys');
  dialog.innerHTML = renderKeys(keys);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', () => dialog.close());
  addStyle(document, style);
  document.body.append(dialog);
  dialog.showModal();
}

function renderKeys(keys: readonly Key[]): string {
  const rows = keys.map(
    ({ keys, about }) =>
      html`<div>
        <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
        <dd>${about}</dd>
      </div>`,
  );
  return html`<h2>Keys</h2>
    <dl>${rows}</dl>`.markup;
}
