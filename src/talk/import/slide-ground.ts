import { parseColour } from '../colour/colour.ts';
import { isPicture } from '../text/path.ts';

/** Why a background is left to the author. */
export const NO_GROUND = 'It is no colour, gradient or picture that can be read.';

/** Checks whether a background can be that of a slide: a colour, a gradient, or the address of a picture. */
export function isGround(value: string): boolean {
  const isAddress = isPicture(value) || /^(?:https?:)?\/\//.test(value);
  return isAddress || value.includes('gradient(') || parseColour(value) !== null;
}
