/**
 * All messages of the program, grouped by subject, with one function for each code. A message is one whole sentence
 * from the author's side; the printer adds the place.
 */

export * from './lookup-problems.ts';
export * from './code/place-problems.ts';
export * from './code/lock-problems.ts';
export * from './code/motion-problems.ts';
export * from './value/value-problems.ts';
export * from './slide-problems.ts';
export * from './frontmatter-problems.ts';
export * from './block-problems.ts';
export * from './chart-problems.ts';
export * from './syntax-problems.ts';
export * from './character-problems.ts';
export * from './markup-problems.ts';
export * from './look/style-problems.ts';
export * from './look/film-problems.ts';
export * from './look/theme-problems.ts';
export * from './look/link-problems.ts';
export * from './absent-problems.ts';
export * from './media-problems.ts';
export * from './look/file-problems.ts';
export * from './diagram/diagram-problems.ts';
export * from './prose/container-problems.ts';
export * from './prose/formula-problems.ts';
export * from './prose/footnote-problems.ts';
export * from './prose/table-problems.ts';
export * from './foreign-problems.ts';
export * from './foreign-keys.ts';
export * from './foreign-programs.ts';
export * from './foreign-word-problems.ts';
export * from './data-problems.ts';
export * from './data/dataset-problems.ts';
export * from './data/recipe-problems.ts';
export * from './data/csv-problems.ts';
export * from './fault-problems.ts';
export * from './screen-problems.ts';
export * from './signs/sign-problems.ts';
export * from './time/time-problems.ts';
