import { html, type Html } from '../../../talk/html/html.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { renderScript } from '../document.ts';
import { toPdfPath } from '../address.ts';

/** Reports that the file is being made, saves it when it is there, or says on the card why it is not. */
export const EXPORT_SCRIPT = `addEventListener('click', async (event) => {
const link = event.target.closest('.index-export');
if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
event.preventDefault();
if (link.ariaBusy === 'true') return;
const words = link.textContent, state = link.closest('.index-talk').querySelector('[role=status]');
link.ariaBusy = 'true';
link.textContent = 'Exporting…';
state.textContent = '';
try {
const answer = await fetch(link.href);
if (!answer.ok) throw new Error(await answer.text());
const saved = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await answer.blob()), download: link.download });
saved.click();
setTimeout(() => URL.revokeObjectURL(saved.href), 60000);
} catch (error) {
state.textContent = error.message;
}
link.textContent = words;
link.ariaBusy = 'false';
});`;

/** Renders the link to a talk's PDF: the file where a dev server makes it or a build has it, else the view that a browser prints. */
export function renderExportLink(
  { name, meta: { title } }: Talk,
  { isLive, hasPdf }: { isLive: boolean; hasPdf: boolean },
): Html {
  const address = encodeURIComponent(name);
  if (isLive)
    return html`<a class="index-export" href="./${toPdfPath(name)}" download="${name}.pdf" title="The file that npx rostrum export ${name} writes" aria-label="Export PDF of ${title}">Export PDF</a>`;
  return hasPdf
    ? html`<a href="./${toPdfPath(name)}" download="${name}.pdf" aria-label="Download the PDF of ${title}">Download PDF</a>`
    : html`<a href="./${address}/?print" title="Every slide a page, for your browser to print" aria-label="Print ${title} to PDF">Print to PDF</a>`;
}

/** Renders what makes the links to PDFs tell how they go on. */
export function renderExportScript(): Html {
  return renderScript(EXPORT_SCRIPT);
}
