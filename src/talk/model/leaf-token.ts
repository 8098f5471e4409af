import type { CodePlace } from './code/code.ts';
import type { Span } from './problem.ts';

/** The exact text of a token and its place. */
export interface Placed {
  raw: string;
  span: Span;
}

/** A line break, a link definition, a rule, or blank lines. */
export interface PlainToken extends Placed {
  type: 'br' | 'def' | 'hr' | 'space';
}

/** Code in running text, or an escaped character. */
export interface LiteralToken extends Placed {
  type: 'codespan' | 'escape';
  text: string;
}

/** The checkbox of a task. */
export interface CheckboxToken extends Placed {
  type: 'checkbox';
  checked: boolean;
}

/** A code fence or indented code as lexed; notes keep it. */
export interface CodeToken extends Placed {
  type: 'code';
  text: string;
  codeBlockStyle?: 'indented';
  /** The words after the fence. */
  lang?: string;
  unclosed?: boolean;
  /** The place of each line of `text`. */
  lines: Span[];
}

/** A fenced data block. `lines[i]` is the place of line i of `text` in the file, columns included. */
export interface DataBlockToken extends Placed {
  type: 'datablock';
  name: string;
  text: string;
  lines: Span[];
  /** Set where the fence itself has a problem, which may be the cause of those of its body. */
  isReported?: boolean;
}

/** A code fence (indented code has no info); replaces the `code` token. */
export interface CodeBlockToken extends Placed {
  type: 'codeblock';
  text: string;
  /** highlight.js language name as written; null for none. */
  language: string | null;
  /**
   * Line numbers (as printed) highlighted at each state, `all` for every line; null without line steps. The number of
   * states is steps + 1.
   */
  highlights: (number[] | 'all')[] | null;
  /** Printed number of the first line; null without line numbers. */
  startLine: number | null;
  title: string | null;
  /** Whether `{{ }}` is evaluated inside. */
  values: boolean;
  /** Tab size in columns; null when the slide, the talk or the language decides. */
  tabSize: number | null;
  /** Whether the camera is asked for; absent for no. */
  isCamera?: boolean;
  /** The line steps as written; absent for none. */
  steps?: WrittenSteps;
  infoSpan: Span;
  lines: Span[];
}

/** Line steps as written, `1-2|5|all`, with the place of their group in braces. */
export interface WrittenSteps {
  text: string;
  span: Span;
}

/** A formula of TeX: `$…$`, `$$…$$` or a fence `math`. */
export interface FormulaToken extends Placed {
  type: 'formula';
  /** The TeX between its signs, as written. */
  tex: string;
  /** Whether it has lines of its own. */
  isDisplay: boolean;
  /** The place of each line of `tex`. */
  lines: Span[];
}

/** `<<< PLACE`: code from a file or a commit; replaces the `snippetline` token. */
export interface SnippetToken
  extends Placed, Pick<CodeBlockToken, 'language' | 'title' | 'tabSize' | 'isCamera' | 'infoSpan'> {
  type: 'snippet';
  place: CodePlace;
  placeSpan: Span;
  steps: WrittenSteps | null;
}

/** `{{ expression }}` in running text (inline). `expression` is trimmed; `span` covers it with its braces. */
export interface ValueToken extends Placed {
  type: 'value';
  expression: string;
}

/** `:name:` in running text: an emoji by its short name, or an icon. `name` is what stands between the colons. */
export interface ShortcodeToken extends Placed {
  type: 'shortcode';
  name: string;
}

/** `<!-- .element: class="fragment" -->`: attributes for the element before it; block or inline. */
export interface AttributesToken extends Placed {
  type: 'attributes';
  attributes: Record<string, string>;
}

/** `<!-- pause -->`, block or inline. */
export interface MarkToken extends Placed {
  type: 'pause';
}

/** Options in braces after a picture. */
export interface PictureOptions {
  width?: PictureLength;
  height?: PictureLength;
  /** The part that stays visible where the picture is cropped: two coordinates, or words, as in CSS. */
  position?: [x: string, y: string];
  /** Whether the picture fills its place and is cropped, or is shown whole. */
  fit?: 'cover' | 'contain';
  /** The address of the picture that stands for a film. */
  poster?: string;
}

/** A length in slide pixels, or a share of the room. */
export interface PictureLength {
  value: number;
  unit: 'px' | '%';
}

/** The options in braces after a picture; a pass gives them to the picture. */
export interface BracesToken extends Placed {
  type: 'braces';
  text: string;
}

/** A `---` that begins a slide, with the front matter below it. */
export interface CutToken extends Placed {
  type: 'cut';
  matter: Matter | null;
  /** Whether it is the mark of a vertical slide in other programs. */
  isVertical?: boolean;
}

/** Front matter as text: its YAML lines, and all of it with the closing dashes. */
export interface Matter {
  text: string;
  raw: string;
  unclosed: boolean;
}

/** A name between `::` and `::` on a line of its own: an area of the slide's layout begins. */
export interface SlotToken extends Placed {
  type: 'slot';
  name: string;
}

/** A construct of another program in running text. */
export interface ForeignToken extends Placed {
  type: 'foreign';
  kind:
    | ('emoji' | 'attributes' | 'picture' | 'mark')
    | ('wiki' | 'inserted' | 'template' | 'latex' | 'span');
  /** The whole construct, when it extends past this token. */
  sign: string;
}

/** A line that begins notes or takes code from elsewhere, a stray `:::`, a comment, a construct that never closes, or text nested too deep. */
export interface RawToken extends Placed {
  type:
    | 'noteline'
    | 'snippetline'
    | 'strayend'
    | 'comment'
    | 'opencomment'
    | 'openvalue'
    | 'openformula'
    | 'toodeep';
}

/** The largest place of a picture on a slide, in slide pixels; a length is null where the other decides. */
export interface PictureRoom {
  width: number | null;
  height: number | null;
  /** Whether the picture fills the place and is cropped to it. */
  isCovered: boolean;
}
