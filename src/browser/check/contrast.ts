import type { Finding } from '../../talk/problems/finding.ts';
import { contrastOf, createColourReader, layOver, toHex, type Colour } from './contrast-colour.ts';
import { createPainter } from './drawn-ground.ts';
import { createGrounds, type Ground } from './ground.ts';
import { reportText, type Sight } from './rule-context.ts';
import type { TextRun } from './text-walk.ts';

/** Minimum contrast of text: running text needs the most, large letters the least. */
export const MIN_CONTRAST = { body: 7, text: 4.5, large: 3 };

const LARGE = 40;
const ROUNDING = 0.005;
const BODY = '.slide-body :is(p, li, td, dd, blockquote)';
/** Display lines, and text that only accompanies other text. */
const NO_BODY =
  '.layout-cover, .layout-section, .layout-end, .block, [data-block], .code, figure, small, .sources, .browser-bar, .terminal';

const read = createColourReader();

/** Finds text with too little contrast. */
export function checkContrast(sight: Sight): Finding[] {
  const groundOf = createGrounds(sight.slide, read);
  const paint = createPainter(read);
  return sight.content.runs.flatMap((run) => {
    const colour = colourOf(run);
    const grounds = colour && computeGround(run, sight, { groundOf, paint });
    if (!colour || !grounds) return [];
    const least = leastOf(run);
    const worst = grounds
      .map((ground) => ({ ground, ratio: contrastOf(layOver(colour, ground), ground) }))
      .reduce((a, b) => (b.ratio < a.ratio ? b : a));
    if (worst.ratio >= least - ROUNDING) return [];
    const colours = `${toHex(layOver(colour, worst.ground))} on ${toHex(worst.ground)}`;
    const fault = { code: 'low-contrast', ratio: worst.ratio, least, colours } as const;
    const cause = `${sight.look.mode} ${colours}`;
    return [reportText(sight, run, { fault, cause, badness: 1 / worst.ratio })];
  });
}

/** Returns the colour of letters; null when they are not filled with one. */
function colourOf({ element, style, opacity }: TextRun): Colour | null {
  const isDrawn = element instanceof SVGElement;
  const css = isDrawn ? style.fill : style.webkitTextFillColor;
  if (css === 'none' || css.startsWith('url(') || style.backgroundClip === 'text') return null;
  const colour = read(css);
  const own = isDrawn ? parseFloat(style.fillOpacity) : 1;
  const a = colour.a * own * opacity;
  return a < 0.01 ? null : { ...colour, a };
}

interface Painters {
  groundOf: (element: Element) => Ground;
  paint: (text: Element, point: DOMPoint, ground: Ground) => Ground;
}

function computeGround(run: TextRun, { slide, frame }: Sight, tools: Painters): Ground {
  const { element, style, lines } = run;
  if (!(element instanceof SVGElement)) return tools.groundOf(element);
  // An outline in the colour of the ground acts as the background of the letters.
  if (style.paintOrder.startsWith('stroke') && parseFloat(style.strokeWidth) >= 2) {
    if (style.stroke !== 'none') return [read(style.stroke)];
  }
  const below = tools.groundOf(element.closest('svg')?.parentElement ?? slide);
  const corner = slide.getBoundingClientRect();
  const grounds = lines.map(({ left, top, right, bottom }) => {
    const x = corner.left + ((left + right) / 2) * frame.scale;
    const y = corner.top + ((top + bottom) / 2) * frame.scale;
    return tools.paint(element, new DOMPoint(x, y), below);
  });
  return grounds.includes(null) ? null : grounds.flatMap((ground) => ground ?? []);
}

function leastOf({ element, size, lines }: TextRun): number {
  // Text added by CSS, such as the number of an item, is decoration.
  if (lines.length === 0 && size < LARGE) return MIN_CONTRAST.text;
  if (size >= LARGE) return MIN_CONTRAST.large;
  const parent = element.matches('code, a, em, strong, rostrum-value')
    ? element.parentElement
    : element;
  const isBody = parent?.matches(BODY) && !element.matches('a') && !element.closest(NO_BODY);
  return isBody ? MIN_CONTRAST.body : MIN_CONTRAST.text;
}
