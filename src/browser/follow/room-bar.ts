import { html } from '../../talk/html/html.ts';
import { addStyle } from '../deck/add-style.ts';
import type { Action, Notice } from './room.ts';
import { ROOM_STYLE } from './room-style.ts';

/** The notice at the edge of the screen. */
export interface RoomBar {
  show(notice: Notice | null): void;
}

const LABELS: Record<Action, string> = {
  leave: 'On my own',
  rejoin: 'Follow the speaker',
  reload: 'Reload',
};

/** Adds the notice to the page, empty at first; `run` gets the buttons that are pressed. */
export function openRoomBar(document: Document, run: (action: Action) => void): RoomBar {
  addStyle(document, ROOM_STYLE);
  const bar = document.createElement('div');
  bar.className = 'room-bar';
  bar.lang = 'en';
  bar.setAttribute('role', 'status');
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button) run(button.dataset['action'] as Action);
  });
  document.body.append(bar);
  let shown = '';
  return {
    show(notice) {
      const markup = notice ? renderNotice(notice) : '';
      bar.hidden = !notice;
      bar.classList.toggle('room-brief', notice?.isBrief ?? false);
      if (markup !== shown) bar.innerHTML = markup;
      shown = markup;
    },
  };
}

function renderNotice({ text, actions }: Notice): string {
  const buttons = actions.map(
    (action) => html`<button type="button" data-action="${action}">${LABELS[action]}</button>`,
  );
  return html`<p>${text}</p>
    ${buttons}`.markup;
}
