import type { ForeignToken, HtmlToken, ImageToken, Token, ValueToken } from '../../model/token.ts';
import {
  foreignAttributes,
  foreignElement,
  foreignInserted,
  foreignLatex,
  foreignMark,
  foreignPicture,
  foreignSpan,
  foreignTemplate,
  foreignWikiLink,
  unreadPicture,
} from '../../problems/problems.ts';
import type { Problem, Span } from '../../model/problem.ts';

/** Reports and replaces an inline construct of another program; null for any other token. */
export function replaceForeign(token: Token, problems: Problem[]): Token[] | null {
  if (token.type === 'image') return replacePicture(token, problems);
  if (token.type === 'html') return replaceForeignInline(token, problems);
  if (token.type === 'value') return replaceShortcode(token, problems);
  if (token.type !== 'foreign') return null;
  const { kind, sign, raw, span } = token;
  if (kind === 'emoji') return [{ type: 'shortcode', raw, name: sign.slice(1, -1), span }];
  const place = { ...span, length: Math.max(span.length, firstLine(sign).length) };
  if (kind === 'attributes') {
    problems.push(foreignAttributes(sign, place));
    return [];
  }
  const problem = REPORTS[kind](sign, place);
  // A repeated construct is reported once.
  const isKnown = problems.some((each) => {
    return each.code === problem.code && keyOf(kind, each) === keyOf(kind, problem);
  });
  if (!isKnown) problems.push(problem);
  if (kind === 'span') {
    const text = sign.slice(1, sign.indexOf(']'));
    return [{ type: 'text', raw, text, escaped: false, span }];
  }
  return [{ type: 'text', raw, text: raw, escaped: false, span }];
}

/** Returns a key for problems of one kind on a slide. */
function keyOf(kind: ForeignToken['kind'], { message, span }: Problem): string {
  if (EACH.has(kind)) return `${span?.line}:${span?.column}`;
  return message.slice(message.lastIndexOf('" is '));
}

/** Reports Vue elements and attributes in raw HTML; removes the elements but keeps their content. */
export function replaceForeignTags(token: HtmlToken, problems: Problem[]): HtmlToken[] {
  const { raw, span } = token;
  if (raw.trim() === '') return [];
  let at = 0;
  let text = '';
  for (const { index, 0: tag, 1: slash, 2: name = '' } of raw.matchAll(TAGS)) {
    if (!tag.endsWith('>')) break;
    if (!isForeignElement(name)) {
      const [, attribute] = slash === '/' ? [] : (VUE_ATTRIBUTE.exec(tag) ?? []);
      if (attribute === undefined) continue;
      problems.push(foreignElement(attribute, moveInto(span, raw, index)));
      text += raw.slice(at, index) + tag.replaceAll(VUE_ATTRIBUTES, toBlanks);
      at = index + tag.length;
      continue;
    }
    if (slash !== '/') problems.push(foreignElement(tag, moveInto(span, raw, index)));
    text += raw.slice(at, index);
    at = index + tag.length;
  }
  if (at === 0) return [token];
  text += raw.slice(at);
  return text.trim() === '' ? [] : [{ ...token, raw: text, text }];
}

/** Reports a shortcode, which looks like a value; null for a value. */
export function replaceShortcode({ raw, span }: ValueToken, problems: Problem[]): Token[] | null {
  if (!SHORTCODE.test(raw)) return null;
  const problem = foreignTemplate(raw, span);
  const key = keyOf('template', problem);
  if (!problems.some((each) => keyOf('template', each) === key)) problems.push(problem);
  return [{ type: 'text', raw, text: raw, escaped: false, span }];
}

function replaceForeignInline(token: HtmlToken, problems: Problem[]): Token[] | null {
  if (token.raw.startsWith('<!--')) return null;
  const [kept] = replaceForeignTags(token, problems);
  return kept === token ? null : kept ? [kept] : [];
}

/** Marp's words are directives; the rest is the picture's alternative text. */
function replacePicture(token: ImageToken, problems: Problem[]): Token[] | null {
  const words = token.text.split(/\s+/);
  const isGround = words.includes('bg');
  const own = words.filter((word) => !(isGround ? GROUND_WORD : SIZE_WORD).test(word));
  if (own.length === words.length) return null;
  problems.push(foreignPicture({ words: token.text, href: token.href }, token.span));
  const text = own.join(' ');
  const { span } = token;
  const tokens: Token[] = [{ type: 'text', raw: text, text, escaped: false, span }];
  return [{ ...token, text, tokens, isForeign: true }];
}

function isForeignElement(name: string): boolean {
  if (name === 'template' || VUE_ELEMENT.test(name)) return true;
  return COMPONENT.test(name) && !HTML_NAMES.has(name.toLowerCase());
}

function moveInto(span: Span, raw: string, index: number): Span {
  const lines = raw.slice(0, index).split('\n');
  const length = /^<\/?[\w-]+/.exec(raw.slice(index))?.[0].length ?? 1;
  if (lines.length === 1) return { ...span, column: span.column + index, length };
  return {
    ...span,
    line: span.line + lines.length - 1,
    column: (lines.at(-1)?.length ?? 0) + 1,
    length,
  };
}

/** Replaces text by spaces, which keeps later offsets. */
function toBlanks(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const REPORTS = {
  picture: unreadPicture,
  mark: foreignMark,
  wiki: foreignWikiLink,
  inserted: foreignInserted,
  template: foreignTemplate,
  latex: foreignLatex,
  span: foreignSpan,
};
/** Kinds reported at each occurrence, because the hint differs. */
const EACH = new Set<ForeignToken['kind']>(['picture', 'mark']);
const SHORTCODE = /^\{\{[<%]/;
const SIZE_WORD = /^(?:w|h|width|height):(?:[\d.]+(?:px|%|em|rem|cm|mm|in|pt|pc|vw|vh)?|auto)$/;
const GROUND_WORD =
  /^(?:bg|fit|cover|contain|auto|left|right|vertical|(?:w|h|width|height|left|right|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S*)?|[\d.]+%)$/;
/** A tag; an unfinished one reaches to the end of the text. */
const TAGS = /<(\/?)([A-Za-z][\w-]*)(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*(?:>|$)/g;
/** Elements of Slidev and of its icon sets. */
const VUE_ELEMENT =
  /^(?:v-[a-z-]+|arrow|tweet|youtube|toc|(?:carbon|mdi|logos|ph|uim|twemoji|tabler|ri|fa|fa6|fluent|material-symbols|emojione|noto|vscode-icons|simple-icons|devicon|heroicons)(?:-[\w-]+))$/;
const COMPONENT = /^[A-Z][a-z]+(?:[A-Z]?\w)*$/;
const HTML_NAMES = new Set(
  'a abbr address area article aside audio b blockquote br button canvas caption center cite code col dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li main map mark math nav object ol option p picture pre q s samp section select small source span strong style sub summary sup svg table tbody td textarea tfoot th thead time tr track u ul var video'.split(
    ' ',
  ),
);
/** Attributes with a meaning only in Vue. */
const VUE_NAME = String.raw`\s(@[a-z][\w.-]*|v-[a-z]+(?:[:.][\w.-]+)*|:[a-z][\w.-]*|#[a-z][\w-]*)(?=[\s=>/])`;
const VUE_ATTRIBUTE = new RegExp(VUE_NAME);
const VUE_ATTRIBUTES = new RegExp(
  String.raw`${VUE_NAME}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+))?`,
  'g',
);
