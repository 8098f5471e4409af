/*
 * `npm run docs`: the documentation as a website, in `site/dist`. It copies docs/ beside the pages that follow from the sources,
 * and has VitePress build them; `npm run docs dev` serves them instead, and `npm run docs pictures` draws
 * the pictures of docs/ again. VitePress lies in site/, so that no installation has it.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeEngine } from './engine.mjs';
import { writePictures } from './doc-pictures.mjs';
import { readExample } from './examples.mjs';
import { writeThemeGallery } from './theme-gallery.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SITE = path.join(ROOT, 'site');
const PAGES = path.join(SITE, '.pages');
const OUTSIDE = /(?<!!)\[([^\]]*)\]\(\.\.\/(?!\.)([^)]*)\)/g;
const VERBS = ['build', 'dev', 'preview', 'pictures'];

const [verb = 'build'] = process.argv.slice(2);
if (!VERBS.includes(verb)) {
  process.stderr.write(`There is no "npm run docs ${verb}": it is ${VERBS.join(', ')}.\n`);
  process.exit(2);
}
if (verb === 'pictures') {
  await writePictures();
  process.exit();
}
if (!existsSync(path.join(SITE, 'node_modules/vitepress')))
  run('npm', ['ci', '--no-audit', '--no-fund'], SITE);
if (verb !== 'preview') await writePages();
run(
  process.execPath,
  [path.join(SITE, 'node_modules/vitepress/bin/vitepress.js'), verb, '.'],
  SITE,
);

async function writePages() {
  rmSync(PAGES, { recursive: true, force: true });
  cpSync(path.join(ROOT, 'docs'), PAGES, { recursive: true });
  const draft = path.join(ROOT, 'node_modules/.cache/rostrum/docs');
  await writeEngine(draft, {}, { reference: 'src/node/reference/reference.ts' });
  const reference = await import(pathToFileURL(path.join(draft, 'reference.mjs')).href);
  const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
  const pages = await reference.listPages({
    writing: read('docs/writing.md'),
    blocks: read('docs/blocks.md'),
    data: read('docs/data.md'),
    problems: read('docs/problems.md'),
    tokens: read('src/browser/styles/tokens.css'),
    exampleOf: readExample,
  });
  const galleries = {
    'gallery.md': writeGallery(reference, {
      root: path.join(SITE, 'gallery'),
      talk: 'gallery',
      title: 'Gallery',
      about:
        'Each block with the lines that make it. [Blocks](./blocks.md) explains the keys; [all else that a slide can hold](./gallery-slides.md) is on a page of its own.',
    }),
    'gallery-slides.md': writeGallery(reference, {
      root: path.join(ROOT, 'examples/features'),
      talk: 'features',
      options: ['--steps'],
      title: 'Gallery of slides',
      about:
        'What a slide can be made of, each with its whole source; what has steps has a picture for each. All of it is one talk, `examples/features`. [Writing talks](./writing.md) explains it, and the [gallery of blocks](./gallery.md) has charts, figures and tables.',
    }),
  };
  const themes = { 'gallery-themes.md': writeThemeGallery(path.join(PAGES, 'public')) };
  for (const [name, text] of Object.entries({ ...pages, ...galleries, ...themes })) {
    mkdirSync(path.dirname(path.join(PAGES, name)), { recursive: true });
    writeFileSync(path.join(PAGES, name), text);
  }
  for (const name of readdirSync(PAGES).filter((file) => file.endsWith('.md')))
    linkOutside(path.join(PAGES, name));
  cpSync(path.join(SITE, 'index.md'), path.join(PAGES, 'index.md'));
  // The picture of the first page is no link of Markdown, which VitePress would follow.
  cpSync(path.join(PAGES, 'pictures'), path.join(PAGES, 'public/pictures'), { recursive: true });
  for (const name of ['icon.svg', 'wordmark.svg'])
    cpSync(path.join(ROOT, 'src/browser/brand', name), path.join(PAGES, 'public', name));
  rmSync(draft, { recursive: true });
}

/** Leads links to files beside docs/ to the repository, where package.json names it, and else makes words of them. */
function linkOutside(page) {
  const { repository } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const text = readFileSync(page, 'utf8').replaceAll(OUTSIDE, (_, words, file) =>
    repository ? `[${words}](${repository}/blob/main/${file})` : words,
  );
  writeFileSync(page, text);
}

/** Draws each slide of a talk, light and dark, and writes its pictures beside its source. */
function writeGallery(
  { MODES, matchPictures, readGallery, galleryPage },
  { root, talk, options = [], ...head },
) {
  const pictures = path.join(PAGES, 'public/gallery', talk);
  const bin = path.join(ROOT, 'bin/rostrum.mjs');
  for (const mode of MODES) {
    const folder = path.join(pictures, mode);
    mkdirSync(folder, { recursive: true });
    const words = ['export', talk, '-f', 'png', `--${mode}`, '-o', folder, ...options];
    run(process.execPath, [bin, ...words], root);
  }
  const files = readdirSync(path.join(pictures, MODES[0]))
    .filter((file) => file.endsWith('.png'))
    .map((file) => `gallery/${talk}/${file}`)
    .toSorted();
  const text = readFileSync(path.join(root, `slides/talks/${talk}.md`), 'utf8');
  return galleryPage(head, matchPictures(readGallery(text), files));
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
