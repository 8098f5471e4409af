import type { ShapeBox } from '../../talk/model/pptx-boxes.ts';
import { findGround, toHex } from './css/css-colour.ts';

const LAYER = /none|(?:url|[a-z-]+-gradient)\((?:[^()]|\([^()]*\))*\)/g;
/** A gradient between two equal colours. */
const PLAIN = /^linear-gradient\((?<colour>(?:[^(),]|\([^()]*\))+), \k<colour>\)$/;
const PLACE = /^(?:(left|right) )?(-?[\d.]+)px (?:top )?(-?[\d.]+)px$/;
const SIZE = /^([\d.]+)px ([\d.]+)px$/;

/** Reads the stripes that a slide's own background draws, such as its spine; a layer above all of it hides them. */
export function readStripes(slide: HTMLElement, hasLayer: boolean): ShapeBox[] {
  if (hasLayer) return [];
  const style = getComputedStyle(slide);
  const places = style.backgroundPosition.split(', ');
  const sizes = style.backgroundSize.split(', ');
  const repeats = style.backgroundRepeat.split(', ');
  const layers = [...style.backgroundImage.matchAll(LAYER)];
  // The first layer is the topmost one.
  return layers
    .flatMap(([image], index) => {
      const { colour } = PLAIN.exec(image)?.groups ?? {};
      const [, side, across, y] = PLACE.exec(places[index] ?? '') ?? [];
      const [, wide, tall] = SIZE.exec(sizes[index] ?? '') ?? [];
      if (!colour || !across || !wide || repeats[index] !== 'no-repeat') return [];
      const fill = toHex(colour, findGround(slide));
      const width = Number(wide);
      const x = side === 'right' ? slide.clientWidth - width - Number(across) : Number(across);
      const place = { x, y: Number(y), width, height: Number(tall) };
      return [{ kind: 'shape' as const, ...place, fill, line: null, radius: 0 }];
    })
    .toReversed();
}
