/** Properties of shapes and text that a drawing keeps as attributes, with the value that needs none. */
const PAINT: readonly (readonly [name: string, initial: string])[] = [
  ['fill', ''],
  ['fill-opacity', '1'],
  ['stroke', 'none'],
  ['opacity', '1'],
];
const STROKE: typeof PAINT = [
  ['stroke-width', '1px'],
  ['stroke-opacity', '1'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
];
const MARKERS: typeof PAINT = [
  ['marker-start', 'none'],
  ['marker-end', 'none'],
];
const TEXT: typeof PAINT = [
  ['font-size', ''],
  ['font-weight', '400'],
  ['font-style', 'normal'],
  ['text-anchor', 'start'],
  ['dominant-baseline', 'auto'],
  ['alignment-baseline', 'auto'],
  ['text-decoration-line', 'none'],
];
const GROUP: typeof PAINT = [['opacity', '1']];
const SHAPES = new Set('path rect circle ellipse line polyline polygon'.split(' '));
const WORDS = new Set(['text', 'tspan']);
const GROUPS = new Set(['g', 'svg', 'marker']);
const STOPS: typeof PAINT = [['stop-color', '']];
const PIXELS = /(-?[\d.]+)px/g;
const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;

/** Writes what the stylesheet of a drawing decides into its elements, and removes the stylesheet. */
export function inlineStyles(svg: SVGSVGElement, fixed: Readonly<Record<string, string>>): void {
  const elements = [...svg.querySelectorAll<SVGElement>('*')].filter(isDrawn);
  const written = elements.map(
    (element) => [element, readAttributes(element), readMove(element)] as const,
  );
  const unseen = elements.filter(isUnseen);
  for (const [element, attributes, moved] of written) {
    for (const name of ['style', 'class', 'font-family']) element.removeAttribute(name);
    for (const [name] of [...PAINT, ...STROKE, ...MARKERS, ...TEXT, ...STOPS])
      element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, fixed[value] ?? value);
    element.removeAttribute('transform-origin');
    if (moved !== null) element.setAttribute('transform', moved);
  }
  for (const element of unseen) element.remove();
  for (const style of svg.querySelectorAll('style')) style.remove();
}

/** Returns the transform that only a stylesheet gives to an element; null for none. */
function readMove(element: SVGElement): string | null {
  const { transform, transformOrigin } = getComputedStyle(element);
  if (element.hasAttribute('transform') || transform === 'none') return null;
  const [x = 0, y = 0] = transformOrigin.split(' ').map(parseFloat);
  return `translate(${x} ${y}) ${transform} translate(${-x} ${-y})`;
}

function isDrawn({ localName }: Element): boolean {
  return localName === 'stop' || [SHAPES, WORDS, GROUPS].some((names) => names.has(localName));
}

function isUnseen(element: SVGElement): boolean {
  const { display, visibility } = getComputedStyle(element);
  if (element.closest('defs, marker')) return false;
  return display === 'none' || (visibility === 'hidden' && !GROUPS.has(element.localName));
}

function readAttributes(element: SVGElement): (readonly [string, string])[] {
  const style = getComputedStyle(element);
  if (element.localName === 'stop') return readProperties(style, STOPS);
  const isShape = SHAPES.has(element.localName);
  const hasStroke = style.stroke !== 'none' && style.strokeWidth !== '0px';
  const parent = element.localName === 'tspan' ? element.parentElement : null;
  const above = parent && getComputedStyle(parent);
  const properties = isShape
    ? [...PAINT, ...(hasStroke ? STROKE : []), ...MARKERS]
    : WORDS.has(element.localName)
      ? [...PAINT.slice(0, 2), ...TEXT]
      : GROUP;
  const kept = properties.filter(
    ([name]) =>
      (hasStroke || name !== 'stroke') &&
      above?.getPropertyValue(name) !== style.getPropertyValue(name),
  );
  return readProperties(style, kept);
}

function readProperties(
  style: CSSStyleDeclaration,
  properties: typeof PAINT,
): (readonly [string, string])[] {
  return properties.flatMap(([name, initial]) => {
    const value = style.getPropertyValue(name);
    if (value === initial || value === '') return [];
    const key = name === 'text-decoration-line' ? 'text-decoration' : name;
    return [[key, toAttribute(value)] as const];
  });
}

/** Writes colours in six digits, a transparent one as none, and lengths without a unit. */
function toAttribute(value: string): string {
  const found = RGB.exec(value);
  if (!found) return value.replaceAll(PIXELS, '$1').replaceAll(/["']/g, '');
  if (found[4] === '0') return 'none';
  const digits = found
    .slice(1, 4)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  const opacity = found[4] === undefined ? '' : Math.round(Number(found[4]) * 255).toString(16);
  return `#${digits.join('')}${opacity}`;
}
