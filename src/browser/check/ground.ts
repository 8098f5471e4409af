import { layOver, listColours, type Colour, type ReadColour } from './contrast-colour.ts';

/** The possible colours of a background at one place; null when a picture makes them unknown. */
export type Ground = readonly Colour[] | null;

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };
const PICTURE = /url\(|image-set\(|paint\(/;
const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };
/** Minimum opacity at which the darkest and lightest colours over a picture can be computed. */
const MIN_COVER = 0.5;

/** Builds a function that returns the background of an element's text. */
export function createGrounds(slide: HTMLElement, read: ReadColour): (element: Element) => Ground {
  const known = new Map<Element, Ground>();
  const find = (element: Element): Ground => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const below = element === slide ? groundOfPage(read) : find(parentOf(element, slide));
    const own = paint(getComputedStyle(element), below, read);
    const ground = element === slide ? paintGround(slide, own, read) : own;
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
    colour.a === 1
      ? [colour]
      : (coverable(below, colour)?.map((ground) => layOver(colour, ground)) ?? null);
  if (backgroundImage === 'none' || isDecoration(style)) return base;
  if (PICTURE.test(backgroundImage) || !base) return null;
  const stops = listColours(backgroundImage).map(read);
  return stops.flatMap((stop) => base.map((ground) => layOver(stop, ground)));
}

/** Reports whether a picture is repeated or covers only a part of its box, so that no text is expected on it. */
function isDecoration({ backgroundSize, backgroundRepeat }: CSSStyleDeclaration): boolean {
  const isWhole = ['auto', 'cover', '100%', '100% 100%'].includes(backgroundSize);
  return !isWhole && backgroundRepeat !== 'repeat';
}

/** Returns the known colours below a layer; a picture is between black and white. */
function coverable(below: Ground, { a }: Colour): Ground {
  return below ?? (a >= MIN_COVER ? [BLACK, WHITE] : null);
}

/** The layer of a slide's own background. */
function paintGround(slide: HTMLElement, below: Ground, read: ReadColour): Ground {
  if (slide.querySelector('.layout-picture .bleed')) return null;
  const layer = slide.querySelector(':scope > .slide-ground');
  if (!layer) return below;
  return layer instanceof HTMLImageElement ? null : paint(getComputedStyle(layer), below, read);
}

function groundOfPage(read: ReadColour): Ground {
  const page = [document.documentElement, document.body].map((element) =>
    read(getComputedStyle(element).backgroundColor),
  );
  return [page.reduce((below, colour) => layOver(colour, below), WHITE)];
}
