/** Options of other programs, and what does the same here; those of one verb are behind its name. */
const OPTIONS: Readonly<Record<string, string>> = {
  '--pdf': 'Write "npx rostrum export TALK -f pdf".',
  '--pptx': 'Write "npx rostrum export TALK -f pptx".',
  '--powerpoint': 'Write "npx rostrum export TALK -f pptx".',
  '--png': 'Write "npx rostrum export TALK -f png".',
  '--html': 'Write "npx rostrum export TALK -f html".',
  '--markdown': 'Write "npx rostrum export TALK -f md".',
  '--base': 'Addresses within a build are relative, so it works in any folder without one.',
  '--public': 'Addresses within a build are relative, so it works in any folder without one.',
  '--outdir': 'The folder is named with -o.',
  '--out': 'The folder or file is named with -o.',
  '--output': 'The folder or file is named with -o.',
  '--out-dir': 'The folder is named with -o.',
  '-p': 'Write --port.',
  '--slides': 'Write --range, as in "--range 2-4".',
  '--pages': 'Write --range, as in "--range 2-4".',
  '--theme': 'The theme stands in the front matter of the talk: "theme: paper".',
  '--dark': 'A dark talk has "dark: true" in its front matter.',
  '--all': 'Name each of them; a command that takes all talks does so without names.',
  '--remote': 'Write --host.',
  '--watch': '"npx rostrum dev" follows what you save.',
  '--date': 'The day of the data is --as-of, as in "--as-of 2024-09-18".',
  '--fix': 'It changes no file: each problem says what to write.',
};

/** Returns what does here what an option of another program does there; null for none. */
export function adviseOption(name: string, verb: string): string | null {
  if (name === '-p' && verb !== 'dev') return null;
  return Object.hasOwn(OPTIONS, name) ? (OPTIONS[name] ?? null) : null;
}

/** Returns what to do about a word too many; null where nothing is known of it. */
export function adviseSurplus(words: readonly string[], verb: string): string | null {
  if (verb === 'build') return 'It builds all talks of the project: write "npx rostrum build".';
  if (verb !== 'new' && verb !== 'new data' && verb !== 'new theme') return null;
  return `A name has no blanks: "npx rostrum ${verb} ${words.join('-')}".`;
}
