import { scanLines } from '../../scan-lines.ts';
import { CLOSING_DIV, OPENING_DIV } from './list-divs.ts';

/** How Quarto calls what a deck refers to, by the beginning of its name: "Figure 2", "Table 1 (a)". */
export type References = ReadonlyMap<string, string>;

/** Numbers the figures, tables, formulas and theorems of a text by the names that references to them have. */
export function numberReferences(text: string, language: string): References {
  const words = LANGUAGES[language.slice(0, 2).toLowerCase()] ?? [];
  const counts = new Map<string, number>();
  const found = new Map<string, string>();
  /** The figures whose divisions are open; undefined for other divisions. */
  const open: ({ name: string; parts: number } | undefined)[] = [];
  for (const { text: line, isInside } of scanLines(text)) {
    if (!isInside && CLOSING_DIV.test(line)) open.pop();
    const isDiv = !isInside && OPENING_DIV.test(line);
    const names = isInside
      ? [LABEL.exec(line)?.[1] ?? '']
      : [...line.matchAll(NAME)].map(([, name = '']) => name);
    const [own = ''] = names;
    for (const name of names.filter(Boolean)) {
      const [kind = ''] = name.split('-', 1);
      const at = KINDS.findIndex(([each]) => each === kind);
      const outer = open.findLast((each) => each !== undefined);
      if (at < 0 || found.has(name)) continue;
      if (outer && outer.name.startsWith(`${kind}-`)) {
        const letter = String.fromCodePoint(97 + outer.parts++);
        found.set(name, `${found.get(outer.name)} (${letter})`);
        continue;
      }
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      found.set(name, `${words[at] ?? KINDS[at]?.[1]} ${number}`);
    }
    if (isDiv) open.push(found.has(own) ? { name: own, parts: 0 } : undefined);
  }
  return found;
}

/** Returns what a reference as it is written says: "@fig-a", "[@fig-a]", or the number alone for "[-@fig-a]"; undefined for any other. */
export function resolveReference(written: string, references: References): string | undefined {
  const [, sign, name = ''] = /^\[?(-?)@([a-z]+-[\w-]+)\]?$/.exec(written) ?? [];
  const words = references.get(name);
  return words === undefined || sign !== '-' ? words : words.slice(words.indexOf(' ') + 1);
}

/** Gives the numbers of examples, "(@)" and "(@name)", which go on through a deck; lines keep their numbers. */
export function numberExamples(text: string): string {
  const names = new Map<string, number>();
  let count = 0;
  const numbered = scanLines(text).map(({ text: line, start, end, isInside }) => {
    const rest = text.slice(start + line.length, end);
    const [mark, blanks = '', name = ''] = isInside ? [] : (EXAMPLE.exec(line) ?? []);
    if (mark === undefined) return line + rest;
    const number = names.get(name) ?? ++count;
    if (name !== '') names.set(name, number);
    return `${blanks}${number}. ${line.slice(mark.length)}${rest}`;
  });
  return numbered
    .join('')
    .replaceAll(/\(@([\w-]+)\)/g, (whole, name: string) =>
      names.has(name) ? `(${names.get(name)})` : whole,
    );
}

/** The beginnings of names, and how they are called. */
const KINDS = [
  ['fig', 'Figure'],
  ['tbl', 'Table'],
  ['eq', 'Equation'],
  ['lst', 'Listing'],
  ['thm', 'Theorem'],
  ['lem', 'Lemma'],
  ['cor', 'Corollary'],
  ['prp', 'Proposition'],
  ['def', 'Definition'],
  ['exm', 'Example'],
  ['exr', 'Exercise'],
  ['rem', 'Remark'],
] as const;
/** The same in other languages, as far as they are known. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  de: ['Abbildung', 'Tabelle', 'Gleichung', 'Listing', 'Theorem', 'Lemma', 'Korollar'],
  es: ['Figura', 'Tabla', 'Ecuación', 'Listado', 'Teorema', 'Lema', 'Corolario'],
  fr: ['Figure', 'Table', 'Équation', 'Listing', 'Théorème', 'Lemme', 'Corollaire'],
  it: ['Figura', 'Tabella', 'Equazione', 'Listato', 'Teorema', 'Lemma', 'Corollario'],
  pt: ['Figura', 'Tabela', 'Equação', 'Listagem', 'Teorema', 'Lema', 'Corolário'],
};
const NAME = /\{[^{}]*#([a-z]+-[\w-]+)[^{}]*\}/g;
const LABEL =
  /^(?:#\|[ \t]*label:[ \t]*|`{3,}\{\w+[ ,]+(?:label[ \t]*=[ \t]*)?)["']?((?:fig|tbl|lst)-[\w-]+)/;
const EXAMPLE = /^( {0,3})\(@([\w-]*)\)[ \t]+/;
