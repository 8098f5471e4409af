import type { FootnoteMark } from './footnote-mark.ts';
import type { Span } from './problem.ts';
import type {
  AttributesToken,
  BracesToken,
  CheckboxToken,
  CodeBlockToken,
  CodeToken,
  CutToken,
  DataBlockToken,
  ForeignToken,
  FormulaToken,
  LiteralToken,
  MarkToken,
  PictureOptions,
  Placed,
  PlainToken,
  RawToken,
  ShortcodeToken,
  SlotToken,
  SnippetToken,
  ValueToken,
} from './leaf-token.ts';

export type * from './leaf-token.ts';
export type { FootnoteMark };

/** A token of a slide; its place is known from the pass `placeTokens` on. */
export type Token = MarkdownToken | SlideToken | LexedToken;

/** A token of plain Markdown. */
export type MarkdownToken =
  | PlainToken
  | LiteralToken
  | NestedToken
  | HeadingToken
  | LinkToken
  | ImageToken
  | ListToken
  | TableToken
  | TextToken
  | CheckboxToken
  | CodeToken
  | HtmlToken;

/** A token that only slides have. */
export type SlideToken =
  | DataBlockToken
  | CodeBlockToken
  | SnippetToken
  | FormulaToken
  | PartsToken
  | FootnoteToken
  | ContainerToken
  | ValueToken
  | ShortcodeToken
  | AttributesToken
  | MarkToken;

/** A token that a pass replaces or removes, so that no parsed slide has it. */
export type LexedToken =
  | BracesToken
  | CutToken
  | SlotToken
  | RawContainerToken
  | ForeignToken
  | RawToken;

/** A token with others in it; `text` is its text without its own marks. */
interface Nested extends Placed {
  text: string;
  tokens: Token[];
}

/** A paragraph, a quotation, or a kind of emphasis. */
export interface NestedToken extends Nested {
  type: 'paragraph' | 'blockquote' | 'strong' | 'em' | 'del';
}

/** A list of terms and definitions, one of these, or the footnotes of a slide by number, which a pass puts at its end. */
export interface PartsToken extends Nested {
  type: 'definitions' | 'term' | 'definition' | 'footnotes';
}

/** The mark of a footnote, which holds its text until a pass takes it, or the text. */
export interface FootnoteToken extends Nested {
  type: 'footnote' | 'footnotetext';
  label: string | null;
  /** The mark itself, or the last one of a text; absent without a text. */
  mark?: FootnoteMark;
}

/** A heading of level `depth`. */
export interface HeadingToken extends Nested {
  type: 'heading';
  depth: number;
}

/** A link. */
export interface LinkToken extends Nested {
  type: 'link';
  href: string;
  title?: string | null;
}

/** A picture; `tokens` are its alternative text. */
export interface ImageToken extends Nested {
  type: 'image';
  href: string;
  title: string | null;
  /** The title in parts, where it has values; absent for any other. */
  caption?: Token[];
  /** Whether its alternative text had directives of another program, which were reported. */
  isForeign?: boolean;
  options?: PictureOptions;
  /** The braces with its options as written; absent for none. */
  braces?: string;
}

/** A list. */
export interface ListToken extends Placed {
  type: 'list';
  ordered: boolean;
  start: number | '';
  loose: boolean;
  items: ListItem[];
}

/** An item of a list; it is not a token of its own. */
export interface ListItem extends Nested {
  task: boolean;
  checked?: boolean;
}

/** A Markdown table. */
export interface TableToken extends Placed {
  type: 'table';
  header: TableCell[];
  rows: TableCell[][];
}

/** A cell of a table; it is not a token of its own. */
export interface TableCell {
  text: string;
  tokens: Token[];
  header: boolean;
  align: 'center' | 'left' | 'right' | null;
  span: Span;
}

/** Text; the words of a list item have tokens. */
export interface TextToken extends Placed {
  type: 'text';
  text: string;
  tokens?: Token[];
  escaped?: boolean;
}

/** Raw HTML: a block, or one tag in running text. */
export interface HtmlToken extends Placed {
  type: 'html';
  text: string;
  block: boolean;
  /** Whether Marked keeps its text as written. */
  pre?: boolean;
  unclosed?: boolean;
  /** Whether the text below may close an element in it. */
  doubtful?: boolean;
  /** The first line that would begin a slide if the element `holder` were not around it, by its offset. */
  swallowed?: { at: number; holder: string } | undefined;
  /** The comments and values in a block, and the HTML between them. */
  pieces?: Token[];
}

/** `::: NAME argument` ... `:::`. */
export interface ContainerToken extends Placed {
  type: 'container';
  name: 'columns' | 'column' | 'browser' | 'terminal' | 'versions';
  argument: string;
  tokens: Token[];
}

/** A container as lexed; its name may be unknown. */
export interface RawContainerToken extends Placed {
  type: 'rawcontainer';
  name: string;
  argument: string;
  tokens: Token[];
  unclosed: boolean;
  /** Whether its name is a class in braces, as in Pandoc. */
  isForeign: boolean;
}
