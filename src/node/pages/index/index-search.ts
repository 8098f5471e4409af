import { html, type Html } from '../../../talk/html/html.ts';
import { renderScript } from '../document.ts';

/** The file with all talks beside an index that shows the newest. */
export const LIST_NAME = 'talks.json';

/** Finds talks by words, year, event and tag; loads the list of them with its first use. */
export const SEARCH_SCRIPT = `(() => {
const search = document.querySelector('.index-search');
const [field, chips, found, state] = ['input', '.index-chips', 'ol', '[role=status]'].map((one) => search.querySelector(one));
const rest = document.querySelectorAll('.index-talks, .index-more');
const most = 60;
const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
const chosen = new Map();
let all = null;
search.hidden = false;
const load = async () => {
if (all) return;
all = [];
try {
all = (await (await fetch('./${LIST_NAME}')).json()).map((talk) => ({ ...talk, year: talk.date?.slice(0, 4) ?? '', tags: talk.tags ?? [], words: plain(Object.values(talk).join(' ')) }));
} catch (error) {
all = null;
state.textContent = error.message;
return;
}
addChips('year', (a, b) => (a[0] < b[0] ? 1 : -1));
addChips('event', (a, b) => b[1] - a[1]);
addChips('tags', (a, b) => b[1] - a[1]);
show();
};
const addChips = (kind, order) => {
const counts = new Map();
for (const value of all.flatMap((talk) => talk[kind])) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
const row = document.createElement('p');
for (const [value, count] of [...counts].sort(order).slice(0, 24)) {
const chip = document.createElement('button');
chip.type = 'button';
chip.setAttribute('aria-pressed', 'false');
chip.append(value, ' ');
const number = document.createElement('span');
number.textContent = count;
chip.append(number);
chip.addEventListener('click', () => {
const isOn = chosen.get(kind) === value;
for (const other of row.children) other.setAttribute('aria-pressed', 'false');
if (isOn) chosen.delete(kind);
else {
chosen.set(kind, value);
chip.setAttribute('aria-pressed', 'true');
}
show();
});
row.append(chip);
}
if (counts.size > 1) chips.append(row);
};
const show = () => {
const words = plain(field.value).split(/\\s+/).filter(Boolean);
const isIdle = words.length === 0 && chosen.size === 0;
for (const part of rest) part.hidden = isIdle ? false : true;
const hits = isIdle || !all ? [] : all.filter((talk) => words.every((word) => talk.words.includes(word)) && [...chosen].every(([kind, value]) => [talk[kind]].flat().includes(value)));
state.textContent = isIdle ? '' : hits.length + (hits.length === 1 ? ' talk' : ' talks') + (hits.length > most ? ', the newest ' + most + ' of them' : '');
found.replaceChildren(...hits.slice(0, most).map(({ name, title, speaker, event, day, tags }) => {
const item = document.createElement('li');
const link = document.createElement('a');
link.href = './' + encodeURIComponent(name) + '/';
link.textContent = title;
const about = document.createElement('span');
about.textContent = [speaker, event, day, ...tags].filter(Boolean).join(', ');
item.append(link, ' ', about);
return item;
}));
};
field.addEventListener('focus', load);
field.addEventListener('input', () => load().then(show));
addEventListener('keydown', (event) => {
if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select')) return;
event.preventDefault();
field.focus();
});
})();`;

/** Renders the search over all talks, which scripts fill in. */
export function renderSearch(total: number): Html {
  return html`<search class="index-search" hidden>
<input type="search" placeholder="Search ${total} talks" aria-label="Search ${total} talks" autocomplete="off" spellcheck="false">
<div class="index-chips"></div>
<p class="index-lead" role="status"></p>
<ol></ol>
</search>
`;
}

/** Renders the script of the search. */
export function renderSearchScript(): Html {
  return renderScript(SEARCH_SCRIPT);
}
