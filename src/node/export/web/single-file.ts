import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isExternal } from '../../../talk/text/path.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { dropUnusedFaces } from '../../pages/faces.ts';
import { findRoomScript } from '../../pages/page-data/page-room.ts';
import { renderScriptStyle } from '../../pages/script-faces.ts';
import { renderTalkPage } from '../../pages/talk-page.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';

import type { ToUrl } from '../../pages/assets.ts';
import type { EncodedPicture } from '../../pictures/encode.ts';
import type { ReducedPictures } from '../../pictures/pictures.ts';
import { makeText, type Exporter } from '../exporter.ts';
import { typeOf } from '../../pages/content-type.ts';
import { buildSingleClient, type SingleClient } from '../../client/client.ts';
import { findFont } from '../../client/client-fonts.ts';
import { listFramedScripts } from './framed-scripts.ts';
import { readOwnStyles } from './own-styles.ts';
import { addSourceSlides } from '../source-list-slides.ts';
import { plural } from '../../../talk/text/plural.ts';

const HEAD_END = '</head>';
const FONT_URL = /(?<=\burl\("?)(?:\.\/)?([\w-]+\.woff2)(?="?\))/g;
/** Within a module, a variable is not global. */
const SHARE_MQTT = 'globalThis.mqtt = mqtt;';
const SCRIPT_END = /<(?=\/script|!--)/gi;

/** Exports one HTML file with its script, styles, fonts, pictures and data. */
export const makeSinglePage: Exporter = async (asked, { project, exportOptions, pictures }) => {
  const talk = exportOptions.sources ? addSourceSlides(asked) : asked;
  const runtime = await buildSingleClient(talk, project.root);
  const own = await readOwnStyles(talk, project);
  const room = findRoomScript(talk, project);
  const mqtt = room === undefined ? [] : [`${readFileSync(room, 'utf8')}\n${SHARE_MQTT}`];
  const page = renderSinglePage(talk, {
    runtime,
    mqtt,
    own,
    root: project.root,
    pictures: await pictures('site'),
    notes: exportOptions.notes,
    framed: listFramedScripts(project.root, project.readsOf(talk.name)),
  });
  return makeText(page, plural(talk.slides.length, 'slide'));
};

interface SingleOptions {
  runtime: SingleClient;
  /** Texts of scripts that run before it. */
  mqtt: readonly string[];
  /** CSS of the author's own. */
  own: string;
  root: string;
  pictures: ReducedPictures['files'];
  notes: boolean;
  /** Texts of scripts in the project's own pages that slides show in frames. */
  framed: readonly string[];
}

function renderSinglePage(talk: Talk, options: SingleOptions): string {
  const { runtime, mqtt, own, root, pictures, notes, framed } = options;
  const urls = new Map<string, string>();
  const toUrl: ToUrl = (file, isLink) => {
    const picture = isLink ? undefined : pictures.get(file);
    const known = urls.get(`${picture?.extension}:${file}`);
    const url = known ?? (picture ? writeDataUrl(picture) : toDataUrl(path.join(root, file)));
    urls.set(`${picture?.extension}:${file}`, url);
    return url;
  };
  const { css } = talk.meta;
  const styles = css !== null && isExternal(css) ? [css] : [];
  const icon = toDataUrl(listBrowserFiles().icon);
  const links = { icon, styles, scripts: [], preloads: [] };
  const scripts = [...mqtt, runtime.script].map((text) => text.replace(SCRIPT_END, '\\x3C'));
  const head = renderScriptStyle(talk, root);
  const page = renderTalkPage(talk, {
    links,
    hasNotes: notes,
    toUrl,
    live: null,
    scripts: [...scripts, ...framed],
    head,
  });
  const style = inlineFonts(dropUnusedFaces(runtime.style, page, own + runtime.script));
  const parts = [
    `<style>${style}</style>`,
    ...(own === '' ? [] : [`<style>${own}</style>`]),
    // Modules, so that they wait for the slides; written into the page they need no server.
    ...scripts.map((script) => `<script type="module">${script}</script>`),
  ];
  const at = page.indexOf(HEAD_END);
  return `${page.slice(0, at)}${parts.join('\n')}\n${page.slice(at)}`;
}

/** Writes the engine's own fonts into its stylesheet. */
function inlineFonts(style: string): string {
  return style.replace(FONT_URL, (url, name: string) => {
    const file = findFont(name);
    return file === undefined ? url : toDataUrl(file);
  });
}

function toDataUrl(file: string): string {
  return writeDataUrl({ extension: path.extname(file), bytes: readFileSync(file) });
}

function writeDataUrl({ extension, bytes }: EncodedPicture): string {
  return `data:${typeOf(`file${extension}`)};base64,${bytes.toString('base64')}`;
}
