import type { Token } from '../model/token.ts';
import type { ComposedSlide } from '../model/composed.ts';
import type { SlideSource } from '../model/slide-file.ts';
import type { Layout } from '../model/talk.ts';
import type { SlideContext } from './context.ts';
import { isCover, writeCover } from './cover.ts';
import { listOwnWords, type SlideEdges } from './edges/slide-edges.ts';
import { isOfPicturesOnly } from './elements/pictures.ts';
import { mapCssUrls } from '../html/css-urls.ts';
import { escapeHtml } from '../html/html.ts';
import { isRight } from './elements/prose.ts';
import { toText, writeColumns } from './elements/table-text.ts';
import { isExternal, resolvePath } from '../text/path.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';

const EMPTY = new Set(['space', 'def', 'pause', 'attributes']);

/** Writes a slide as text, with the text of its values and blocks, and without it to compare the author's words. */
export function writeTexts(
  title: string,
  slide: ComposedSlide,
  layout: Layout,
  context: SlideContext,
  edges: SlideEdges,
): { text: string; wording: string } {
  const body = listBody(slide.source, context);
  const wording = toText(body, { words: new Map() });
  const hasOwn = context.words.size > 0 || context.assets.length > 0;
  const isCut = layout === 'two-columns' && body.some(isRight);
  const filled = isCut ? writeHalves(body, context) : hasOwn ? toText(body, context) : wording;
  const styles = context.styles.map((style) => writeStyle(style, context.file));
  const made = isFilled(slide.source, layout, context) ? writeCover(context.talk.meta, layout) : '';
  const own = listOwnWords(edges).map(escapeMarkdown);
  const parts = [title && `# ${title}`, escapeMarkdown(made), filled, ...own, ...styles];
  return { text: parts.filter(Boolean).join('\n\n'), wording };
}

/** Writes what stands on both sides of a mark as columns, which need no layout. */
function writeHalves(body: readonly Token[], context: SlideContext): string {
  const cut = body.findIndex(isRight);
  const halves = [body.slice(0, cut), body.slice(cut + 1)].map((half) =>
    writeColumns('column', toText(half, context)),
  );
  return writeColumns('columns', halves.join('\n\n'));
}

/** Writes rules of a slide, with the paths of the files that they name. */
function writeStyle({ css, media }: SlideContext['styles'][number], file: string): string {
  const placed = mapCssUrls(css, (address) =>
    isExternal(address) ? null : resolvePath(file, address),
  );
  const attribute = media === null ? '' : ` media="${escapeHtml(media)}"`;
  return `<style${attribute}>\n${placed.trim()}\n</style>`;
}

/** Lists what a slide has below its title. */
export function listBody({ tokens }: SlideSource, { headings }: SlideContext): Token[] {
  return tokens.filter((token) => token !== headings.title);
}

/** Reports whether a slide shows the talk's front matter: a cover or end with nothing but its title, or a cover with pictures alone. */
export function isFilled(source: SlideSource, layout: Layout, context: SlideContext): boolean {
  if (!isCover(layout)) return false;
  return listBody(source, context).every(
    (token) => EMPTY.has(token.type) || (layout === 'cover' && isOfPictures(token)),
  );
}

function isOfPictures(token: Token): boolean {
  return token.type === 'paragraph' && isOfPicturesOnly(token.tokens);
}
