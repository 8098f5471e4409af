import { isExternal, isPicture } from '../model/path.ts';
import type { Span } from '../model/problem.ts';
import type { Attribute } from './tags.ts';
import type { SlideContext } from './context.ts';
import { useAsset } from './picture.ts';

const GRADIENT = /gradient\(/i;

/** Turns a slide's `background` into reveal.js's attributes: a picture, a gradient or a colour. */
export function renderBackground(
  background: string | undefined,
  span: Span,
  context: SlideContext,
): Attribute[] {
  if (background === undefined) return [];
  if (GRADIENT.test(background)) return [{ name: 'data-background-gradient', value: background }];
  if (!isPicture(background)) return [{ name: 'data-background-color', value: background }];
  const problem = isExternal(background) ? null : useAsset(background, span, context);
  return problem ? [] : [{ name: 'data-background-image', value: background }];
}
