import { listNested } from '../../model/nested-tokens.ts';
import type { HeadingToken, NestedToken, TextToken, Token } from '../../model/token.ts';
import {
  definitionWithoutTerm,
  foreignAdmonition,
  foreignBrackets,
  foreignCallout,
  foreignCommand,
  foreignFit,
  foreignLatex,
  foreignNote,
  foreignPause,
  foreignProperty,
} from '../../problems/problems.ts';
import type { Problem } from '../../model/problem.ts';

/** Reports and replaces a block construct of another program; null for any other block. */
export function replaceForeignBlock(token: Token, problems: Problem[]): Token[] | null {
  if (token.type === 'blockquote') return reportCallout(token, problems);
  if (token.type === 'heading') return removeFit(token, problems);
  if (token.type !== 'paragraph') return null;
  const { raw, span } = token;
  const text = raw.trim();
  const line = firstLine(text);
  if (PAUSE.test(text)) {
    problems.push(foreignPause(text, span));
    return [{ type: 'pause', raw, span }];
  }
  const command = COMMAND_OF_LATEX.exec(text)?.[1];
  if (command !== undefined) {
    problems.push(foreignLatex(text, span));
    return command === 'pause' ? [{ type: 'pause', raw, span }] : [];
  }
  if (COMMAND.test(text)) {
    problems.push(foreignCommand(line, span));
    return [];
  }
  if (text.split('\n').every((part) => PROPERTY.test(part))) {
    problems.push(foreignProperty(line, span));
    return [];
  }
  if (DECKSET_NOTE.test(text)) problems.push(foreignNote(line, span));
  if (DEFINITION.test(text)) problems.push(definitionWithoutTerm(span));
  if (ADMONITION.test(line))
    problems.push(foreignAdmonition(line, { ...span, length: line.length }));
  if (BRACKETS.test(text)) problems.push(foreignBrackets(line, span));
  return null;
}

function reportCallout({ tokens: [first] }: NestedToken, problems: Problem[]): null {
  const word = first && listNested(first)[0];
  const sign = word?.type === 'text' ? CALLOUT.exec(word.raw)?.[0] : undefined;
  if (word?.type === 'text' && sign !== undefined) {
    problems.push(foreignCallout(sign.trim(), word.span));
    dropStart(word, sign.length);
  }
  return null;
}

/** Removes Deckset's mark from a heading. */
function removeFit(token: HeadingToken, problems: Problem[]): null {
  const [word] = token.tokens;
  const sign = word?.type === 'text' ? FIT.exec(word.raw)?.[0] : undefined;
  if (word?.type !== 'text' || sign === undefined) return null;
  reportOnce(foreignFit(sign.trim(), { ...word.span, length: sign.trim().length }), problems);
  dropStart(word, sign.length);
  token.text = token.text.slice(sign.length);
  return null;
}

function dropStart(word: TextToken, length: number): void {
  word.text = word.text.slice(length);
  word.raw = word.raw.slice(length);
}

function reportOnce(problem: Problem, problems: Problem[]): void {
  const kind = ({ message }: Problem): string => message.slice(message.lastIndexOf('" is '));
  if (!problems.some((each) => kind(each) === kind(problem))) problems.push(problem);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const PAUSE = /^\. \. \.$/;
const COMMAND = /^\[\.[\w-]+:[^\]\n]*\]$/;
const DECKSET_NOTE = /^\^ \S/;
const BRACKETS = /^(?:\.[A-Za-z][\w-]*)+\[(?!\d)/;
const ADMONITION = /^(?:!!!|\?\?\?\+?) ?[a-z]+(?: "[^"]*")?$/;
const PROPERTY = /^(?:name|template|count|exclude|background-[a-z]+): *\S+$/;
const CALLOUT = /^\[!\w+\][ \t]*\n?/;
const FIT = /^\[fit\][ \t]*/;
const COMMAND_OF_LATEX = /^\\(newpage|pagebreak|clearpage|cleardoublepage|pause)$/;
/** A definition without the line above it that would be its term. */
const DEFINITION = /^:[ \t]{1,3}\S/;
