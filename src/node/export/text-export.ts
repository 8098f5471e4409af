import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listAssets } from '../pages/assets.ts';
import { isSource } from '../paths.ts';
import { writeJson } from './talk-json.ts';
import { makeText, type Exporter } from './exporter.ts';
import { listNamedFiles, writeMarkdown } from './markdown-file.ts';
import { writeNotes } from './notes-file.ts';
import { listCssAddresses } from '../../talk/html/css-urls.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { isExternal, resolvePath } from '../../talk/text/path.ts';
import { plural } from '../../talk/text/plural.ts';

const STYLE = /\.(?:css|scss|sass|less)$/i;
const PLAIN_TEXT = /\.txt$/i;

/** Exports one plain Markdown file, and the files that it names. */
export const makeMarkdown: Exporter = async (talk, { project, exportOptions }) => {
  const text = writeMarkdown(talk, exportOptions);
  const files = listAssets(talk, exportOptions.notes).filter((file) => !isSource(file));
  const named = [...listNamedFiles(text, files), ...listHeadFiles(talk, project.root)];
  const besides = [...new Set(named)].map((name) => ({
    name,
    bytes: readFileSync(path.join(project.root, name)),
  }));
  return { ...makeText(text, plural(talk.slides.length, 'slide')), besides };
};

/** Lists the files that the front matter of a talk names, and those that its stylesheet needs. */
function listHeadFiles({ meta: { css, edges = {} } }: Talk, root: string): string[] {
  const { logo, cover } = edges;
  const files = [css, logo?.light, logo?.dark, cover].filter((file) => typeof file === 'string');
  const found = new Set<string>();
  const add = (written: string): void => {
    const file = written.replace(/^\/+/, '');
    if (isExternal(file) || found.has(file) || !existsSync(path.join(root, file))) return;
    found.add(file);
    if (!STYLE.test(file)) return;
    const text = readFileSync(path.join(root, file), 'utf8');
    listCssAddresses(text).forEach(({ address }) => add(resolvePath(file, address)));
  };
  files.forEach(add);
  return [...found];
}

/** Exports the compiled talk as JSON. */
export const makeJson: Exporter = async (talk, { exportOptions }) =>
  makeText(writeJson(talk, exportOptions), plural(talk.slides.length, 'slide'));

/** Exports the speaker notes, as Markdown or as plain text for a file that ends in `.txt`. */
export const makeNotes: Exporter = async (talk, { output }) => {
  const isMarkdown = !PLAIN_TEXT.test(output ?? '');
  const spoken = talk.slides.filter(({ notes }) => notes !== '').length;
  return makeText(writeNotes(talk, { isMarkdown }), `notes to ${plural(spoken, 'slide')}`);
};
