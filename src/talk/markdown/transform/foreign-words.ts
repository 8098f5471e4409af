import type { ForeignToken } from '../../model/token.ts';

/** Finds constructs of other programs that differ from prose only by the text between their signs. */
export function listForeignWords(text: string): Stretch[] {
  if (!MAY_HAVE.test(text)) return [];
  return [...text.matchAll(WORDS)].flatMap(({ index: start, 0: sign, groups = {} }): Stretch[] => {
    const stretch = { start, length: sign.length, sign };
    if (groups['wiki'] !== undefined) {
      return isPage(groups['wiki']) ? [{ ...stretch, kind: 'wiki' }] : [];
    }
    if (groups['inserted'] !== undefined) {
      return isCounter(groups['inserted']) ? [] : [{ ...stretch, kind: 'inserted' }];
    }
    if (groups['latex'] !== undefined) return [{ ...stretch, kind: 'latex' }];
    return [{ ...stretch, kind: groups['template'] === undefined ? 'span' : 'template' }];
  });
}

/** Reports whether text is the name of a page, not a C++ attribute, a TOML table or a list of lists. */
function isPage(name: string): boolean {
  const [page = ''] = name.split(/[|#]/);
  if (!/^[\p{L}\p{N}]/u.test(page) || /::|[(),=]/.test(page)) return false;
  return /[|#]/.test(name) || !CODE_NAMES.has(page);
}

/** Reports whether text is an increment such as "++i and i++". */
function isCounter(words: string): boolean {
  const [first = '', ...others] = words.split(/\s+/);
  const last = others.at(-1) ?? first;
  return (
    first.length <= 2 || last.length <= 2 || /[;()[\]=<>_]|->/.test(words) || isSame(others, first)
  );
}

function isSame(words: readonly string[], first: string): boolean {
  return words.length > 0 && words.at(-1) === first;
}

const MAY_HAVE = /\[|\+\+|\{%|\\[A-Za-z]/;
const CODE_NAMES = new Set(
  'nodiscard noreturn deprecated fallthrough likely unlikely maybe_unused no_unique_address carries_dependency assume indeterminate unsequenced reproducible bin lib test bench example package dependencies patch'.split(
    ' ',
  ),
);
const ATTRIBUTE = String.raw`(?:(?:[.#][A-Za-z][\w-]*)+|[A-Za-z][\w-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s}"']+))`;
const COMMANDS =
  'newpage|pagebreak|clearpage|cleardoublepage|pause|newline|linebreak|noindent|centering|maketitle|tableofcontents|titlepage|hfill|vfill|bigskip|medskip|smallskip|scriptsize|footnotesize|LaTeX|TeX|ldots|hline|raggedright|appendix';
const WORDS = new RegExp(
  [
    String.raw`!?(?<![\w\])\[])\[\[(?<wiki>[^\[\]\n]+)\]\](?![\w(\]])`,
    String.raw`(?<![\w+])\+\+(?<inserted>(?=[^\s+])[^+\n]*[^\s+])\+\+(?![\w+])`,
    String.raw`(?<template>\{%-?\s*[A-Za-z][^\n%{}]*%\})`,
    String.raw`(?<latex>(?<![\w\\:/.])\\(?:(?:${COMMANDS})(?![A-Za-z\\])|[A-Za-z]{3,}\*?(?:\[[^\]\n]*\])?\{[A-Za-z][^{}\n]*\}))`,
    String.raw`(?<![\]\w])\[[^\[\]\n]+\]\{:?\s*${ATTRIBUTE}(?:\s+${ATTRIBUTE})*\s*\}`,
  ].join('|'),
  'gu',
);

/** A stretch of a text that is a construct of another program. */
export interface Stretch {
  start: number;
  length: number;
  kind: ForeignToken['kind'];
  sign: string;
}
