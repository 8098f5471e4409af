import { html, type Html } from '../../talk/html/html.ts';
import { slideHeight, type TalkLook } from '../../talk/model/slide/aspect.ts';
import { renderScript } from './document.ts';

/*
 * Scripts within a talk's page, which paint the first slide before the page's own script arrives. The one in the head
 * decides what is shown and how large, while the document is still empty and reading the window's size lays out nothing.
 * The one behind the first slide shows that slide. The one at the end finds the slide that the address names; both call
 * one function of the head, so that the page's policy has one hash for both. Their styles are in `boot.css`.
 */

/** What decides the script in the head of a talk's page. */
export interface BootOptions {
  meta: TalkLook;
  /** Whether the page is a deck in frames of other origins as well. */
  isEmbeddable: boolean;
}

/*
 * Where a page of another origin frames the talk it is a document: no deck, no keys, no speaker's window, no messages.
 * Files have no origin, and no page of the web can frame them; the pictures in a speaker's window are such frames.
 */
const GUARD = `
if (location.protocol !== 'file:') try {
for (let page = self; page !== top; page = page.parent) void page.parent.location.href;
} catch { root.className = 'framed' }`;

const SHOW = 'showSlide()';

/** Writes the script of the head; what a talk chooses is in its text. */
function writeHead({ meta, isEmbeddable }: BootOptions): string {
  const [own, key] = meta.dark ? ['dark', ':dark'] : ['light', ''];
  return `{
const root = document.documentElement, asked = new URLSearchParams(location.search), has = (...names) => names.find((name) => asked.has(name));
const view = has('print', 'print-pdf') ? 'print' : has('read', 'speaker') ?? 'deck', isSpeaker = view === 'speaker';
root.className = view === 'print' || view === 'read' ? view + ' print-pdf' : view;
let mode = isSpeaker ? '' : has('dark', 'light');
try { if (view !== 'print') mode ||= localStorage.getItem('rostrum:mode' + (isSpeaker ? ':speaker' : '${key}')) } catch {}
root.dataset.mode = mode || (isSpeaker ? 'dark' : '${own}');
const scale = Math.min(innerWidth / 1280, innerHeight / ${slideHeight(meta)});
if (view === 'deck') root.style.setProperty('--boot-scale', Math.round(scale * 100) / 100);
addEventListener('error', ({ target }) => target?.type === 'module' && root.classList.remove('deck'), true);${isEmbeddable ? '' : GUARD}
}
function showSlide() {
const script = document.currentScript, isLast = script.parentNode === document.body, { hash } = location, [name] = hash.slice(hash[1] === '/' ? 2 : 1).split('/');
script.remove();
if (document.documentElement.className !== 'deck') return;
const slides = document.querySelectorAll('.slides > section'), found = name && document.getElementById(decodeURIComponent(name));
const slide = found ? found.closest('section') : slides[/^\\d*$/.test(name) ? +name : NaN];
(slide ?? (isLast ? slides[0] : null))?.classList.add('present');
}`;
}

/** Lists the scripts within a talk's page, for its policy. */
export function listBootScripts(options: BootOptions): string[] {
  return [writeHead(options), SHOW];
}

/** Writes the script of a page's head, which decides what the page shows, also in a frame. */
export function renderBootHead(options: BootOptions): Html {
  return html`${renderScript(writeHead(options))}\n`;
}

/** Writes the script after the first slide, which shows that slide while the others load, and after all, which finds the one to show. */
export function renderBootShow(): Html {
  return html`${renderScript(SHOW)}\n`;
}
