const CLICK = 'click';
const PART = 'data-part';

/** Shows the notes of a slide at a step: what was said is dimmed, and the pane scrolls to what comes. */
export function showNotes(pane: HTMLElement, notes: string, step: number): void {
  if (pane.dataset['notes'] !== notes) writeNotes(pane, notes);
  const marks = [...pane.querySelectorAll(`.${CLICK}`)];
  const current = Math.min(step + 1, marks.length);
  for (const part of pane.querySelectorAll(`[${PART}]`)) {
    part.classList.toggle('is-said', Number(part.getAttribute(PART)) < current);
  }
  for (const [index, mark] of marks.entries()) mark.classList.toggle('is-said', index < current);
  scrollTo(pane, marks[current - 1]);
}

function writeNotes(pane: HTMLElement, notes: string): void {
  // Notes come from the author through the compiler, and the channel is limited to this origin.
  pane.innerHTML = notes;
  pane.dataset['notes'] = notes;
  pane.scrollTop = 0;
  wrapParts(pane);
}

/** Wraps the text between two marks, which may be in several elements, in elements of its own. */
function wrapParts(pane: HTMLElement): void {
  const texts = pane.ownerDocument.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  const found: { text: Text; part: number }[] = [];
  let part = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.parentElement?.classList.contains(CLICK)) part += 1;
    else if (text.data.trim() !== '') found.push({ text, part });
  }
  for (const { text, part } of found) {
    const span = pane.ownerDocument.createElement('span');
    span.setAttribute(PART, String(part));
    text.replaceWith(span);
    span.append(text);
  }
}

/** Scrolls so that a mark is in the upper part of the pane, and what was just said is still above it. */
function scrollTo(pane: HTMLElement, mark: Element | undefined): void {
  const top = mark
    ? mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop
    : 0;
  pane.scrollTo({ top: Math.max(0, top - pane.clientHeight / 4) });
}
