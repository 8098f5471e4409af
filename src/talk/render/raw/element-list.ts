import { isUnseen } from '../../html/hidden-element.ts';

/** Raw HTML elements that authors may write. */
const HTML = `a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li main map mark marquee menu meter nav
  nobr ol optgroup option output p picture pre progress q rp rt ruby s samp search section select small source span
  strike strong style sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr`;

const SVG = `svg a animate animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix
  fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood
  fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight
  fespecularlighting fespotlight fetile feturbulence filter foreignobject g image line lineargradient marker mask mpath
  path pattern polygon polyline radialgradient rect set stop switch symbol text textpath title tspan use view`;

const MATHML = `math annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom
  mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`;

/** Elements that would affect the page; their content stays. */
const ACTING = `base link meta html head body frameset frame plaintext xmp title param portal fencedframe slot
  bgsound basefont isindex keygen`;

const ALLOWED = new Set([HTML, SVG, MATHML].flatMap(readWords));
const DRAWN = new Set(readWords(SVG));
const KNOWN = new Set(readWords(ACTING));

/** Handling of an element: it is allowed, removed with its content, or only its tags are; or its name is unknown. */
export type ElementClass = 'allowed' | 'hidden' | 'acting' | 'unknown';

/** Returns the handling of an element; `inDrawing` is for SVG, in which a title names a part. */
export function classifyElement(name: string, inDrawing: boolean): ElementClass {
  if (inDrawing && DRAWN.has(name)) return 'allowed';
  if (name === 'title') return 'acting';
  if (ALLOWED.has(name)) return 'allowed';
  if (isUnseen(name)) return 'hidden';
  return KNOWN.has(name) ? 'acting' : 'unknown';
}

/** Lists the names of all elements that authors may write. */
export function listElements(): string[] {
  return [...ALLOWED];
}

/** Splits a list of names. */
export function readWords(names: string): string[] {
  return names.split(/\s+/);
}
