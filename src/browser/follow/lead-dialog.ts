import { html, type Html } from '../../talk/html/html.ts';

/** What the dialog of a leader does. */
export interface LeadDialogOptions {
  isLeading: boolean;
  /** A secret that is known, for the field; empty for none. */
  secret: string;
  /** Whether the secret is a name and a password. */
  isLogin: boolean;
  lead(secret: string): void;
  stop(): void;
}

const SECRET = "The relay's secret";
const LOGIN = 'user:password of the broker';

/** Opens the dialog in which a speaker begins to lead the room, or stops. */
export function openLeadDialog(options: LeadDialogOptions): void {
  const { isLeading, secret, isLogin, lead, stop } = options;
  if (document.querySelector('.lead-dialog')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'lead-dialog';
  dialog.lang = 'en';
  dialog.setAttribute('aria-label', 'Lead the room');
  dialog.innerHTML = (isLeading ? renderStop() : renderStart(isLogin ? LOGIN : SECRET)).markup;
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

function renderStart(asked: string): Html {
  return html`<h2>Lead the room</h2>
    <p>Pages that follow this talk move with yours.</p>
    <input
      type="password"
      aria-label="${asked}"
      placeholder="${asked}"
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
