import { findNearest } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import { isAboutHiding, nearestHint, severityOf } from './hints.ts';

/** Reports a code fence with an unknown language. */
export function unknownLanguage(
  name: string,
  names: readonly string[],
  span: Span,
  /** The language of the file that is named in its place; undefined for none. */
  ofFile?: string,
): Problem {
  const titled = `Write the language, and the file as a title: \`\`\`${ofFile} {title="${name}"}.`;
  return {
    code: 'unknown-language',
    severity: 'warning',
    message: `No code language is called "${name}", so the code is not coloured.`,
    // mdBook writes options after a comma: `rust,ignore`.
    hint:
      ofFile === undefined
        ? nearestHint(
            name.split(',', 1).join(''),
            names,
            'Write "text" for code without a language',
          )
        : titled,
    span,
  };
}

/** Reports an unclosed code fence. */
export function unclosedFence(marker: string, span: Span): Problem {
  return {
    code: 'unclosed-fence',
    severity: 'error',
    message: 'This code fence is not closed, so it ends where its slide does.',
    hint: `End it with a line ${marker}.`,
    span,
  };
}

/** Reports line steps of a code fence that are invalid or name missing lines. */
export function badLineSteps(
  part: string,
  { first, last, isDiff = false }: { first: number; last: number; isDiff?: boolean },
  span: Span,
): Problem {
  const range = first === last ? `just line ${first}` : `lines ${first} to ${last}`;
  return {
    code: 'bad-line-steps',
    severity: 'error',
    message: `"${part}" names no lines of this code, which has ${range}.`,
    hint: isDiff
      ? 'Steps of a comparison are "before", "after", "all", or lines of the newer version, as in {before|after|all}.'
      : 'Line steps are lines, ranges, "all" or "none" with "|" between, as in {1-2|5|all}.',
    span,
  };
}

/** Reports an unknown option after a code fence's language. */
export function unknownFenceOption(option: string, names: readonly string[], span: Span): Problem {
  const nearest = findNearest(option.replace(/^\{|[=:}\s].*$/gs, ''), names);
  return {
    code: 'unknown-fence-option',
    severity: severityOf(nearest),
    message: `"${option}" has no meaning after the language of a code fence.`,
    hint: nearest
      ? hintOfOption(option, nearest)
      : names.includes('startLine')
        ? 'Allowed are line steps {1-2|5|all}, {startLine=26}, {title="..."} and {values}.'
        : 'Allowed are line steps {12-14|20|all}, {title="..."} and {tabSize=8}; lines have the numbers of their file.',
    span,
  };
}

function hintOfOption(option: string, nearest: string): string {
  const value = /[=:]\s*(.+?)\}?$/.exec(option)?.[1];
  if (value === undefined) return `Did you mean "${nearest}"?`;
  const isText = nearest === 'title' && !value.startsWith('"');
  return `Did you mean {${nearest}=${isText ? `"${value}"` : value}}?`;
}

/** Reports an unclosed HTML comment. */
export function unclosedComment(span: Span): Problem {
  return {
    code: 'unclosed-comment',
    severity: 'error',
    message: 'This comment is not closed.',
    hint: 'End it with "-->"; a comment that contains blank lines begins on a line of its own.',
    span,
  };
}

/** Reports a comment that looks like a directive but is not one. */
export function unknownComment(words: string, span: Span): Problem {
  const name = /^\.[a-z][\w-]*/i.exec(words)?.[0] ?? words;
  return {
    code: 'unknown-comment',
    // The other severity is for a misspelt pause.
    severity: name.startsWith('.') && !isAboutHiding(words) ? 'warning' : 'error',
    message: `The comment "${name}" has no meaning here.`,
    hint: hintOfComment(name),
    span,
  };
}

function hintOfComment(name: string): string {
  const all = 'Comments with a meaning are <!-- pause --> and <!-- .element: class="..." -->.';
  if (/^\.?fragment/.test(name)) return `Write <!-- .element: class="fragment" -->. ${all}`;
  const nearest = findNearest(name, ['pause', '.element']);
  return nearest === undefined ? all : `Did you mean "${nearest}"? ${all}`;
}

/** Reports a comment that is neither the slide's notes nor a remark. */
export function strayComment(span: Span): Problem {
  return {
    code: 'stray-comment',
    severity: 'warning',
    message: 'Only the last comment of a slide becomes its notes, so this one is never shown.',
    hint: 'Write <!-- // ... --> for a remark, or move its text into the notes.',
    span,
  };
}

/** Reports quotes, lists, containers, emphasis or elements that are nested too deep. */
export function nestedTooDeep(levels: number, span: Span): Problem {
  return {
    code: 'nested-too-deep',
    severity: 'error',
    message: `This is nested deeper than ${levels} levels.`,
    hint: 'It is shown as written; the text around it is not affected.',
    span,
  };
}

/** Reports markers of a merge conflict in a file; `sides` is null when they are incomplete. */
export function mergeConflict(
  sides: { ours: MergeSide; theirs: MergeSide } | null,
  span: Span,
): Problem {
  return {
    code: 'merge-conflict',
    severity: 'error',
    message: sides
      ? `A merge is not resolved here: ${printSide(sides.ours)}, ${printSide(sides.theirs)}.`
      : 'A marker of a merge conflict is left here.',
    hint: 'Keep one of the two sides, or join them, and remove the lines "<<<<<<<", "=======" and ">>>>>>>".',
    span,
  };
}

interface MergeSide {
  name: string;
  first: number;
  last: number;
}

function printSide({ name, first, last }: MergeSide): string {
  const owner = name === '' ? '' : ` of "${name}"`;
  if (last < first) return `no line${owner}`;
  return first === last ? `line ${first}${owner}` : `lines ${first} to ${last}${owner}`;
}

/** A line that begins a slide elsewhere stands within an element of raw HTML. */
export function swallowedCut(line: string, holder: string, span: Span): Problem {
  return {
    code: 'swallowed-cut',
    severity: 'warning',
    message: `"${line}" begins no slide here: it stands within <${holder}>, which is closed below.`,
    hint: `It is shown as text. Close <${holder}> above it to begin a slide; write <hr> for a line.`,
    span,
  };
}
