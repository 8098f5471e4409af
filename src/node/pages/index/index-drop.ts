import { html, type Html } from '../../../talk/html/html.ts';
import { renderScript } from '../document.ts';

/** Where the index sends a table that becomes a dataset. */
export const TABLE_PATH = '/@rostrum/table';

/** Takes a file that is dropped or chosen, and sends it with the name of its source. */
export const DROP_SCRIPT = `(() => {
const form = document.querySelector('.index-drop');
const [choose, fields, source] = ['input[type=file]', 'fieldset', 'input[name=source]'].map((one) => form.querySelector(one));
const state = form.querySelector('[role=status]');
let file = null;
const take = (taken) => {
if (!taken) return;
file = taken;
fields.hidden = false;
form.querySelector('b').textContent = file.name;
state.textContent = '';
source.focus();
};
const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
addEventListener('dragover', (event) => { if (hasFile(event)) event.preventDefault(); });
addEventListener('drop', (event) => {
if (!hasFile(event)) return;
event.preventDefault();
take(event.dataTransfer.files[0]);
});
choose.addEventListener('change', () => take(choose.files[0]));
form.addEventListener('submit', async (event) => {
event.preventDefault();
const query = new URLSearchParams({ name: file.name, source: source.value });
const headers = { 'Content-Type': 'application/octet-stream' };
try {
const answer = await fetch('.${TABLE_PATH}?' + query, { method: 'POST', headers, body: file });
state.textContent = await answer.text();
if (answer.ok) fields.hidden = true;
} catch (error) {
state.textContent = error.message;
}
});
})();`;

/** Renders the form that makes a dataset of a table. */
export function renderDrop(): Html {
  return html`<form class="index-drop">
<p><label>Drop a CSV file on this page, or choose one: <input type="file" accept=".csv,.tsv,text/csv"></label></p>
<fieldset hidden><label>Where do the rows of <b></b> come from? <input type="text" name="source" required maxlength="200" placeholder="City counter"></label> <button type="submit">Make a dataset</button></fieldset>
<p role="status"></p>
</form>`;
}

/** Renders the script of the form. */
export function renderDropScript(): Html {
  return renderScript(DROP_SCRIPT);
}
