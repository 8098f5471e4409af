import { layOver, listColours, type Colour, type ReadColour } from './colour.ts';

/** The colours that a ground may have at one place; null where a picture makes it impossible to say. */
export type Ground = readonly Colour[] | null;

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };
const PICTURE = /url\(|image-set\(|paint\(/;
const HAS_PICTURE =
  '[data-background-image], [data-background-video], [data-background-iframe], [data-background-gradient]';

/** Makes a function that tells what lies under the text of an element. */
export function createGrounds(slide: HTMLElement, read: ReadColour): (element: Element) => Ground {
  const known = new Map<Element, Ground>();
  const find = (element: Element): Ground => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const below = element === slide ? groundOfPage(slide, read) : find(parentOf(element, slide));
    const ground = paint(getComputedStyle(element), below, read);
    known.set(element, ground);
    return ground;
  };
  return find;
}

function parentOf(element: Element, slide: Element): Element {
  return element.parentElement ?? slide;
}

function paint(style: CSSStyleDeclaration, below: Ground, read: ReadColour): Ground {
  const { backgroundColor, backgroundImage } = style;
  const colour = read(backgroundColor);
  const base =
    colour.a === 1 ? [colour] : (below?.map((ground) => layOver(colour, ground)) ?? null);
  if (backgroundImage === 'none' || isDecoration(style)) return base;
  if (PICTURE.test(backgroundImage) || !base) return null;
  const stops = listColours(backgroundImage).map(read);
  return stops.flatMap((stop) => base.map((ground) => layOver(stop, ground)));
}

/** A picture that is repeated or placed in a part of its box is no ground to read on. */
function isDecoration({ backgroundSize, backgroundRepeat }: CSSStyleDeclaration): boolean {
  const isWhole = ['auto', 'cover', '100%', '100% 100%'].includes(backgroundSize);
  return !isWhole && backgroundRepeat !== 'repeat';
}

function groundOfPage(slide: HTMLElement, read: ReadColour): Ground {
  if (slide.matches(HAS_PICTURE)) return null;
  const own = slide.dataset['backgroundColor'];
  if (own) return [layOver(read(own), WHITE)];
  const page = [document.documentElement, document.body].map((element) =>
    read(getComputedStyle(element).backgroundColor),
  );
  return [page.reduce((below, colour) => layOver(colour, below), WHITE)];
}
