import type { SectionUpdate, TalkUpdate } from '../../talk/model/wire.ts';
import type { HotPlan } from './hot-plan.ts';
import { identifyPart, isPlaced } from '../page/spine.ts';

/** Classes and attributes that reveal.js sets on a section; they stay when its content changes. */
const PRESERVED_CLASSES = [
  'past',
  'present',
  'future',
  'has-dark-background',
  'has-light-background',
];
const PRESERVED_ATTRIBUTES = [
  'hidden',
  'aria-hidden',
  'inert',
  'style',
  'data-index-h',
  'data-index-v',
];

/** A block that can adopt newly compiled content. */
interface Adopter extends HTMLElement {
  adopt(next: HTMLElement): void;
}

/** The result of updating the slides of a page. */
export interface SlideChanges {
  /** Slides with new content. */
  filled: HTMLElement[];
  /** Whether the talk's parts and the slides that show them are unchanged. */
  isOutlineKept: boolean;
}

/** Removes, fills and adds slides as planned; `slides` maps ids to the page's slides, and is updated. */
export function changeSlides(
  slides: Map<string, HTMLElement>,
  { removed, replaced, added, isOrderKept }: HotPlan,
  { sections }: Pick<TalkUpdate, 'sections'>,
): SlideChanges {
  let isOutlineKept = isOrderKept;
  const filled: HTMLElement[] = [];
  for (const id of removed) {
    slides.get(id)?.remove();
    slides.delete(id);
  }
  for (const { from, to } of replaced) {
    const slide = slides.get(from);
    const section = Object.hasOwn(sections, to) ? sections[to] : undefined;
    if (!slide || !section) continue;
    const before = identifyPart(slide);
    filled.push(fillSection(slide, section));
    isOutlineKept &&= isPlaced(slide) && identifyPart(slide) === before;
  }
  // Ids are set last, because a slide can take the id of another.
  for (const { from } of replaced) slides.delete(from);
  for (const slide of filled) slides.set(slide.id, slide);
  for (const id of added) {
    const section = Object.hasOwn(sections, id) ? sections[id] : undefined;
    if (section) slides.set(id, createSection(section));
  }
  return { filled, isOutlineKept };
}

/** Builds a slide's element with its notes. */
function createSection({ html, notes }: SectionUpdate): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const section = template.content.querySelector<HTMLElement>('section');
  if (!section) throw new Error('The update of a slide holds no section.');
  if (notes && !section.querySelector(':scope > aside.notes')) {
    const aside = document.createElement('aside');
    aside.className = 'notes';
    aside.innerHTML = notes;
    section.append(aside);
  }
  return document.importNode(section, true);
}

/** Replaces the content of a slide on the page; drawn blocks stay and move to their new values. */
export function fillSection(slide: HTMLElement, update: SectionUpdate): HTMLElement {
  const next = createSection(update);
  copyAttributes(next, slide);
  const old = new Map(
    [...slide.querySelectorAll<HTMLElement>('[data-block]')].map((block) => [
      nameBlock(block),
      block,
    ]),
  );
  for (const block of next.querySelectorAll<HTMLElement>('[data-block]')) {
    const before = old.get(nameBlock(block));
    if (!before || !isAdopter(before)) continue;
    block.replaceWith(before);
    before.adopt(block);
  }
  slide.replaceChildren(...next.childNodes);
  return slide;
}

/** Writes only changed attributes, because writing an id or a class makes the browser scan a long talk. */
function copyAttributes(from: HTMLElement, to: HTMLElement): void {
  const kept = PRESERVED_CLASSES.filter((name) => to.classList.contains(name));
  from.classList.add(...kept);
  for (const { name } of [...to.attributes]) {
    if (!from.hasAttribute(name) && !PRESERVED_ATTRIBUTES.includes(name)) to.removeAttribute(name);
  }
  for (const { name, value } of from.attributes) {
    if (to.getAttribute(name) !== value) to.setAttribute(name, value);
  }
}

/** Identifies a block by its kind and position, independent of the slide's id. */
function nameBlock(block: HTMLElement): string {
  const id = block.dataset['block'] ?? '';
  return `${block.localName} ${id.slice(id.lastIndexOf('/') + 1)}`;
}

function isAdopter(element: HTMLElement): element is Adopter {
  return 'adopt' in element;
}
