import type { BoxGradient, BoxPlace } from '../../../talk/model/pptx-boxes.ts';
import { readPaint } from './css-colour.ts';

/** One gradient along a line, as browsers write it. */
const LINEAR = /^linear-gradient\((?:(to [a-z]+|-?[\d.]+deg), )?((?:[^()]|\([^()]*\))*)\)$/;
const SIDES = new Map([
  ['to right', 90],
  ['to left', 270],
  ['to top', 0],
  ['to bottom', 180],
]);
/** Commas between stops, not those within a colour. */
const COMMA = /, (?![^(]*\))/;
const PLACE = / (-?[\d.]+)(%|px)$/;

/** Reads a background that is one gradient along a line over all of its box; null for any other background. */
export function readGradient(
  { backgroundImage, backgroundSize }: CSSStyleDeclaration,
  { width, height }: Pick<BoxPlace, 'width' | 'height'>,
): BoxGradient | null {
  const [, direction = 'to bottom', list] = LINEAR.exec(backgroundImage) ?? [];
  if (list === undefined || backgroundSize !== 'auto') return null;
  const parts = list.split(COMMA);
  // CSS counts from the bottom to the top, office programs from the left to the right.
  const angle = SIDES.get(direction) ?? Number.parseFloat(direction);
  const turn = (angle * Math.PI) / 180;
  const line = Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn));
  const stops = parts.map((part, index) => {
    const [whole = '', amount, unit] = PLACE.exec(part) ?? [];
    const share = Number(amount) / (unit === '%' ? 100 : line);
    const at = whole === '' ? index / (parts.length - 1) : share;
    return { at, ...readPaint(part.slice(0, part.length - whole.length)) };
  });
  // A place that is computed of shares and lengths is not read.
  if (parts.some((part) => /\bcalc\(/.test(part)) || stops.some(({ at }) => !(at >= 0 && at <= 1)))
    return null;
  return { angle: (((angle - 90) % 360) + 360) % 360, stops: stops.map(keepHue) };

  /** A transparent stop has the colour beside it, so that nothing grey is between the two. */
  function keepHue(stop: (typeof stops)[number], index: number) {
    if (stop.opacity > 0) return stop;
    const seen = stops[index - 1]?.opacity ? stops[index - 1] : stops[index + 1];
    return { ...stop, colour: seen?.colour ?? stop.colour };
  }
}
