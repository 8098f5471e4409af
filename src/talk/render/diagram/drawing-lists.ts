/** The elements of a drawing by a program; all others are left out. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker linearGradient radialGradient stop clipPath pattern mask symbol use style'.split(
    ' ',
  ),
);

/** Elements that go with their content; of the rest only the tags go. */
export const DROPPED: ReadonlySet<string> = new Set(
  'script foreignObject iframe object embed image feImage filter metadata animate animateTransform animateMotion set audio video handler listener'.split(
    ' ',
  ),
);

/** Elements without words for a reader; their loss is not reported. */
export const SILENT: ReadonlySet<string> = new Set(['filter', 'metadata']);

/** The attributes of a drawing by a program; all others are left out. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  `x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy d points width height viewBox transform offset pathLength rotate
  preserveAspectRatio refX refY markerWidth markerHeight markerUnits orient gradientUnits gradientTransform spreadMethod
  patternUnits patternTransform patternContentUnits clipPathUnits maskUnits textLength lengthAdjust
  fill fill-opacity fill-rule clip-rule clip-path mask stroke stroke-width stroke-opacity stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity font-size font-weight font-style
  text-anchor dominant-baseline alignment-baseline baseline-shift text-decoration letter-spacing word-spacing
  paint-order stop-color stop-opacity marker-start marker-mid marker-end vector-effect shape-rendering
  writing-mode direction data-part`
    .split(/\s+/)
    .filter(Boolean),
);
