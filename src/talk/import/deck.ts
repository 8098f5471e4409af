import type { Problem, Span } from '../model/problem.ts';
import type { ImportNote, ImportOutcome } from '../model/import/imported-deck.ts';
import type { SlideSpec, TalkSpec } from '../model/slide-file.ts';
import type { Token } from '../model/token.ts';
import { lexMarkdown } from '../markdown/lex/lex.ts';
import { placeTokens } from '../markdown/lex/place.ts';
import { areaOfLines } from '../markdown/position.ts';
import { splitForeign } from '../markdown/transform/foreign-construct.ts';
import { TextEdits, type Stretch } from './text-edits.ts';
import { walkTokens } from './walk.ts';

/** Front matter of a talk or a slide as it is written into the talk: values by key, in order. */
export type Keys<Spec> = { [Key in keyof Spec]?: unknown };

/** A deck that was read: what its talk gets, slide by slide. */
export interface Deck {
  keys: Keys<TalkSpec>;
  slides: DeckSlide[];
  /** Rules of the deck for the talk's stylesheet. */
  css: string[];
  notes: ImportNote[];
  /** Texts of LaTeX that define commands for its formulas. */
  preambles?: string[];
}

/** A slide of a deck: its text as written, and the edits that make it one of a talk. */
export class DeckSlide {
  readonly file: string;
  /** Line of the text's first line. */
  readonly line: number;
  readonly edits: TextEdits;
  readonly keys: Keys<SlideSpec> = {};
  /** The speaker notes, part by part. */
  readonly speakerNotes: string[] = [];
  /** Lines of text above and below the slide's own. */
  readonly before: string[] = [];
  readonly after: string[] = [];
  /** Rules for this slide alone. */
  readonly css: string[] = [];
  readonly notes: ImportNote[] = [];
  #tokens: Token[] | null = null;

  constructor({ file, line, text }: { file: string; line: number; text: string }) {
    this.file = file;
    this.line = line;
    this.edits = new TextEdits(text, line);
  }

  /** The tokens of the text as written, with constructs of other programs as tokens of their own. */
  get tokens(): Token[] {
    this.#tokens ??= this.#lex();
    return this.#tokens;
  }

  /** All tokens of the text, those within others included, in order. */
  get allTokens(): Token[] {
    const all: Token[] = [];
    walkTokens(this.tokens, (token) => {
      all.push(token);
    });
    return all;
  }

  /** Replaces a token or a stretch, and notes what became of it; without an outcome, silently. */
  replace(part: Token | Stretch, text: string, note?: Result): void {
    const stretch = this.stretch(part);
    if (text === '') this.edits.remove(stretch);
    else this.edits.replace(stretch, text);
    if (note) this.note(part, ...note);
  }

  /** Notes what became of a token or a stretch. */
  note(part: Token | Stretch, ...[outcome, became, effect]: Result): void {
    const { start, end } = this.stretch(part);
    const written = this.edits.text.slice(start, end);
    this.notes.push(
      toNote([outcome, became, effect], toLine(written), this.spanOf({ start, end })),
    );
  }

  /** Returns the offsets of a token or a stretch. */
  stretch(part: Token | Stretch): Stretch {
    return 'raw' in part ? this.edits.stretchOf(part) : part;
  }

  /** Returns the place of a stretch in the deck; its length ends with its first line. */
  spanOf({ start, end }: Stretch): Span {
    const [line = ''] = this.edits.text.slice(start, end).split('\n', 1);
    return { file: this.file, ...this.edits.placeOf(start), length: Math.max(1, line.length) };
  }

  #lex(): Token[] {
    const { text } = this.edits;
    const tokens = lexMarkdown(text);
    splitForeign(tokens);
    placeTokens(tokens, areaOfLines(this.file, this.line, text.split('\n').length));
    return tokens;
  }
}

/** Shortens text as written to one line of at most 60 characters. */
export function toLine(written: string): string {
  const line = written.trim().replaceAll(/\s+/g, ' ');
  return line.length > MAX_WHAT ? `${line.slice(0, MAX_WHAT - 1)}\u2026` : line;
}

/** What became of a construct; `harmless` where slides look and work as before all the same. */
export type Result = readonly [outcome: ImportOutcome, became: string, effect?: 'harmless'];

/** Notes what became of a construct at a place of the deck. */
export function toNote([outcome, became, effect]: Result, what: string, span: Span): ImportNote {
  return { outcome, what, became, span, ...(effect && { isHarmless: true }) };
}

/** Returns a problem of the finished talk as something to do by hand. */
export function toManual({ message, hint }: Problem): Result {
  return ['manual', [message, hint].filter(Boolean).join(' ')];
}

const MAX_WHAT = 60;
