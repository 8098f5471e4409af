import { readWords } from './element-list.ts';

const GLOBAL = `accesskey autocapitalize autofocus class color dir draggable enterkeyhint exportparts hidden id inert
  inputmode itemid itemprop itemref itemscope itemtype lang part popover role slot spellcheck style tabindex title
  translate xml:lang xml:space xmlns xmlns:xlink`;

const HTML = `abbr accept action align allow allowfullscreen alt autocomplete autoplay background bgcolor border
  capture cellpadding cellspacing char charoff charset checked cite clear cols colspan compact controls controlslist
  coords credentialless crossorigin datetime decoding default disabled disablepictureinpicture disableremoteplayback
  download enctype face fetchpriority for form frame frameborder headers height high href hreflang hspace imagesizes
  imagesrcset ismap kind label list loading loop low marginheight marginwidth max maxlength media method min minlength
  multiple muted name nohref noshade novalidate nowrap open optimum pattern placeholder playsinline popovertarget
  popovertargetaction poster preload pubdate radiogroup readonly referrerpolicy rel required rev reversed rows rowspan
  rules sandbox scope scrolling selected shape size sizes span src srclang srcset start step summary target type usemap
  valign value vspace width wrap`;

const SVG = `accent-height accumulate additive alignment-baseline amplitude ascent attributename attributetype azimuth
  basefrequency baseline-shift baseprofile begin bias by calcmode clip clip-path clip-rule clippathunits
  color-interpolation color-interpolation-filters color-rendering cursor cx cy d diffuseconstant direction display divisor
  dominant-baseline dur dx dy edgemode elevation enable-background end exponent fill fill-opacity fill-rule filter
  filterunits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant
  font-weight fr from fx fy g1 g2 glyph-name glyphref gradienttransform gradientunits image-rendering in in2 intercept k
  k1 k2 k3 k4 kerning kernelmatrix kernelunitlength keypoints keysplines keytimes lengthadjust letter-spacing
  lighting-color limitingconeangle line-height marker marker-end marker-mid marker-start markerheight markerunits
  markerwidth mask mask-type maskcontentunits maskunits method mix-blend-mode mode numoctaves offset opacity operator
  order orient orientation origin overflow paint-order path pathlength patterncontentunits patterntransform patternunits
  pointer-events points pointsatx pointsaty pointsatz preservealpha preserveaspectratio primitiveunits r radius refx refy
  repeatcount repeatdur requiredextensions requiredfeatures restart result rotate rx ry scale seed shape-rendering side
  slope spacing specularconstant specularexponent spreadmethod startoffset stddeviation stitchtiles stop-color
  stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width surfacescale systemlanguage tablevalues target targetx targety text-anchor text-decoration text-overflow
  text-rendering textlength to transform transform-box transform-origin u1 u2 unicode unicode-bidi values vector-effect
  version vert-adv-y vert-origin-x vert-origin-y viewbox visibility white-space word-spacing writing-mode x x1 x2
  xchannelselector xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type y y1 y2
  ychannelselector z zoomandpan`;

const MATHML = `accent accentunder bevelled close columnalign columnlines columnspacing columnspan denomalign depth
  display displaystyle encoding fence frame largeop length linethickness lquote lspace mathbackground mathcolor
  mathsize mathvariant maxsize minsize movablelimits notation numalign rowalign rowlines rowspacing rspace rquote
  scriptlevel scriptminsize scriptsizemultiplier selection separator separators stretchy subscriptshift supscriptshift
  symmetric voffset`;

const ALLOWED = new Set([GLOBAL, HTML, SVG, MATHML].flatMap(readWords));
const FREE = /^(?:data|aria)-[\w.-]+$/;
/** Reports whether authors may write an attribute. */
export function isKnownAttribute(name: string): boolean {
  return ALLOWED.has(name) || FREE.test(name);
}
