import { DRAWN_ATTRIBUTE } from './block-element.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Returns the drawing of a block, or adds an empty one; screen readers use the block's own content instead. */
export function openDrawing(block: HTMLElement): SVGSVGElement {
  const found = block.querySelector<SVGSVGElement>(':scope > svg.chart-svg');
  if (found) return found;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'chart-svg');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute(DRAWN_ATTRIBUTE, '');
  block.append(svg);
  return svg;
}
