import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { html, rawHtml, type Html } from '../../../talk/html/html.ts';
import { slideHeight } from '../../../talk/model/slide/aspect.ts';
import { takeSlides } from '../../../talk/model/sections.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { plural } from '../../../talk/text/plural.ts';
import { buildSingleClient } from '../../client/client.ts';
import { findFont } from '../../client/client-fonts.ts';
import { placeAssets, placeNotes, type ToUrl } from '../../pages/assets.ts';
import { dropUnusedFaces } from '../../pages/faces.ts';
import { renderOptionalStyles } from '../../pages/optional-styles.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { pageTitle } from '../../pages/talk-page.ts';
import type { ReducedPictures } from '../../pictures/pictures.ts';
import type { ExportedFile, Exporter } from '../exporter.ts';
import { drawBlocks, placeBlocks, type DrawnBlocks } from './drawn-blocks.ts';
import { readOwnStyles } from './own-styles.ts';

/** Exports a folder with a plain deck of reveal.js, which a browser opens from the disk and any server serves. */
export const makeRevealFolder: Exporter = async (talk, context) => {
  const { project, exportOptions, pictures } = context;
  const { style } = await buildSingleClient(talk, project.root);
  const own = await readOwnStyles(talk, project);
  const assets = collectAssets(project.root, await pictures('site'));
  const { blocks, culprits } = await drawBlocks(talk, context);
  const page = renderPage(talk, {
    blocks,
    toUrl: assets.toUrl,
    hasNotes: exportOptions.notes,
    root: project.root,
  });
  const { css, fonts } = takeFonts(dropUnusedFaces(style, page, own));
  const program = REVEAL_FILES.map(([name, file]): ExportedFile => ({
    name,
    bytes: readFileSync(path.join(findReveal(), file)),
  }));
  const files = [
    { name: 'index.html', bytes: Buffer.from(page) },
    { name: 'style.css', bytes: Buffer.from(`${css}\n${own}\n${PLAIN_RULES}`) },
    ...program,
    ...fonts,
    ...assets.files,
  ];
  return {
    files: exportOptions.notes ? files : files.filter(({ name }) => name !== NOTES_SCRIPT),
    about: plural(talk.slides.length, 'slide'),
    culprits,
    warnings: ['Charts are drawings as on paper, and steps of blocks and of code come at once.'],
  };
};

/** Lists the files that slides show, as they are copied beside the page. */
function collectAssets(
  root: string,
  pictures: ReducedPictures['files'],
): { toUrl: ToUrl; files: ExportedFile[] } {
  const files: ExportedFile[] = [];
  const known = new Set<string>();
  const toUrl: ToUrl = (file, isLink) => {
    const picture = isLink ? undefined : pictures.get(file);
    const name = picture ? `${file}${picture.extension}` : file;
    if (!known.has(name)) {
      known.add(name);
      files.push({ name, bytes: picture?.bytes ?? readFileSync(path.join(root, file)) });
    }
    return name.split('/').map(encodeURIComponent).join('/');
  };
  return { toUrl, files };
}

function renderPage(
  talk: Talk,
  {
    toUrl,
    blocks,
    hasNotes,
    root,
  }: { toUrl: ToUrl; blocks: DrawnBlocks['blocks']; hasNotes: boolean; root: string },
): string {
  const { meta, slides } = talk;
  const sections = slides.map((slide): Html => {
    // Without a script that draws, a block of a project is its content as written.
    const plain = placeAssets(slide, talk, toUrl).replaceAll(DRAWN, '$1failed ');
    const section = placeBlocks(plain, blocks.get(slide.id) ?? []);
    const notes = hasNotes ? placeNotes(slide, talk, toUrl) : '';
    const end = section.lastIndexOf('</section>');
    const aside = notes === '' ? '' : `<aside class="notes">${notes}</aside>`;
    return rawHtml(`${section.slice(0, end)}${aside}${section.slice(end)}\n`);
  });
  const height = slideHeight(meta);
  const plugins = hasNotes ? '[RevealNotes]' : '[]';
  const start = `Reveal.initialize({ width: 1280, height: ${height}, margin: 0, center: false, display: 'grid', hash: true, transition: 'none', controls: false, progress: false, plugins: ${plugins} });`;
  const notes = hasNotes ? html`<script src="${NOTES_SCRIPT}"></script>\n` : null;
  return html`<!doctype html>
<html class="deck" lang="${meta.language}" data-theme="${meta.theme}"${meta.dark ? html` data-mode="dark"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pageTitle(meta)}</title>
<link rel="stylesheet" href="style.css">
${renderOptionalStyles(sections.map(({ markup }) => markup).join(''), meta.theme, false)}${renderScriptStyle(talk, root)}<style>:root:root{--slide-height:${height}px;--slide-shape:${(1280 / height).toFixed(4)}}${rawHtml(writePlaces(talk))}</style>
</head>
<body>
<div class="reveal"><div class="slides">
${sections}</div></div>
<script src="reveal/reveal.js"></script>
${notes}<script>${rawHtml(start)}</script>
</body>
</html>
`.markup;
}

/** Writes the place of each slide in the talk, which our own pages set by a script. */
function writePlaces(talk: Talk): string {
  const { places } = takeSlides(talk, [...talk.slides]);
  const rules = talk.slides.map(({ id }, index) => {
    const [from, at, to] = (places?.get(id) ?? [0, 0, 0]).map((share) => Number(share.toFixed(4)));
    return `.slides>:nth-child(${index + 1}){--spine-from:${from};--spine-at:${at};--spine-to:${to}}`;
  });
  return rules.join('');
}

/** Takes the faces of a stylesheet as files of their own. */
function takeFonts(style: string): { css: string; fonts: ExportedFile[] } {
  const fonts = new Map<string, ExportedFile>();
  const css = style.replace(FONT_URL, (url, name: string) => {
    const file = findFont(name);
    if (file === undefined) return url;
    fonts.set(name, { name: `fonts/${name}`, bytes: readFileSync(file) });
    return `fonts/${name}`;
  });
  return { css, fonts: [...fonts.values()] };
}

function findReveal(): string {
  return path.join(path.dirname(createRequire(import.meta.url).resolve('reveal.js')), '..');
}

/** Elements that a script draws in the deck. */
const DRAWN = /(<rostrum-[a-z]+\s+class=")/g;
const FONT_URL = /(?<=\burl\("?)(?:\.\/)?([\w-]+\.woff2)(?="?\))/g;
const NOTES_SCRIPT = 'reveal/notes.js';
const REVEAL_FILES = [
  ['reveal/reveal.js', 'dist/reveal.js'],
  [NOTES_SCRIPT, 'dist/plugin/notes.js'],
  ['reveal/LICENSE', 'LICENSE'],
] as const;
/** Nothing is drawn or moved by a script of ours, so what waits for one is shown. */
const PLAIN_RULES = '.reveal .slides > section:not(.present) { display: none !important; }\n';
