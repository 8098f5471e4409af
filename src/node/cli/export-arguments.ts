import { FORMATS, PAPERS, PER_PAGE } from '../export/export-options.ts';
import { AS_OF, SAFE } from './shared-options.ts';

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
    description: `One of ${FORMATS.join(', ')}; defaults to what -o ends in, or else to pdf.`,
  },
  output: {
    type: 'string',
    alias: 'o',
    valueHint: 'FILE',
    description: 'Where to write: a file or a folder; defaults to TALK.pdf, and so on, here.',
  },
  range: {
    type: 'string',
    alias: 'r',
    valueHint: 'RANGE',
    description: 'Only these slides, by number or id: 1,4-9,#summary.',
  },
  notes: {
    type: 'boolean',
    description:
      'Puts the speaker notes in. Handout, notes and pptx have them anyway; --no-notes leaves them out.',
  },
  sources: {
    type: 'boolean',
    description:
      'Ends with a list of all sources. Handout and html have it anyway; --no-sources leaves it out.',
  },
  fetch: {
    type: 'boolean',
    description: 'For the file of a deck: fetches its pictures that are on the web.',
  },
  'as-of': AS_OF,
  safe: SAFE,
  'keep-going': {
    type: 'boolean',
    description: 'Writes what there is, even where a slide has errors or is not drawn.',
  },
  steps: {
    type: 'boolean',
    description: 'For pdf and png: a page or picture for each step of a slide.',
  },
  dark: {
    type: 'boolean',
    description: 'For pdf, png and pptx: light words on a dark ground.',
  },
  light: {
    type: 'boolean',
    description:
      'For pdf, png and pptx: dark words on a light ground, also where the talk is dark.',
  },
  theme: {
    type: 'string',
    valueHint: 'NAME',
    description: "In another theme than the talk's own: one of Rostrum's, or of the project's.",
  },
  paper: {
    type: 'string',
    valueHint: PAPERS.join('|'),
    description: 'For handout: its paper; defaults to a4.',
  },
  'per-page': {
    type: 'string',
    valueHint: PER_PAGE.join('|'),
    description:
      'For handout: slides on a sheet, 1 with its notes; defaults to as many with their notes as it holds.',
  },
  scale: {
    type: 'string',
    valueHint: 'N',
    description: 'For png: size of the pictures; defaults to 1, 1280 pixels wide.',
  },
  'contact-sheet': { type: 'boolean', description: 'For png: one picture of all slides.' },
  single: {
    type: 'boolean',
    description: 'The same as --format html: one file for a double click.',
  },
} as const;
