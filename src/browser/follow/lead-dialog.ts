import { html, type Html } from '../../talk/html/html.ts';

/** What the dialog of a leader does. */
export interface LeadDialogOptions {
  isLeading: boolean;
  /** A secret that is known, for the field; empty for none. */
  secret: string;
  lead(secret: string): void;
  stop(): void;
}

/** Opens the dialog in which a speaker begins to lead the room, or stops. */
export function openLeadDialog({ isLeading, secret, lead, stop }: LeadDialogOptions): void {
  if (document.querySelector('.lead-dialog')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'lead-dialog';
  dialog.lang = 'en';
  dialog.setAttribute('aria-label', 'Lead the room');
  dialog.innerHTML = (isLeading ? renderStop() : renderStart()).markup;
  const input = dialog.querySelector('input');
  if (input) input.value = secret;
  const choose = (): void => {
    const secret = input?.value.trim() ?? '';
    if (input && secret === '') return input.focus();
    // Removed at once, so that the next key is for the slide.
    dialog.remove();
    if (isLeading) stop();
    else lead(secret);
  };
  dialog.querySelector('button')?.addEventListener('click', choose);
  input?.addEventListener('keydown', ({ key }) => key === 'Enter' && choose());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function renderStart(): Html {
  return html`<h2>Lead the room</h2>
    <p>Pages that follow this talk move with yours.</p>
    <input
      type="password"
      aria-label="The relay's secret"
      placeholder="The relay's secret"
      autocomplete="off"
      spellcheck="false"
    />
    <button type="button">Lead</button>`;
}

function renderStop(): Html {
  return html`<h2>Lead the room</h2>
    <p>Pages that follow this talk move with yours.</p>
    <button type="button">Stop leading</button>`;
}
