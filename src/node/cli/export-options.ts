import { FORMATS, PAPERS, PER_PAGE } from '../export/wishes.ts';
import { AS_OF } from './options.ts';

/** What `rostrum export` takes. */
export const EXPORT_ARGUMENTS = {
  talk: {
    type: 'positional',
    required: false,
    valueHint: 'TALK...',
    description: 'Names of talks in slides/talks/; may be left out where there is only one.',
  },
  format: {
    type: 'string',
    alias: 'f',
    valueHint: 'FORMAT',
    description: `One of ${FORMATS.join(', ')}; defaults to what the ending of -o says, else pdf.`,
  },
  output: {
    type: 'string',
    alias: 'o',
    valueHint: 'FILE',
    description: 'A file, or a folder; defaults to a name after the talk in this folder.',
  },
  range: {
    type: 'string',
    alias: 'r',
    valueHint: 'RANGE',
    description: 'Only these slides, by number and id: 1,4-9,#summary.',
  },
  steps: { type: 'boolean', description: 'A page, or a picture, for each step of a slide.' },
  dark: { type: 'boolean', description: 'Light on dark.' },
  notes: {
    type: 'boolean',
    description:
      'Puts the speaker notes in; only handout, notes and pptx have them else. --no-notes leaves them out.',
  },
  sources: {
    type: 'boolean',
    description:
      'Ends with a list of all sources, as handout and html do anyway. --no-sources leaves it out.',
  },
  single: { type: 'boolean', description: 'One HTML file with everything in it; --format html.' },
  scale: {
    type: 'string',
    valueHint: 'N',
    description: 'Size of pictures; 2 makes 2560 by 1440 pixels; defaults to 1.',
  },
  'contact-sheet': { type: 'boolean', description: 'One picture of all slides.' },
  paper: {
    type: 'string',
    valueHint: PAPERS.join('|'),
    description: 'Paper of a handout; defaults to a4.',
  },
  'per-page': {
    type: 'string',
    valueHint: PER_PAGE.join('|'),
    description: 'Slides on a sheet of a handout; defaults to 1, with its notes beneath.',
  },
  'keep-going': {
    type: 'boolean',
    description: 'Writes what there is even where a slide has errors or is not drawn.',
  },
  'as-of': AS_OF,
} as const;
