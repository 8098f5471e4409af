import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listAssets } from '../pages/assets.ts';
import { isSource } from '../paths.ts';
import { writeJson } from './talk-json.ts';
import { makeText, type Exporter } from './exporter.ts';
import { listNamedFiles, writeMarkdown } from './markdown-file.ts';
import { writeNotes } from './notes-file.ts';
import { plural } from '../../talk/text/plural.ts';

const PLAIN_TEXT = /\.txt$/i;

/** Exports one plain Markdown file, and the files that it names. */
export const makeMarkdown: Exporter = async (talk, { project, exportOptions }) => {
  const text = writeMarkdown(talk, exportOptions);
  const files = listAssets(talk, exportOptions.notes).filter((file) => !isSource(file));
  const named = listNamedFiles(text, files);
  const besides = named.map((name) => ({
    name,
    bytes: readFileSync(path.join(project.root, name)),
  }));
  return { ...makeText(text, plural(talk.slides.length, 'slide')), besides };
};

/** Exports the compiled talk as JSON. */
export const makeJson: Exporter = async (talk, { exportOptions }) =>
  makeText(writeJson(talk, exportOptions), plural(talk.slides.length, 'slide'));

/** Exports the speaker notes, as Markdown or as plain text for a file that ends in `.txt`. */
export const makeNotes: Exporter = async (talk, { output }) => {
  const isMarkdown = !PLAIN_TEXT.test(output ?? '');
  const spoken = talk.slides.filter(({ notes }) => notes !== '').length;
  return makeText(writeNotes(talk, { isMarkdown }), `notes to ${plural(spoken, 'slide')}`);
};
