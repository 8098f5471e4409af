import { findSlides, slideIdOf } from './page.ts';

/** The target of an address within a talk: an element, and the step of its slide if given. */
export interface Addressed {
  element: Element;
  /** Index of the last visible step, -1 for none; null when the address has no step. */
  step: number | null;
}

const START = /^#\/?/;
const NUMBER = /^\d*$/;
const STEP = /^-?\d+$/;
const XLINK = 'http://www.w3.org/1999/xlink';
/** Characters that need no encoding in an address. */
const PLAIN = /^[\w.~-]+$/;

/** Finds the target of an address's fragment as reveal.js does: `#id`, `#/id`, `#/id/0`, `#/2`, `#/2/0/1`. */
export function findAddressed(document: Document, hash: string): Addressed | null {
  const parts = hash.replace(START, '').split('/');
  const [first = '', second = '', third] = parts;
  if (NUMBER.test(first)) {
    const slides = listComplete(document);
    const element = slides[Math.min(Number(first), slides.length - 1)];
    return element ? { element, step: readStep(third) } : null;
  }
  const element = document.getElementById(decodeName(first));
  return element && { element, step: parts.length === 2 ? readStep(second) : null };
}

/** Rewrites the links of a page without a deck, because only a deck reads `#/id`. */
export function pointLinks(document: Document): void {
  for (const link of document.querySelectorAll('.slides a')) {
    const href = link.getAttribute('href') ?? link.getAttributeNS(XLINK, 'href') ?? '';
    const found = href.startsWith('#') ? findAddressed(document, href) : null;
    if (found) link.setAttribute('href', `#${nameTarget(document, found)}`);
  }
}

/** Decodes a name in an address; returns it unchanged when it is not encoded. */
function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readStep(text: string | undefined): number | null {
  return text !== undefined && STEP.test(text) ? Number(text) : null;
}

/** Lists the slides without copies for earlier steps. */
function listComplete(document: Document): HTMLElement[] {
  return findSlides(document).filter(({ dataset }) => dataset['printStep'] === undefined);
}

/** Returns an id for a link target; Chromium prints links only to ids with plain letters. */
function nameTarget(document: Document, { element, step }: Addressed): string {
  const target = (step !== null && findCopy(document, element, step + 1)) || element;
  if (PLAIN.test(target.id)) return target.id;
  const holder = target.id === '' ? target : (target.querySelector(':not([id])') ?? target);
  if (holder.id === '') holder.id = freeId(document);
  return encodeURIComponent(holder.id);
}

/** Finds the copy of a slide that shows its first steps; null when the slide itself does. */
function findCopy(document: Document, element: Element, shown: number): Element | null {
  const id = CSS.escape(slideIdOf(element) ?? '');
  const selector = `[data-slide="${id}"][data-print-step="${shown}"]`;
  return document.querySelector(selector);
}

function freeId(document: Document): string {
  let count = document.querySelectorAll('[id^="target-"]').length;
  while (document.getElementById(`target-${count}`)) count += 1;
  return `target-${count}`;
}
