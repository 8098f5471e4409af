import type { Problem, Span } from '../model/problem.ts';

/** A construct of another program, and its equivalent here. */
interface Foreign {
  /** The construct as written. */
  sign: string;
  /** A part of a sentence: "a directive of Marp". */
  what: string;
  hint: string;
}

const MAX_SIGN = 60;
const MARKS: Readonly<Record<string, string>> = { '=': 'mark', '^': 'sup', '~': 'sub' };

/** Reports a construct of another program without a meaning here. */
export function foreignSyntax({ sign, what, hint }: Foreign, span: Span): Problem {
  const line = sign.trim().replaceAll(/\s+/g, ' ');
  const short = line.length > MAX_SIGN ? `${line.slice(0, MAX_SIGN - 1)}…` : line;
  return {
    code: 'foreign-syntax',
    severity: 'warning',
    message: `"${short}" is ${what}, which Rostrum does not have.`,
    hint,
    span,
  };
}

/** Reports what an import could not take as it was, and left a remark about. */
export function importRemark(outcome: string, what: string, span: Span): Problem {
  return {
    code: 'import-remark',
    severity: 'warning',
    message: `The import has ${REMARKS[outcome] ?? outcome}: ${what}`,
    hint: 'Delete the remark when this is as you want it.',
    span,
  };
}

const REMARKS: Readonly<Record<string, string>> = {
  approximated: 'approximated this',
  'left out': 'left this out',
  'to do by hand': 'left this to you',
};

/** Describes the signs around highlighted, superscript and subscript text in other programs. */
export function foreignMark(sign: string, span: Span): Problem {
  const name = MARKS[sign.charAt(0)] ?? 'mark';
  const words = sign.replaceAll(/^[=^~]+|[=^~]+$/g, '');
  const hint = `It is shown as it is written. Write <${name}>${words}</${name}>.`;
  return foreignSyntax({ sign, what: 'a mark of Pandoc and other programs', hint }, span);
}

/** Describes a paragraph that is a note in Deckset. */
export function foreignNote(sign: string, span: Span): Problem {
  const hint = 'It is shown on the slide. Write "Note:" and its words at the end of the slide.';
  return foreignSyntax({ sign, what: 'a note of Deckset', hint }, span);
}

/** Describes ignored attributes in braces after an element. */
export function foreignAttributes(sign: string, span: Span): Problem {
  const names = [...sign.matchAll(/([.#])([\w-]+)|([\w-]+)=("[^"]*"|'[^']*'|[^\s}]+)/g)];
  const classes = names.flatMap(([, dot, name = '']) => (dot === '.' ? [name] : []));
  const others = names.flatMap(([, dot, id, key, value = '']) => {
    if (dot === '#') return [`id="${id}"`];
    return key === undefined ? [] : [`${key}="${value.replaceAll(/["']/g, '')}"`];
  });
  const all = [...(classes.length > 0 ? [`class="${classes.join(' ')}"`] : []), ...others];
  const hint = `Write <!-- .element: ${all.join(' ')} --> right behind the element.`;
  return foreignSyntax({ sign, what: 'a list of attributes of Pandoc and kramdown', hint }, span);
}

/** Describes a pause of Pandoc, which works here as well. */
export function foreignPause(sign: string, span: Span): Problem {
  return foreignSyntax(
    { sign, what: 'a pause of Pandoc', hint: 'Write <!-- pause -->, which it is taken for.' },
    span,
  );
}

/** Describes the mark of a vertical slide, which begins the next slide here. */
export function foreignVertical(sign: string, span: Span): Problem {
  const hint = 'Slides here follow one another, so it begins the next one. Write "---".';
  return foreignSyntax({ sign, what: 'the mark of a vertical slide in reveal.js', hint }, span);
}

/** Describes the mark of notes in remark, which works here as well. */
export function foreignNotesMark(span: Span): Problem {
  const hint = 'What follows is taken for notes. Write "Note:".';
  return foreignSyntax({ sign: '???', what: 'the mark of notes in remark', hint }, span);
}

/** Describes a class around text in brackets, as in remark. */
export function foreignBrackets(sign: string, span: Span): Problem {
  const name = /^\.([\w-]+)/.exec(sign)?.[1] ?? '';
  const hint = `Write the text alone, with <!-- .element: class="${name}" --> below it, or give the slide a layout.`;
  return foreignSyntax({ sign, what: 'a class of remark around text', hint }, span);
}

/** Describes a command of Deckset in brackets. */
export function foreignCommand(sign: string, span: Span): Problem {
  const hint = 'It is left out. What concerns a slide is set in its front matter.';
  return foreignSyntax({ sign, what: 'a command of Deckset', hint }, span);
}

/** Describes an ignored slide property of remark. */
export function foreignProperty(sign: string, span: Span): Problem {
  const hint =
    'It is left out. A slide has front matter between two lines "---": id, layout, class, background.';
  return foreignSyntax({ sign, what: 'a property of a slide in remark', hint }, span);
}

/** Describes the mark that turns a quotation into a callout in other programs. */
export function foreignCallout(sign: string, span: Span): Problem {
  const hint = 'It is left out. Begin the quotation with the word in bold letters.';
  return foreignSyntax({ sign, what: 'the kind of a callout on GitHub', hint }, span);
}

/** Describes the line that begins an admonition in MkDocs and Python-Markdown. */
export function foreignAdmonition(sign: string, span: Span): Problem {
  const hint =
    'It is shown as it is written. Begin a quotation with the word in bold letters: "> **Note**".';
  return foreignSyntax({ sign, what: 'an admonition of MkDocs', hint }, span);
}

/** Describes an option of other programs after the language of a fence; null for anything else. */
export function foreignOption(option: string, span: Span): Problem | null {
  const [, hint] = OPTIONS.find(([pattern]) => pattern.test(option)) ?? [];
  return hint === undefined ? null : foreignSyntax({ sign: option, what: OPTION, hint }, span);
}

const OPTION = 'an option of other programs behind a language';
const OPTIONS: readonly (readonly [RegExp, string])[] = [
  [/^\[[\d\s|,:*-]+\]$/, 'Write the line steps in braces: {1-2|5|all}.'],
  [/^\[.*\]$/, 'Write {title="..."} for a title.'],
  [/^\{?monaco(?:-diff|-run)?\b/, 'It is left out: code on slides is not edited.'],
  [/^-(?:run|diff)$/, 'It is left out: code on slides is not edited.'],
  [/^\{?(?:scale|theme|alt):/, 'It is left out.'],
  [/^\{?maxHeight\b/, 'It is left out: show the lines that you speak about.'],
  [
    /^\{?\.(?!numberLines|line-numbers)[A-Za-z]/,
    'Write the language alone, right behind the backticks.',
  ],
  [/^\{?(?:lines|lineNumbers|\.?numberLines|\.line-numbers)\b/, 'Write {startLine=1}.'],
  [/^\{?(?:at|lang|twoslash|autorun|editorOptions|hide|finally)\b/, 'It is left out.'],
  [/^twoslash$/, 'It is left out.'],
  [/^magic-move$/, 'Write the versions as code fences between "::: versions" and ":::".'],
  [
    /^(?:mermaid|dot|graphviz|plantuml|python|r|julia|ojs)$/,
    'Write the language alone, right behind the backticks.',
  ],
];
