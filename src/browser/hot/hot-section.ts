import type { SectionUpdate, TalkUpdate } from '../../talk/model/wire.ts';
import type { HotPlan } from './hot-plan.ts';
import { isPartOpener, identifyPart } from '../page/section-progress.ts';

/** Classes and attributes by which reveal.js knows a section; they stay when its content changes. */
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

/** A block that can take over what the compiler wrote again. */
interface Adopter extends HTMLElement {
  adopt(next: HTMLElement): void;
}

/** What became of the slides of a page. */
export interface SlideChanges {
  /** Slides that were filled again. */
  filled: HTMLElement[];
  /** Whether the talk has the parts it had, and none of the slides that show them is another. */
  isOutlineKept: boolean;
}

/** Takes slides off, fills them again and adds others as planned; `slides` are those of the page by id, and will be. */
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
    isOutlineKept &&= !isPartOpener(slide) && identifyPart(slide) === before;
  }
  // Only now, because a slide can take the id that another one had.
  for (const { from } of replaced) slides.delete(from);
  for (const slide of filled) slides.set(slide.id, slide);
  for (const id of added) {
    const section = Object.hasOwn(sections, id) ? sections[id] : undefined;
    if (section) slides.set(id, createSection(section));
  }
  return { filled, isOutlineKept };
}

/** Builds a slide's element, its notes included. */
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

/** Returns a slide on the page new content; blocks that are drawn stay and move to their new values. */
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

/** Writes only what is another: to write an id or a class has the browser look through a long talk. */
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

/** A block is the same when it is of the same kind and stands at the same place, whatever its slide is called. */
function nameBlock(block: HTMLElement): string {
  const id = block.dataset['block'] ?? '';
  return `${block.localName} ${id.slice(id.lastIndexOf('/') + 1)}`;
}

function isAdopter(element: HTMLElement): element is Adopter {
  return 'adopt' in element;
}
