import type { Token, Tokens } from 'marked';
import type { ComposedSlide } from '../model/composed.ts';
import type { DataUse } from '../model/dataset.ts';
import type { SlideSource } from '../model/file.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { AssetUse, BlockUse, Layout, TalkMeta, ValueUse } from '../model/talk.ts';
import { mergeAttributes } from './attributes.ts';
import { renderBackground, type Background } from './background.ts';
import type { SlideContext, SlideReads, TalkContext } from './context.ts';
import { createContext } from './context.ts';
import { isCover, renderCover, writeCover } from './cover.ts';
import { spanOf } from './inline.ts';
import { findTooLong } from './length.ts';
import { renderNotes } from './notes.ts';
import { renderPanels } from './panel.ts';
import { renderBlocks, renderColumns, renderElement } from './prose.ts';
import { distinctUses } from './sources.ts';
import { settleSteps } from './steps.ts';
import { settleRaw } from './settle.ts';
import { toText } from './text.ts';
import { toWords, writeInline } from './words.ts';

/** All of a slide that does not depend on its place in the talk. */
export interface SlideParts {
  /** The line on which the slide stood when it was rendered; the places in its parts are those of then. */
  line: number;
  title: string;
  /** HTML of the title; empty where there is none. */
  head: string;
  body: string;
  /** The styles that its author wrote on it, which hold for it alone; empty where there are none. */
  style: string;
  notes: string;
  text: string;
  wording: string;
  steps: number;
  background: Background;
  blocks: BlockUse[];
  values: ValueUse[];
  uses: DataUse[];
  assets: AssetUse[];
  problems: Problem[];
  reads: SlideReads;
}

/** Layouts whose title stands alone, as a first heading. */
const OPENING: readonly Layout[] = ['cover', 'section', 'statement', 'end'];
const EMPTY = new Set(['space', 'def', 'pause', 'attributes']);
const SEAM = '\u0000\u0000';

/** Renders a slide's title, body and notes; problems stand where what they are about would be. */
export function renderSlide(
  slide: ComposedSlide,
  noteTokens: readonly Token[],
  talk: TalkContext,
): SlideParts {
  const { source, spec, id } = slide;
  const layout = spec.layout ?? 'default';
  const title = findTitle(slide, layout, talk.meta);
  const context = createContext(talk, {
    id,
    file: source.span.file,
    headings: { title: title.heading, shift: title.level - title.depth, least: title.level + 1 },
    isIncremental: spec.incremental ?? false,
    tabSize: spec.tabSize ?? talk.meta.tabSize,
    hasSteps: spec.steps ?? true,
  });
  const head = renderTitle(title, context);
  const span = source.keySpans.background ?? source.span;
  const background = renderBackground(spec.background, span, context);
  const faults = [...slide.problems.filter(isError), background.problem ?? []].flat();
  const body = renderPanels(faults, context) + renderBody(slide, layout, context);
  const notes = renderNotes(source, noteTokens, context);
  const words = title.tokens ? toWords(title.tokens, context).trim() : '';
  const raw = context.hasRaw ? settleRaw({ head, body }, context) : { head, body, style: '' };
  const settled = settleParts(raw.head, raw.body, context);
  const heading = title.tokens ? writeInline(title.tokens, context).trim() : '';
  const { text, wording } = writeTexts(heading, slide, layout, context);
  return {
    line: source.span.line,
    title: words,
    head: settled.head,
    body: settled.body,
    style: raw.style,
    steps: settled.steps,
    notes,
    text,
    wording,
    background,
    blocks: context.blocks,
    values: context.values,
    uses: distinctUses(context.uses),
    assets: context.assets,
    problems: [...slide.problems, ...context.problems],
    reads: context.reads,
  };
}

interface Title {
  /** The heading it stands in; null where it comes from elsewhere. */
  heading: Token | null;
  tokens: readonly Token[] | null;
  span: Span;
  /** Level of the heading as written, and on the slide. */
  depth: number;
  level: number;
}

/** Finds a slide's title: set beside `src`, else its first heading, else, on covers, the talk's. */
function findTitle({ source, spec }: ComposedSlide, layout: Layout, meta: TalkMeta): Title {
  const level = OPENING.includes(layout) ? 1 : 2;
  const heading = source.tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const span = heading ? spanOf(heading, source.span) : source.span;
  const words = spec.title ?? (!heading && isCover(layout) ? meta.title : undefined);
  const tokens = words === undefined ? (heading?.tokens ?? null) : [toToken(words)];
  return { heading: heading ?? null, tokens, span, depth: heading?.depth ?? level, level };
}

function toToken(text: string): Token {
  return { type: 'text', raw: text, text, escaped: false };
}

function renderTitle({ tokens, span, level }: Title, context: SlideContext): string {
  if (!tokens) return '';
  const markup = renderElement(`h${level}`, tokens, span, context);
  return mergeAttributes(markup, [{ name: 'class', value: 'slide-title' }]).trimEnd();
}

function renderBody(
  { source, problems }: ComposedSlide,
  layout: Layout,
  context: SlideContext,
): string {
  if (isCover(layout) && isBare(source, context) && !problems.some(isError)) {
    return renderCover(context.talk.meta, layout);
  }
  const tooLong = findTooLong(source.tokens, source.span);
  if (tooLong) {
    context.problems.push(tooLong);
    return renderPanels([tooLong], context);
  }
  const hasRight = source.tokens.some(({ type }) => type === 'right');
  const render = hasRight ? renderColumns : renderBlocks;
  return render(source.tokens, source.span, context).trimEnd();
}

/** Writes a slide as text, with the words of its values and blocks and, to compare what its author wrote, without them. */
function writeTexts(
  title: string,
  slide: ComposedSlide,
  layout: Layout,
  context: SlideContext,
): Pick<SlideParts, 'text' | 'wording'> {
  const body = bodyOf(slide, context);
  const wording = toText(body, { words: new Map() });
  const hasOwn = context.words.size > 0 || context.assets.length > 0;
  const filled = hasOwn ? toText(body, context) : wording;
  const isMade = isCover(layout) && isBare(slide.source, context);
  const text = isMade ? writeCover(context.talk.meta) : filled;
  return { text: [title && `# ${title}`, text].filter(Boolean).join('\n\n'), wording };
}

function bodyOf({ source }: ComposedSlide, { headings }: SlideContext): Token[] {
  return source.tokens.filter((token) => token !== headings.title);
}

/** Tells whether there is nothing on a slide but its title. */
function isBare({ tokens }: SlideSource, { headings }: SlideContext): boolean {
  return tokens.every((token) => token === headings.title || EMPTY.has(token.type));
}

function settleParts(head: string, body: string, { steps }: SlideContext) {
  const settled = settleSteps(head + SEAM + body, steps);
  const seam = settled.html.indexOf(SEAM);
  return {
    head: settled.html.slice(0, seam),
    body: settled.html.slice(seam + SEAM.length),
    steps: settled.count,
  };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
