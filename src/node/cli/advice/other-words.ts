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
  '--all': 'Name each of them; without names, check and data refresh take all there is.',
  '--remote': 'Write --host.',
  '--watch': '"npx rostrum dev" follows what you save.',
  '--date': 'The day of the data is --as-of, as in "--as-of 2024-09-18".',
  '--fix': 'It changes no file: each problem says what to write.',
};

/** Options of one verb, and what to do about them with the others. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '--host': '"npx rostrum dev --host" shows talks to others in this network.',
  '--port': '"npx rostrum dev --port 8000" shows talks at that port.',
  '--talk': 'The names of talks have no option: write them behind the verb.',
  '--format': 'Only export, check and data refresh have formats; data status has --json.',
  '--range': '"npx rostrum export TALK --range 2-4" writes some slides.',
};

/** Returns what does here what an option of another program does there; null for none. */
export function adviseOption(name: string, verb: string): string | null {
  if (name === '-p' && verb !== 'dev') return null;
  return [OPTIONS, ELSEWHERE].find((words) => Object.hasOwn(words, name))?.[name] ?? null;
}

const ONE_NAME: ReadonlySet<string> = new Set(['new', 'new data', 'new theme', 'init', 'explain']);

/** Returns what to do about a word too many; null where nothing is known of it. */
export function adviseSurplus(words: readonly string[], verb: string): string | null {
  if (verb === 'build') return 'It builds all talks of the project: write "npx rostrum build".';
  if (verb === 'data status') return 'It lists all datasets: write "npx rostrum data status".';
  if (verb === 'lock') return 'It keeps the code of all talks: write "npx rostrum lock".';
  if (verb === 'import') return 'It takes one deck: run it once for each.';
  const [first = '', second = ''] = words;
  if (verb === 'new' && (first === 'talk' || first === 'presentation'))
    return `A talk needs no word before its name: "npx rostrum new ${second}".`;
  if (verb === 'new' && first === 'slide')
    return 'A slide is written in the file of its talk, below a line "---".';
  if (!ONE_NAME.has(verb)) return null;
  return `A name has no blanks: "npx rostrum ${verb} ${words.join('-')}".`;
}
