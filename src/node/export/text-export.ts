import { writeJson } from './talk-json.ts';
import { count, makeText, type Maker } from './exporter.ts';
import { writeMarkdown } from './markdown-file.ts';
import { writeNotes } from './notes-file.ts';

const PLAIN_TEXT = /\.txt$/i;

/** Makes one plain Markdown file. */
export const makeMarkdown: Maker = async (talk, { wishes }) =>
  makeText(writeMarkdown(talk, wishes), count(talk.slides.length, 'slide'));

/** Makes the compiled talk as JSON. */
export const makeJson: Maker = async (talk, { wishes }) =>
  makeText(writeJson(talk, wishes), count(talk.slides.length, 'slide'));

/** Makes the speaker's notes, as Markdown or as plain text for a file that ends in `.txt`. */
export const makeNotes: Maker = async (talk, { output }) => {
  const isMarkdown = !PLAIN_TEXT.test(output ?? '');
  const spoken = talk.slides.filter(({ notes }) => notes !== '').length;
  return makeText(writeNotes(talk, { isMarkdown }), `notes to ${count(spoken, 'slide')}`);
};
