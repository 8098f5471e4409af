import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TalkDiff } from '../../talk/diff/slide-change.ts';
import { html, rawHtml } from '../../talk/html/html.ts';
import { isExternal } from '../../talk/text/path.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { DIFF_DATA_ID, type DiffPageData, type DiffSide } from '../../talk/model/wire.ts';
import { COMPILED_STYLE } from '../pages/decode-styles.ts';
import { placeAssets, type ToUrl } from '../pages/assets.ts';
import { renderDocument, renderJson, renderScript } from '../pages/document.ts';
import { dropUnusedFaces } from '../pages/faces.ts';
import { collectOwnBlocks, listBlockStyles } from '../pages/project-blocks.ts';
import { MODE_SCRIPT, renderModeScript } from '../pages/index/index-head.ts';
import { mergeNeeds } from '../pages/policy.ts';
import { renderScriptStyle } from '../pages/script-faces.ts';
import { renderBody } from './diff-body.ts';
import { bundlePage } from './page-bundle.ts';
import { nameSides } from './diff.ts';
import { writePage } from './write-page.ts';

/** What a page of differences is made of. */
export interface DiffPageOptions {
  diff: TalkDiff;
  talks: readonly [Talk, Talk];
  /** The project's folder. */
  root: string;
  /** Whether stylesheets that code of the project would compile are left out. */
  isSafe: boolean;
}

const ENTRY = 'browser/diff/diff.ts';
const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** Writes one self-contained page with the slides of two talks side by side. */
export async function writeDiffPage(file: string, options: DiffPageOptions): Promise<void> {
  const page = await renderDiffPage(options);
  writePage(file, page);
}

async function renderDiffPage({ diff, talks, root, isSafe }: DiffPageOptions): Promise<string> {
  const { script, style } = await bundlePage(
    ENTRY,
    talks.flatMap((talk) => [
      ...listBlockStyles(talk, root),
      ...listOwnStyle(talk, { root, isSafe }),
    ]),
    { blocks: collectOwnBlocks(talks, root), isSafe },
  );
  const [before, after] = talks;
  const data: DiffPageData = { before: before.datasets, after: after.datasets };
  const content = html`${renderBody(diff, collectSections(talks, embedFrom(root)))}
${renderJson(DIFF_DATA_ID, data)}`;
  const needed = dropUnusedFaces(style, String(content), script);
  const body = html`${renderModeScript()}
${content}
<style>${rawHtml(needed)}</style>
${renderScript(script, 'module')}`;
  return renderDocument({
    title: nameSides(diff).join(' → '),
    description: null,
    language: after.meta.language,
    theme: after.meta.theme,
    links: { icon: 'data:,', styles: [], scripts: [], preloads: [] },
    policy: { ...mergeNeeds(talks), scripts: [MODE_SCRIPT, script] },
    head: html`${talks.map((talk) => renderScriptStyle(talk, root))}`,
    body,
  });
}

/** Collects the slides of both talks as they are shown, by side and id; on one page every id is there once. */
function collectSections(talks: readonly [Talk, Talk], toUrl: ToUrl): Map<string, string> {
  const sides: DiffSide[] = ['before', 'after'];
  const entries = sides.flatMap((side, index) => {
    const talk = talks[index] ?? talks[0];
    return talk.slides.map((slide) => {
      const section = placeAssets(slide, talk, toUrl);
      const named = section.replace('<section id="', `<section id="${side}-`);
      return [`${side} ${slide.id}`, named] as const;
    });
  });
  return new Map(entries);
}

/** Inlines a file of the project into the page. */
function embedFrom(root: string): ToUrl {
  return (name) => {
    const type = TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
    return `data:${type};base64,${readFileSync(path.join(root, name)).toString('base64')}`;
  };
}

function listOwnStyle(
  { meta: { css } }: Talk,
  { root, isSafe }: Pick<DiffPageOptions, 'root' | 'isSafe'>,
): string[] {
  const isLeftOut = css === null || isExternal(css) || (isSafe && COMPILED_STYLE.test(css));
  return isLeftOut ? [] : [path.join(root, css)];
}
