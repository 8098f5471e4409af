import { html, type Html } from '../../../talk/html/html.ts';
import { renderScript } from '../document.ts';
import { renderWordMark } from '../wordmark.ts';

/** Follows the decks' choice of light or dark, else the machine's, before anything is seen; `d` switches. */
export const MODE_SCRIPT = `(() => {
const key = 'rostrum:mode', root = document.documentElement;
const set = (mode) => { root.dataset.mode = mode === 'dark' ? 'dark' : 'light'; };
let stored = null;
try { stored = localStorage.getItem(key); } catch {}
set(stored ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
const turn = () => {
set(root.dataset.mode === 'dark' ? 'light' : 'dark');
try { localStorage.setItem(key, root.dataset.mode); } catch {}
};
addEventListener('storage', (event) => { if (event.key === key) set(event.newValue); });
addEventListener('keydown', (event) => { if (event.key === 'd' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input, textarea, select')) turn(); });
addEventListener('click', (event) => { if (event.target.closest('.index-mode')) turn(); });
})();`;

/** Renders the script that runs before the first paint. */
export function renderModeScript(): Html {
  return renderScript(MODE_SCRIPT);
}

/** Renders the head of a page that is no talk: the mark, what it says, light and dark. */
export function renderIndexHead(mark: Html, lead: Html): Html {
  return html`<header class="index-head">
${mark}
${lead}
<button class="index-mode" type="button" aria-label="Dark or light" title="Dark or light (d)"></button>
</header>`;
}

/** Renders the mark as the title of the page. */
export function renderMarkTitle(): Html {
  return html`<h1 class="index-title">${renderWordMark()}<span class="index-hidden">: talks</span></h1>`;
}

/** Renders the mark as the way back to all talks. */
export function renderMarkLink(): Html {
  return html`<a class="index-title" href="/">${renderWordMark()}<span class="index-hidden">: all talks</span></a>`;
}
