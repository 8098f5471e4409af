import type { Finding, Look } from '../../talk/problems/finding.ts';
import { quote } from './rule-context.ts';
import { isAnimated } from './stage.ts';
import type { Content } from './text-walk.ts';
import { isVisuallyHidden } from './unseen.ts';

/** Text that was seen on a page, at any step and in any mode. */
export type SeenText = Set<Text>;

/** What is no text of the author's, what a reader opens or chooses, and what only other programs show. */
const EXEMPT = [
  'script, style, template, noscript, .slide-head, .slide-band, .slide-foot, .slide-ground, .notes, .step-mark, .problem',
  '[data-block], .formula, select, datalist, textarea, audio, video, canvas, iframe, progress, meter, rp, annotation',
  'svg :is(title, desc, defs, metadata, clipPath, mask, symbol, marker, pattern, switch)',
].join();
/** Drawings that change by themselves. */
const MOVING = 'svg:has(animate, animateTransform, animateMotion, set)';
const WORDS = /[\p{L}\p{N}]/u;

/** Writes down which text is seen right now. */
export function noteSeen({ runs }: Content, seen: SeenText): void {
  for (const { node } of runs) if (node) seen.add(node);
}

/** Finds text that a page showed at no step, one finding for each element that holds nothing else. */
export function checkNeverSeen(slide: HTMLElement, look: Look, seen: SeenText): Finding[] {
  const texts = listTexts(slide);
  const unseen = texts.filter((node) => !seen.has(node));
  const candidates = unseen.filter((node) => !isExempt(node, slide));
  const holders = new Set(texts.filter((node) => seen.has(node)).flatMap(listAncestors));
  const roots = new Map<Element, Text>();
  for (const node of candidates) {
    const root = findRoot(node, slide, holders);
    if (root && !roots.has(root)) roots.set(root, node);
  }
  return [...roots].map(([root, { data }]) => {
    const words = data.trim();
    const what = quote(root.textContent.trim());
    const fault = { code: 'never-seen' } as const;
    const place = { slide: slide.id, block: null, what, words };
    return { ...place, fault, cause: words, badness: 0, count: 1, looks: [look] };
  });
}

function listTexts(slide: HTMLElement): Text[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (WORDS.test(node.data)) found.push(node);
  }
  return found;
}

function listAncestors(node: Node): Element[] {
  const found: Element[] = [];
  for (let at = node.parentElement; at; at = at.parentElement) found.push(at);
  return found;
}

function isExempt(node: Text, slide: HTMLElement): boolean {
  if (node.parentElement?.closest(`${EXEMPT}, ${MOVING}`)) return true;
  return listAncestors(node)
    .filter((element) => slide.contains(element) && element !== slide)
    .some((element) => isForReaders(element) || isAnimated(element));
}

function isForReaders(element: Element): boolean {
  const style = getComputedStyle(element);
  return style.display !== 'none' && isVisuallyHidden(element, style);
}

/** Finds the outermost element around a text in which nothing is seen. */
function findRoot(node: Text, slide: Element, holders: ReadonlySet<Element>): Element | null {
  const around = listAncestors(node).filter((element) => slide.contains(element));
  const own = around.filter(
    (element) => element !== slide && !element.matches('.slide-main, .slide-body'),
  );
  return own.findLast((element) => !holders.has(element)) ?? node.parentElement;
}
