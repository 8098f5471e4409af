import { breakText, makeAnswer, makeDataset } from './data.ts';
import { makeSlides } from './markdown.ts';
import type { Random } from './random.ts';
import { DATASETS } from './values.ts';

/** A file of a project as an edit leaves it. */
export interface Edit {
  file: string;
  text: string;
}

/** A project as texts by path, and one of its files as it is after an edit. */
export interface Sample {
  texts: Record<string, string>;
  /** Null where nothing is edited. */
  edit: Edit | null;
  /** JSON that sources of its datasets answer. */
  answers: string[];
}

const TALK = 'slides/talks/talk.md';
const LIBRARY = 'slides/library/shared.md';

/** Makes a project with a talk, shared slides and datasets, and an edit of one of them. */
export function makeSample(random: Random): Sample {
  const texts: Record<string, string> = {
    [TALK]: makeSlides(random, 'talk'),
    [LIBRARY]: makeSlides(random, 'library'),
    'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/a.css': 'p { color: red }',
  };
  for (const name of DATASETS) {
    if (random.chance(0.4)) texts[`data/${name}.json`] = makeDataset(random);
  }
  const answers = random.many(3, () => makeAnswer(random));
  return { texts, edit: makeEdit(random, texts), answers };
}

/** Makes an edit of one of a project's texts. */
export function makeEdit(random: Random, texts: Readonly<Record<string, string>>): Edit {
  const file = random.pick(Object.keys(texts).filter((name) => !name.startsWith('assets/')));
  const text = texts[file] ?? '';
  const kind = file.startsWith('slides/talks/') ? 'talk' : 'library';
  const isNew = random.chance(0.1);
  if (isNew)
    return { file, text: file.endsWith('.md') ? makeSlides(random, kind) : makeDataset(random) };
  return { file, text: breakText(random, text) };
}
