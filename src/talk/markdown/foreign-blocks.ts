import type { Token, Tokens } from 'marked';
import {
  foreignBrackets,
  foreignCallout,
  foreignCommand,
  foreignDefinitions,
  foreignFit,
  foreignLatex,
  foreignNote,
  foreignPause,
  foreignProperty,
  foreignSnippet,
} from '../problems/problems.ts';
import type { Problem, Span } from '../model/problem.ts';

/** Reports and replaces a block construct of another program; null for any other block. */
export function replaceForeignBlock(token: Tokens.Generic, problems: Problem[]): Token[] | null {
  if (token.type === 'blockquote') return replaceCallout(token, problems);
  if (token.type === 'heading') return replaceFit(token, problems);
  if (token.type !== 'paragraph') return null;
  const { raw, span }: { raw: string; span: Span } = token as never;
  const text = raw.trim();
  const line = firstLine(text);
  if (PAUSE.test(text)) {
    problems.push(foreignPause(text, span));
    return [{ type: 'pause', raw, span } as Token];
  }
  const command = COMMAND_OF_LATEX.exec(text)?.[1];
  if (command !== undefined) {
    problems.push(foreignLatex(text, span));
    return command === 'pause' ? [{ type: 'pause', raw, span } as Token] : [];
  }
  if (SNIPPET.test(text)) {
    problems.push(foreignSnippet(line, span));
    return [];
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
  if (DEFINITIONS.test(text)) reportOnce(foreignDefinitions(line, span), problems);
  if (BRACKETS.test(text)) problems.push(foreignBrackets(line, span));
  return null;
}

function replaceCallout(token: Tokens.Generic, problems: Problem[]): null {
  const [first] = (token.tokens ?? []) as Tokens.Generic[];
  const [word] = (first?.tokens ?? []) as Tokens.Generic[];
  const sign = word?.type === 'text' ? CALLOUT.exec(word.raw)?.[0] : undefined;
  if (word && sign !== undefined) {
    problems.push(foreignCallout(sign.trim(), word.span));
    word.text = word.text.slice(sign.length);
    word.raw = word.raw.slice(sign.length);
  }
  return null;
}

/** Removes Deckset's mark from a heading. */
function replaceFit(token: Tokens.Generic, problems: Problem[]): null {
  const [word] = (token.tokens ?? []) as Tokens.Generic[];
  const sign = word?.type === 'text' ? FIT.exec(word.raw)?.[0] : undefined;
  if (!word || sign === undefined) return null;
  reportOnce(foreignFit(sign.trim(), { ...word.span, length: sign.trim().length }), problems);
  word.text = word.text.slice(sign.length);
  word.raw = word.raw.slice(sign.length);
  token.text = token.text.slice(sign.length);
  return null;
}

function reportOnce(problem: Problem, problems: Problem[]): void {
  const kind = ({ message }: Problem): string => message.slice(message.lastIndexOf('" is '));
  if (!problems.some((each) => kind(each) === kind(problem))) problems.push(problem);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

const PAUSE = /^\. \. \.$/;
const SNIPPET = /^<<<[ \t]+\S/;
const COMMAND = /^\[\.[\w-]+:[^\]\n]*\]$/;
const DECKSET_NOTE = /^\^ \S/;
const BRACKETS = /^(?:\.[A-Za-z][\w-]*)+\[(?!\d)/;
const PROPERTY = /^(?:name|template|count|exclude|background-[a-z]+): *\S+$/;
const CALLOUT = /^\[!\w+\][ \t]*\n?/;
const FIT = /^\[fit\][ \t]*/;
const COMMAND_OF_LATEX = /^\\(newpage|pagebreak|clearpage|cleardoublepage|pause)$/;
/** A term with its definition on the next line; or the definition alone, after a blank line. */
const DEFINITIONS = /^(?:[^\n]{1,80}[^\n.!?;,]\n)?:[ \t]{1,3}\S/;
