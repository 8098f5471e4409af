import { html, type Html } from '../../../talk/html/html.ts';
import { renderScript } from '../document.ts';

/** Where the index asks for a first talk. */
export const FIRST_TALK_PATH = '/@rostrum/first-talk';

/** Asks for the talk; the page shows it by itself, as after any save. */
export const FIRST_TALK_SCRIPT = `addEventListener('click', async (event) => {
const button = event.target.closest('.index-begin');
if (!button) return;
button.disabled = true;
const state = button.parentElement.querySelector('[role=status]');
try {
const answer = await fetch('.${FIRST_TALK_PATH}', { method: 'POST' });
if (!answer.ok) throw new Error(await answer.text());
} catch (error) {
state.textContent = error.message;
button.disabled = false;
}
});`;

/** Renders the button that writes a first talk, and what it does. */
export function renderFirstTalk(): Html {
  return html`<p class="index-links"><button type="button" class="index-present index-begin">Begin a talk</button> <span role="status"></span></p>
${renderScript(FIRST_TALK_SCRIPT)}`;
}
