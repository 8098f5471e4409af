import { html, type Html } from '../../talk/html/html.ts';
import { renderScript } from './document.ts';

/*
 * Scripts within a talk's page, which paint the first slide before the page's own script arrives. The one in the head
 * decides what is shown and how large, while the document is still empty and reading the window's size lays out nothing.
 * The one behind the first slide shows that slide. The one at the end finds the slide that the address names. Their
 * styles are in `boot.css`.
 */

const HEAD = `{
const root = document.documentElement, own = root.dataset.own || '', asked = new URLSearchParams(location.search);
const isPrint = asked.has('print') || asked.has('print-pdf');
root.className = isPrint ? 'print print-pdf' : asked.has('read') ? 'read print-pdf' : asked.has('speaker') ? 'speaker' : 'deck';
const isSpeaker = root.className === 'speaker';
let mode = isSpeaker ? '' : asked.has('dark') ? 'dark' : asked.has('light') ? 'light' : '';
try { mode ||= (!isPrint && localStorage.getItem('rostrum:mode' + (isSpeaker ? ':speaker' : own && ':' + own))) || '' } catch {}
root.dataset.mode = mode || (isSpeaker ? 'dark' : own || 'light');
const scale = Math.min(innerWidth / 1280, innerHeight / (root.dataset.height || 720));
if (root.className === 'deck') root.style.setProperty('--boot-scale', Math.round(scale * 100) / 100);
addEventListener('error', ({ target }) => target?.type === 'module' && root.classList.remove('deck'), true);
}`;

/*
 * Where a page of another origin frames the talk it is a document: no deck, no keys, no speaker's window, no messages.
 * Files have no origin, and no page of the web can frame them; the pictures in a speaker's window are such frames.
 */
const GUARD = `if (location.protocol !== 'file:') try {
for (let page = self; page !== top; page = page.parent) void page.parent.location.href;
} catch { document.documentElement.className = 'framed' }`;

const FIRST = `{
const { currentScript: script, documentElement } = document;
if (documentElement.className === 'deck' && location.hash.length < 3) script.previousElementSibling?.classList.add('present');
script.remove();
}`;

const FOOT = `if (document.documentElement.className === 'deck') {
const { hash } = location, [name] = hash.slice(hash[1] === '/' ? 2 : 1).split('/');
const slides = document.querySelectorAll('.slides > section'), found = name ? document.getElementById(decodeURIComponent(name)) : null;
const slide = found?.closest('section') ?? slides[/^\\d+$/.test(name) ? name : 0] ?? slides[0];
slide?.classList.add('present');
}`;

/** The scripts within a talk's page, for its policy. */
export const BOOT_SCRIPTS: readonly string[] = [HEAD, GUARD, FIRST, FOOT];

/** Writes the scripts of a page's head, which decide what the page shows, also in a frame. */
export function renderBootHead(isEmbeddable: boolean): Html {
  return html`${renderScript(HEAD)}\n${isEmbeddable ? null : html`${renderScript(GUARD)}\n`}`;
}

/** Writes the script after the first slide, which shows that slide while the others are loading. */
export function renderBootFirst(): Html {
  return html`${renderScript(FIRST)}\n`;
}

/** Writes the script after the slides, which finds the first one to show. */
export function renderBootFoot(): Html {
  return html`${renderScript(FOOT)}\n`;
}
