import { COLOURS, type ColourName } from '../../talk/model/look/tokens.ts';
import type { Box, BoxPlace, FormBox } from '../../talk/model/pptx-boxes.ts';
import { findGround, toHex } from './css/css-colour.ts';

const FORM = 'data-box-form';

/** Marks the blocks that have a form of their own in PowerPoint, by their ids. */
export function markForms(slides: readonly Element[], ids: readonly string[]): void {
  const wanted = new Set(ids);
  for (const slide of slides) {
    for (const block of slide.querySelectorAll('[data-block]')) {
      if (wanted.has(block.getAttribute('data-block') ?? '')) block.setAttribute(FORM, '');
    }
  }
}

/** Takes the mark from a block; reports whether it had one. */
export function takeForm(element: Element): boolean {
  const isMarked = element.hasAttribute(FORM);
  if (isMarked) element.removeAttribute(FORM);
  return isMarked;
}

/** Reads the place and the colours of a block, and what is drawn where its form fails. */
export function readForm(element: Element, place: BoxPlace, instead: Box[]): FormBox {
  const style = getComputedStyle(element);
  const ground = findGround(element);
  const colours = COLOURS.map((name) => {
    const value = toHex(style.getPropertyValue(`--${name}`).trim(), ground);
    return [name, value ?? ground] as const;
  });
  return {
    kind: 'form',
    ...place,
    block: element.getAttribute('data-block') ?? '',
    colours: Object.fromEntries(colours) as Record<ColourName, string>,
    instead,
  };
}
