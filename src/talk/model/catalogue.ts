/*
 * Every message of the program, by what it is about: one function per code, nobody writes message text elsewhere.
 * A message is one whole sentence from the author's side; the place is added by the printer.
 */

export * from './problems/lookup.ts';
export * from './problems/values.ts';
export * from './problems/slides.ts';
export * from './problems/frontmatter.ts';
export * from './problems/blocks.ts';
export * from './problems/syntax.ts';
export * from './problems/characters.ts';
export * from './problems/markup.ts';
export * from './problems/embedded.ts';
export * from './problems/foreign.ts';
export * from './problems/foreign-keys.ts';
export * from './problems/foreign-programs.ts';
export * from './problems/foreign-words.ts';
export * from './problems/data.ts';
export * from './problems/faults.ts';
export * from './problems/screen.ts';
